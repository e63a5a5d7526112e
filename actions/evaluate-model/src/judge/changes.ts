import type { MetricRecord } from "@slipway/contracts";
import {
  alignedRows,
  combineIntervals,
  metricInterval,
  pairedInterval,
  rowsOfGroups,
  takeRows,
  unpairedInterval,
  type ChangeInterval,
  type IntervalOptions,
  type Items,
  type Metric,
} from "@slipway/evaluation";
import type { LoadedBaseline } from "../baseline/load-baseline.ts";
import type { Results } from "../results/read-results.ts";
import type { SliceColumn } from "../results/read-slice.ts";
import { keyOf } from "./metric-records.ts";

/** One group of a slice column. */
export type Group = { readonly slice: SliceColumn; readonly index: number };

/** What a change is computed from; `rows` finds the items of a group once. */
export type ChangeContext = {
  readonly results: Results;
  readonly baseline: Exclude<LoadedBaseline, { kind: "none" | "not-comparable" }>;
  readonly options: IntervalOptions;
};

/** The change of a metric, of all items or of one group; `undefined` where the baseline has no such group. */
export function changeOf(
  metric: Metric,
  group: Group | undefined,
  context: ChangeContext,
): ChangeInterval | undefined {
  const { baseline, results, options } = context;
  if (baseline.kind === "paired") {
    const { aligned, candidateRows } = baseline.pairing;
    if (group === undefined) return pairedInterval(metric, aligned, options);
    const codes = candidateRows.map((row) => group.slice.codes[row] ?? -1);
    return pairedInterval(metric, alignedRows(aligned, rowsOf(codes, group.index)), options);
  }
  const candidate =
    group === undefined
      ? results.items
      : takeRows(results.items, rowsOf(group.slice.codes, group.index));
  if (baseline.kind === "figures")
    return fromFigures(metric, { candidate, group, metrics: baseline.metrics }, options);
  const theirs = group === undefined ? baseline.results.items : groupItems(baseline.results, group);
  return theirs === undefined
    ? undefined
    : unpairedInterval(metric, { candidate, baseline: theirs }, options);
}

/** The baseline's items and their groups: the candidate's where items are paired. */
export function baselineGroups(
  baseline: Extract<LoadedBaseline, { kind: "paired" | "unpaired" }>,
  slices: readonly SliceColumn[],
): { items: Items; slices: SliceColumn[] } {
  if (baseline.kind === "unpaired")
    return { items: baseline.results.items, slices: [...baseline.results.slices] };
  const { aligned, candidateRows } = baseline.pairing;
  const regrouped = slices.map((slice) => ({
    ...slice,
    codes: candidateRows.map((row) => slice.codes[row] ?? -1),
  }));
  return { items: aligned.baseline, slices: regrouped };
}

type Figures = {
  readonly candidate: Items;
  readonly group: Group | undefined;
  readonly metrics: readonly MetricRecord[];
};

function fromFigures(
  metric: Metric,
  { candidate, group, metrics }: Figures,
  options: IntervalOptions,
): ChangeInterval | undefined {
  const slice = sliceOf(group);
  const record = metrics.find(
    (found) => keyOf(found.name, found.slice) === keyOf(metric.name, slice),
  );
  if (record === undefined) return undefined;
  const { low = null, high = null } = record.interval ?? {};
  const ours = metricInterval(candidate, metric, options);
  return combineIntervals(ours, {
    value: record.value,
    n: record.n,
    sumOfWeights: record.n,
    low,
    high,
    level: ours.level,
    method: "of the evidence",
  });
}

function groupItems(results: Results, { slice, index }: Group): Items | undefined {
  const theirs = results.slices.find(({ column }) => column === slice.column);
  const at = theirs?.values.indexOf(slice.values[index] ?? "") ?? -1;
  return theirs === undefined || at < 0
    ? undefined
    : takeRows(results.items, rowsOf(theirs.codes, at));
}

/** The candidate's rows of a group. */
export function rowsOfGroup({ slice, index }: Group): Int32Array {
  return rowsOf(slice.codes, index);
}

/** A group as evidence names it; of all items null. */
export function sliceOf(group: Group | undefined): MetricRecord["slice"] {
  return group === undefined
    ? null
    : { [group.slice.column]: group.slice.values[group.index] ?? "" };
}

function rowsOf(codes: Int32Array, group: number): Int32Array {
  const only = codes.map((code) => (code === group ? 0 : -1));
  return rowsOfGroups({ count: 1, codes: only }, codes.length)[0] ?? new Int32Array(0);
}
