import type { IntervalRecord, MetricRecord } from "@slipway/contracts";
import {
  computeGroups,
  computeMetric,
  metricsFor,
  type Items,
  type Metric,
  type MetricInterval,
  type MetricValue,
} from "@slipway/evaluation";
import type { SliceColumn } from "../results/read-slice.ts";

/** Every metric that the columns allow: of all items, then of each group of each slice. */
export function metricRecords(items: Items, slices: readonly SliceColumn[]): MetricRecord[] {
  return metricsFor(items).flatMap((metric) => [
    metricRecord(metric, null, computeMetric(items, metric)),
    ...slices.flatMap(({ column, values, codes }) =>
      computeGroups(items, metric, { count: values.length, codes }).map((value, group) =>
        metricRecord(metric, { [column]: values[group] ?? "" }, value),
      ),
    ),
  ]);
}

function metricRecord(
  metric: Metric,
  slice: MetricRecord["slice"],
  value: MetricValue,
): MetricRecord {
  return {
    name: metric.name,
    function: metric.function,
    params: { ...metric.params },
    slice,
    value: finite(value.value),
    ...(value.undefined === undefined ? {} : { undefined: value.undefined }),
    n: value.n,
  };
}

/** Puts the interval of a gated metric beside its value. */
export function withInterval(
  records: readonly MetricRecord[],
  found: readonly GatedInterval[],
): MetricRecord[] {
  const byKey = new Map(found.map(({ name, slice, interval }) => [keyOf(name, slice), interval]));
  return records.map((record) => {
    const interval = byKey.get(keyOf(record.name, record.slice));
    return interval === undefined ? record : { ...record, interval };
  });
}

/** The interval of one metric of one slice. */
export type GatedInterval = {
  readonly name: string;
  readonly slice: MetricRecord["slice"];
  readonly interval: IntervalRecord;
};

/** An interval as evidence holds it; without bounds there is none. */
export function intervalRecord(
  found: Pick<MetricInterval, "low" | "high" | "level" | "method">,
): IntervalRecord | undefined {
  const { low, high, level, method } = found;
  return finite(low) === null || finite(high) === null ? undefined : { low, high, level, method };
}

/** Finds a record by metric and slice. */
export function keyOf(name: string, slice: MetricRecord["slice"]): string {
  return JSON.stringify([name, slice === null ? null : Object.entries(slice)]);
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
