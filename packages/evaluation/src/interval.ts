import { type Metric } from "./catalogue.ts";
import { computeMetric } from "./compute-metric.ts";
import { areaComponents, areaCovariance } from "./delong.ts";
import { type ClassItems, type Items } from "./items.ts";
import {
  fullOptions,
  type FoundBounds,
  type FullOptions,
  type IntervalOptions,
} from "./interval-options.ts";
import { lossColumn } from "./losses.ts";
import { estimateMean, tInterval, type MeanEstimate } from "./means.ts";
import { type MetricValue } from "./metric-value.ts";
import { twoSidedZ, wilsonInterval, type Bounds } from "./proportions.ts";
import { percentiles } from "./percentiles.ts";
import { resample } from "./resample.ts";
import { momentOf } from "./resample-targets.ts";

/** The interval of one metric at a two-sided level, and the method in words. */
export type MetricInterval = MetricValue & {
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly method: string;
};

/** Above this many items a smooth metric is linearised instead of resampled item by item. */
export const mostResampledItems = 16_384;

/** The uncertainty of one metric of one model. */
export function metricInterval(
  items: Items,
  metric: Metric,
  options: IntervalOptions = {},
): MetricInterval {
  const full = fullOptions(options);
  const value = computeMetric(items, metric);
  const { level } = full;
  const none = { ...value, low: null, high: null, level };
  if (value.value === null || value.undefined !== undefined) return { ...none, method: "none" };
  const found = boundsOf(items, metric, { ...full, value: value.value });
  if (found.low === null || found.high === null) {
    return { ...none, undefined: "too-few", method: found.method };
  }
  return {
    ...value,
    ...clipped(metric, { low: found.low, high: found.high }),
    level,
    method: found.method,
  };
}

function boundsOf(
  items: Items,
  metric: Metric,
  options: FullOptions & { value: number },
): FoundBounds {
  const share = items.task === "regression" ? undefined : proportionOf(items, metric);
  if (share !== undefined) {
    return { ...wilsonInterval(share.hits, share.n, options.level), method: "Wilson" };
  }
  const estimate = meanEstimate(items, metric);
  if (estimate !== undefined) {
    if (!(estimate.n > 1)) return { low: null, high: null, method: "t" };
    const method = items.weight === undefined ? "t" : "t, weights linearised";
    return { ...tInterval(estimate, options.level, options.value), method };
  }
  const area = items.task === "regression" ? undefined : areaBounds(items, metric, options);
  if (area !== undefined) return area;
  const [deviations = new Float64Array(0)] = resample([items], metric, options);
  return percentiles(deviations, { ...options, n: items.n });
}

/** Keeps an interval inside the range that the metric can take. */
function clipped(metric: Metric, { low, high }: Bounds): Bounds {
  const floor = metric.form.kind === "r2" ? -Infinity : 0;
  const isBounded = metric.unit === "ratio" && metric.name !== "brier_score";
  return { low: Math.max(low, floor), high: isBounded ? Math.min(high, 1) : high };
}

/** Hits and trials where the metric is a share of independent items without weights. */
function proportionOf(
  items: ClassItems,
  { form }: Metric,
): { hits: number; n: number } | undefined {
  if (items.weight !== undefined || items.prediction === undefined) return undefined;
  const isAll = form.kind === "accuracy" || (form.kind === "share" && form.average === "micro");
  const isBinary = form.kind === "share" && form.average === "binary" && form.share !== "f1";
  if (!isAll && !isBinary) return undefined;
  const isRecall = form.kind === "share" && form.share === "recall";
  let hits = 0;
  let n = 0;
  for (let row = 0; row < items.n; row += 1) {
    const label = items.label[row];
    const claim = items.prediction[row];
    const counts = isAll || (isRecall ? label : claim) === items.positive;
    if (!counts) continue;
    n += 1;
    if (label === claim) hits += 1;
  }
  return { hits, n };
}

/** The error of a metric that is a mean of items, or behaves as one. */
function meanEstimate(items: Items, { form }: Metric): MeanEstimate | undefined {
  if (form.kind === "mean") return estimateMean(lossColumn(items, form.loss).loss, items.weight);
  if (items.task !== "regression" || items.n <= mostResampledItems) return undefined;
  if (form.kind !== "rmse" && form.kind !== "r2") return undefined;
  const { influence } = momentOf(items, lossColumn(items, "squared").loss, form.kind);
  return estimateMean(influence, items.weight);
}

function areaBounds(
  items: ClassItems,
  metric: Metric,
  { level, value }: FullOptions & { value: number },
): FoundBounds | undefined {
  const variance = areaVariance(items, metric);
  if (variance === undefined) return undefined;
  const half = twoSidedZ(level) * Math.sqrt(variance);
  return { low: value - half, high: value + half, method: "DeLong", variance: variance * items.n };
}

/** DeLong's variance of the area under the ROC curve; undefined where it does not apply or is 0. */
export function areaVariance(items: Items, { form }: Metric): number | undefined {
  if (items.task === "regression") return undefined;
  if (form.kind !== "roc-auc" || items.weight !== undefined) return undefined;
  const components = areaComponents(positivesOf(items), items.scores[0] ?? new Float64Array(0));
  const variance = areaCovariance(components, components);
  return variance > 0 ? variance : undefined;
}

/** 1 for each item whose label is the positive class. */
export function positivesOf({ label, positive }: ClassItems): Uint8Array {
  const marks = new Uint8Array(label.length);
  for (let row = 0; row < marks.length; row += 1) marks[row] = label[row] === positive ? 1 : 0;
  return marks;
}
