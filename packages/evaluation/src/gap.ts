import { type Metric } from "./catalogue.ts";
import { computeGroups } from "./compute-metric.ts";
import { rowsOfGroups, type Groups } from "./groups.ts";
import { fullOptions, type FullOptions, type IntervalOptions } from "./interval-options.ts";
import { takeRows, type Items } from "./items.ts";
import { type MetricValue, type UndefinedReason } from "./metric-value.ts";
import { sampleQuantile } from "./percentiles.ts";
import { areaVariance } from "./interval.ts";
import { normalDraws } from "./normal-draws.ts";
import { resample } from "./resample.ts";

/** The largest difference of a metric between groups, with its interval and the two groups that make it. */
export type GapInterval = {
  readonly groups: readonly MetricValue[];
  readonly gap: number | null;
  readonly highest: number | null;
  readonly lowest: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly method: string;
  readonly undefined?: UndefinedReason;
};

/**
 * The gap between groups of one model. The largest minus the smallest of noisy values is too large on average,
 * and its resamples are larger still, so the interval is the reflected (basic) bootstrap one, which takes that
 * bias off; its upper end is never below the gap itself.
 */
export function gapInterval(
  metric: Metric,
  { items, groups }: { readonly items: Items; readonly groups: Groups },
  options: IntervalOptions = {},
): GapInterval {
  const full = fullOptions(options);
  const values = computeGroups(items, metric, groups);
  const method = `reflected bootstrap, ${full.resamples} resamples, seed ${full.seed}`;
  const nothing = { gap: null, highest: null, lowest: null, low: null, high: null };
  const shared = { groups: values, level: full.level, method };
  const numbers = values.map(({ value }) => value ?? Number.NaN);
  const flagged = values.find((value) => value.undefined !== undefined);
  if (flagged?.undefined !== undefined) {
    return { ...shared, ...nothing, undefined: flagged.undefined };
  }
  if (numbers.length < 2) return { ...shared, ...nothing, undefined: "too-few" };
  const gap = spreadOf(numbers);
  const ends = {
    gap,
    highest: numbers.indexOf(Math.max(...numbers)),
    lowest: numbers.indexOf(Math.min(...numbers)),
  };
  const redrawn = resampledGaps(metric, { items, groups, numbers }, full);
  if (redrawn.length < 0.9 * full.resamples) {
    return { ...shared, ...ends, low: null, high: null, undefined: "too-few" };
  }
  const reflected = (share: number) => 2 * gap - sampleQuantile(redrawn, share);
  const low = Math.max(0, reflected((1 + full.level) / 2));
  return { ...shared, ...ends, low, high: Math.max(gap, reflected((1 - full.level) / 2)) };
}

function spreadOf(numbers: readonly number[]): number {
  return Math.max(...numbers) - Math.min(...numbers);
}

/** The gaps of all resamples, ascending; each group draws from a stream of its own. */
function resampledGaps(
  metric: Metric,
  all: { readonly items: Items; readonly groups: Groups; readonly numbers: readonly number[] },
  options: FullOptions,
): Float64Array {
  const deviations = rowsOfGroups(all.groups, all.items.n).map((rows, group) => {
    const seed = options.seed + Math.imul(group + 1, 0x632be5ab);
    const items = takeRows(all.items, rows);
    const variance = areaVariance(items, metric);
    if (variance === undefined) return resample([items], metric, { ...options, seed })[0];
    return normalDraws(Math.sqrt(variance), { ...options, seed });
  });
  return Float64Array.from({ length: options.resamples }, (_, at) =>
    spreadOf(all.numbers.map((number, group) => number + (deviations[group]?.[at] ?? Number.NaN))),
  )
    .filter((gap) => Number.isFinite(gap))
    .sort();
}
