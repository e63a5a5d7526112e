export { metricCatalogue, type Metric, type MetricForm } from "./catalogue.ts";
export { computeGroups, computeMetric } from "./compute-metric.ts";
export { findMetric, metricsFor, parseMetric } from "./find-metric.ts";
export { everyRow, groupOfRows, rowsOfGroups, type Groups } from "./groups.ts";
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
