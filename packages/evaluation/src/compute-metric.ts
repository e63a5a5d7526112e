import { type Metric } from "./catalogue.ts";
import { classCounts } from "./class-counts.ts";
import { everyRow, extentOf, groupOfRows, type Groups } from "./groups.ts";
import { type ClassItems, type Items, type RegressionItems } from "./items.ts";
import { accuracy, balancedAccuracy, shareMetric } from "./label-metrics.ts";
import { meanLosses } from "./losses.ts";
import { type MetricValue, type Raw } from "./metric-value.ts";
import { averagePrecision, multiclassAuc, rocAuc } from "./score-metrics.ts";
import { medianAbsoluteErrors, rootMeanSquaredErrors, rSquared } from "./target-metrics.ts";

/** A metric of all items, or of the given distinct rows of them. */
export function computeMetric(items: Items, metric: Metric, rows?: Int32Array): MetricValue {
  const groups = rows === undefined ? everyRow : groupOfRows(rows, items.n);
  const [value] = computeGroups(items, metric, groups);
  if (value === undefined) throw new RangeError("A division without groups has no metric.");
  return value;
}

/** A metric of each group; sorts and counts are shared by all calls with the same items and groups. */
export function computeGroups(items: Items, metric: Metric, groups: Groups): MetricValue[] {
  if (!metric.tasks.includes(items.task)) {
    throw new RangeError(`The metric ${metric.name} does not fit the task ${items.task}.`);
  }
  const { n, weight } = extentOf(items, groups);
  return rawGroups(items, metric, groups).map((raw, group) =>
    finished(raw, { n: n[group] ?? 0, sumOfWeights: weight[group] ?? 0 }),
  );
}

function rawGroups(items: Items, metric: Metric, groups: Groups): Raw[] {
  if (items.task === "regression") return targetGroups(items, metric, groups);
  const isMissing =
    metric.needs === "prediction" ? items.prediction === undefined : items.scores.length === 0;
  if (isMissing) {
    const raw: Raw = { undefined: metric.needs === "prediction" ? "no-prediction" : "no-score" };
    return Array.from({ length: groups.count }, () => raw);
  }
  return classGroups(items, metric, groups);
}

function targetGroups(items: RegressionItems, { form }: Metric, groups: Groups): Raw[] {
  if (form.kind === "mean") return meanLosses(items, groups, form.loss);
  if (form.kind === "r2") return rSquared(items, groups);
  if (form.kind === "rmse") return rootMeanSquaredErrors(items, groups);
  return medianAbsoluteErrors(items, groups);
}

function classGroups(items: ClassItems, { form }: Metric, groups: Groups): Raw[] {
  const { positive } = items;
  switch (form.kind) {
    case "mean":
      return meanLosses(items, groups, form.loss);
    case "roc-auc":
      return rocAuc(items, groups);
    case "average-precision":
      return averagePrecision(items, groups);
    case "areas":
      return multiclassAuc(items, groups, form);
    case "accuracy":
      return classCounts(items, groups).map(accuracy);
    case "share":
      return classCounts(items, groups).map((counts) => shareMetric(counts, { ...form, positive }));
    default:
      return classCounts(items, groups).map(balancedAccuracy);
  }
}

function finished(raw: Raw, extent: { n: number; sumOfWeights: number }): MetricValue {
  if (extent.n === 0) return { value: null, undefined: "empty-slice", ...extent };
  if (!(extent.sumOfWeights > 0)) return { value: null, undefined: "zero-weight", ...extent };
  const { value = Number.NaN, ...flags } = raw;
  if (Number.isFinite(value)) return { value, ...flags, ...extent };
  return { value: null, undefined: "not-finite", ...flags, ...extent };
}
