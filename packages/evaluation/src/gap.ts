import { type Metric } from "./catalogue.ts";
import { computeGroups } from "./compute-metric.ts";
import { rowsOfGroups, type Groups } from "./groups.ts";
import { fullOptions, type FullOptions, type IntervalOptions } from "./interval-options.ts";
import { takeRows, type Items } from "./items.ts";
import { type MetricValue, type UndefinedReason } from "./metric-value.ts";
import { sampleQuantile } from "./percentiles.ts";
import { areaVariance } from "./interval.ts";
import { normalDraws } from "./normal-draws.ts";
import { type Bounds } from "./proportions.ts";
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
 * The gap between groups of one model. The largest difference that was picked from many is too large on average,
 * so the lower end is a simultaneous bound, as Tukey's: the gap minus what all groups together scatter. The upper
 * end is the largest upper bound of any pair, by square and add: a gap below the margin is one for each pair.
 */
export function gapInterval(
  metric: Metric,
  { items, groups }: { readonly items: Items; readonly groups: Groups },
  options: IntervalOptions = {},
): GapInterval {
  const full = fullOptions(options);
  const values = computeGroups(items, metric, groups);
  const method = `bootstrap of groups, simultaneous, ${full.resamples} resamples, seed ${full.seed}`;
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
  const deviations = groupDeviations(metric, { items, groups }, full);
  if (deviations.some((one) => one.length < 0.9 * full.resamples)) {
    return { ...shared, ...ends, low: null, high: null, undefined: "too-few" };
  }
  return { ...shared, ...ends, ...gapBounds(numbers, deviations, (1 + full.level) / 2) };
}

function spreadOf(numbers: readonly number[]): number {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const number of numbers) {
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
  }
  return highest - lowest;
}

/** Deviations that each group's metric shows when it is resampled; each group draws from a stream of its own. */
function groupDeviations(
  metric: Metric,
  all: { readonly items: Items; readonly groups: Groups },
  options: FullOptions,
): Float64Array[] {
  return rowsOfGroups(all.groups, all.items.n).map((rows, group) => {
    const seed = options.seed + Math.imul(group + 1, 0x632be5ab);
    const items = takeRows(all.items, rows);
    const variance = areaVariance(items, metric);
    if (variance !== undefined) return normalDraws(Math.sqrt(variance), { ...options, seed });
    const [deviations = new Float64Array(0)] = resample([items], metric, { ...options, seed });
    return deviations.filter((one) => Number.isFinite(one));
  });
}

function gapBounds(
  numbers: readonly number[],
  deviations: readonly Float64Array[],
  confidence: number,
): Bounds {
  const shortest = Math.min(...deviations.map(({ length }) => length));
  const scatter = Float64Array.from({ length: shortest }, (_, at) =>
    spreadOf(deviations.map((one) => one[at] ?? 0)),
  ).sort();
  const reach = deviations.map((one, group) => {
    const sorted = one.toSorted();
    const value = numbers[group] ?? 0;
    const low = Math.min(0, sampleQuantile(sorted, 1 - confidence));
    return { value, low, high: Math.max(0, sampleQuantile(sorted, confidence)) };
  });
  let high = 0;
  for (const one of reach) {
    for (const other of reach) {
      if (one === other) continue;
      high = Math.max(high, one.value - other.value + Math.hypot(one.high, other.low));
    }
  }
  return { low: Math.max(0, spreadOf(numbers) - sampleQuantile(scatter, confidence)), high };
}
