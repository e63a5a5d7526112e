import { type Metric } from "./catalogue.ts";
import { computeMetric } from "./compute-metric.ts";
import { areaComponents, areaDifferenceVariance } from "./delong.ts";
import {
  fullOptions,
  type FoundBounds,
  type FullOptions,
  type IntervalOptions,
} from "./interval-options.ts";
import {
  metricInterval,
  type MetricInterval,
  mostResampledItems,
  positivesOf,
} from "./interval.ts";
import { type ClassItems, type Items } from "./items.ts";
import { lossColumn } from "./losses.ts";
import { estimateMean, tInterval } from "./means.ts";
import { type MetricValue, type UndefinedReason } from "./metric-value.ts";
import { nothingDiffers, pairOutcomes, type Aligned } from "./pairs.ts";
import { squareAndAdd, tangoInterval, twoSidedZ } from "./proportions.ts";
import { percentiles } from "./percentiles.ts";
import { resample } from "./resample.ts";
import { momentOf } from "./resample-targets.ts";

/** A change of a metric, candidate − baseline in the metric's own unit, with its interval. */
export type ChangeInterval = {
  readonly candidate: MetricValue;
  readonly baseline: MetricValue;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided level of [low, high]. */
  readonly level: number;
  readonly method: string;
  /** Pairs that the method used; without pairs the smaller number of items. */
  readonly n: number;
  /** True where each pair of items gives the metric the same input. */
  readonly nothingDiffers: boolean;
  /** Variance of one pair's part in the difference: what the needed number of pairs follows from. */
  readonly variance?: number;
  readonly undefined?: UndefinedReason;
};

/** The change of a metric over the same items. */
export function pairedInterval(
  metric: Metric,
  aligned: Aligned,
  options: IntervalOptions = {},
): ChangeInterval {
  const full = fullOptions(options);
  const candidate = computeMetric(aligned.candidate, metric);
  const baseline = computeMetric(aligned.baseline, metric);
  const shared = { candidate, baseline, level: full.level, n: candidate.n };
  const missing = undefinedOf(candidate, baseline);
  if (missing !== undefined || candidate.value === null || baseline.value === null) {
    const nothing = { difference: null, low: null, high: null, method: "none" };
    return { ...shared, ...nothing, nothingDiffers: false, undefined: missing ?? "not-finite" };
  }
  const difference = candidate.value - baseline.value;
  const isSame = nothingDiffers(metric, aligned);
  const found = changeBounds(metric, aligned, { ...full, value: difference });
  return { ...shared, difference, nothingDiffers: isSame, ...found };
}

/**
 * The change of a metric where items cannot be paired: the intervals of both, combined by square and add. Wider
 * than a paired interval, because the two are taken as independent.
 */
export function unpairedInterval(
  metric: Metric,
  { candidate, baseline }: Aligned,
  options: IntervalOptions = {},
): ChangeInterval {
  const ours = metricInterval(candidate, metric, options);
  return combineIntervals(ours, metricInterval(baseline, metric, options));
}

/** The change between two intervals of the same level, taken as independent, by square and add. */
export function combineIntervals(ours: MetricInterval, theirs: MetricInterval): ChangeInterval {
  const { level } = ours;
  const shared = { candidate: ours, baseline: theirs, level, n: Math.min(ours.n, theirs.n) };
  const missing = undefinedOf(ours, theirs);
  const bounds = { candidate: finite(ours), baseline: finite(theirs) };
  if (missing !== undefined || bounds.candidate === undefined || bounds.baseline === undefined) {
    const nothing = { difference: null, low: null, high: null, method: "none" };
    return { ...shared, ...nothing, nothingDiffers: false, undefined: missing ?? "too-few" };
  }
  const { low, high } = squareAndAdd(bounds.candidate, bounds.baseline);
  return {
    ...shared,
    difference: bounds.candidate.value - bounds.baseline.value,
    low,
    high,
    method: `unpaired, square and add of ${ours.method}`,
    nothingDiffers: false,
    variance: ((high - low) / 2 / twoSidedZ(level)) ** 2 * shared.n,
  };
}

