export { metricCatalogue, type Metric, type MetricForm } from "./catalogue.ts";
export { computeGroups, computeMetric } from "./compute-metric.ts";
export {
  decideAbsent,
  decideBound,
  decideChange,
  decideGap,
  isBelow,
  type Change,
  type ChangeRule,
  type Decision,
  type DecisionReason,
  type Direction,
} from "./decide.ts";
export { findMetric, metricsFor, parseMetric } from "./find-metric.ts";
export { gapInterval, type GapInterval } from "./gap.ts";
export { everyRow, groupOfRows, rowsOfGroups, type Groups } from "./groups.ts";
export { type IntervalOptions } from "./interval-options.ts";
export { metricInterval, type MetricInterval } from "./interval.ts";
export {
  createItems,
  takeRows,
  type ClassItems,
  type ItemColumns,
  type Items,
  type RegressionItems,
  type Task,
} from "./items.ts";
export { type MetricValue, type UndefinedReason } from "./metric-value.ts";
export {
  combineIntervals,
  pairedInterval,
  unpairedInterval,
  type ChangeInterval,
} from "./paired.ts";
export { alignedRows, alignPairs, countChangedLabels, type Aligned, type Pairs } from "./pairs.ts";
export { mcnemarMidP, neededItems } from "./proportions.ts";