function finite(interval: { value: number | null; low: number | null; high: number | null }) {
  const { value, low, high } = interval;
  return value === null || low === null || high === null ? undefined : { value, low, high };
}

function undefinedOf(candidate: MetricValue, baseline: MetricValue): UndefinedReason | undefined {
  return candidate.undefined ?? baseline.undefined;
}

type Options = FullOptions & { readonly value: number };

function changeBounds(
  metric: Metric,
  aligned: Aligned,
  options: Options,
): FoundBounds & { n?: number; difference?: number } {
  const outcomes = pairOutcomes(metric, aligned);
  if (outcomes !== undefined) {
    const { onlyCandidate, onlyBaseline, n } = outcomes;
    return {
      ...tangoInterval(outcomes, options.level),
      difference: (onlyCandidate - onlyBaseline) / n,
      method: "Tango",
      n,
      variance: (onlyCandidate + onlyBaseline) / n,
    };
  }
  const { candidate, baseline } = aligned;
  const differences = itemDifferences(metric, aligned);
  if (differences !== undefined) {
    const estimate = estimateMean(differences, candidate.weight);
    if (!(estimate.n > 1))
      return { low: null, high: null, method: "paired t", undefined: "too-few" };
    const method = `paired t${metric.form.kind === "mean" ? "" : ", linearised"}`;
    const weights = candidate.weight === undefined ? "" : ", weights linearised";
    const bounds = tInterval(estimate, options.level, options.value);
    return { ...bounds, method: `${method}${weights}`, variance: estimate.variance };
  }
  if (candidate.task !== "regression" && baseline.task !== "regression") {
    const area = areaChange(metric, [candidate, baseline], options);
    if (area !== undefined) return area;
  }
  return bootstrapChange(metric, aligned, options);
}

function itemDifferences(
  { form }: Metric,
  { candidate, baseline }: Aligned,
): Float64Array | undefined {
  if (form.kind === "mean") {
    const theirs = lossColumn(baseline, form.loss).loss;
    return lossColumn(candidate, form.loss).loss.map((loss, row) => loss - (theirs[row] ?? 0));
  }
  if (candidate.task !== "regression" || baseline.task !== "regression") return undefined;
  if (candidate.n <= mostResampledItems || (form.kind !== "rmse" && form.kind !== "r2"))
    return undefined;
  const ours = momentOf(candidate, lossColumn(candidate, "squared").loss, form.kind);
  const theirs = momentOf(baseline, lossColumn(baseline, "squared").loss, form.kind);
  return ours.influence.map((one, row) => one - (theirs.influence[row] ?? 0));
}

function areaChange(
  { form }: Metric,
  [candidate, baseline]: readonly [ClassItems, ClassItems],
  { level, value }: Options,
): FoundBounds | undefined {
  if (form.kind !== "roc-auc" || candidate.weight !== undefined) return undefined;
  const marks = positivesOf(candidate);
  const [ours, theirs] = [candidate, baseline].map(({ scores }) =>
    areaComponents(marks, scores[0] ?? new Float64Array(0)),
  );
  if (ours === undefined || theirs === undefined) return undefined;
  const variance = areaDifferenceVariance(ours, theirs);
  if (!(variance > 0)) return undefined;
  const half = twoSidedZ(level) * Math.sqrt(variance);
  const method = "DeLong";
  return { low: value - half, high: value + half, method, variance: variance * candidate.n };
}

function bootstrapChange(
  metric: Metric,
  { candidate, baseline }: { readonly candidate: Items; readonly baseline: Items },
  options: Options,
): FoundBounds {
  const [ours, theirs] = resample([candidate, baseline], metric, options);
  if (ours === undefined || theirs === undefined) throw new RangeError("Two models are compared.");
  const deviations = ours.map((one, at) => one - (theirs[at] ?? Number.NaN));
  return percentiles(deviations, { ...options, n: candidate.n });
}
