import type { EvaluationEvidence, MetricRecord } from "@slipway/contracts";
import { isFigure } from "./format-number.ts";
import { metricName } from "./metric-name.ts";

type Slice = Readonly<Record<string, string>> | null;

/** A slice for people: "origin = DEN"; the whole has none. */
export function sliceName(slice: Slice): string | undefined {
  const parts = Object.entries(slice ?? {}).map(([column, value]) => `${column} = ${value}`);
  return parts.length === 0 ? undefined : parts.join(", ");
}

/** A slice as a key of a map. */
export function sliceKey(slice: Slice): string {
  return JSON.stringify(Object.entries(slice ?? {}).sort());
}

/** How many items each metric of each slice was computed on, by `[metric, slice key]` as JSON. */
export function sampleSizes(metrics: readonly MetricRecord[]): ReadonlyMap<string, number> {
  return new Map(
    metrics.map((record) => [JSON.stringify([record.name, sliceKey(record.slice)]), record.n]),
  );
}

/** One slice of one metric on both sides. */
export type SliceChange = {
  readonly slice: string;
  readonly n: number;
  readonly base: number;
  readonly now: number;
  readonly difference: number;
};

/** Groups below this size are never named as the place of a change: their figures are noise. */
export const smallestGroup = 50;

/** How a metric changed in each group that both sides have, worst first; small groups are only counted. */
export function sliceChanges(
  evidence: EvaluationEvidence,
  metric: string,
): { readonly groups: readonly SliceChange[]; readonly small: number } {
  const before = new Map(
    (evidence.baseline?.metrics ?? [])
      .filter(({ name }) => name === metric)
      .map((record) => [sliceKey(record.slice), record.value]),
  );
  const sign = metricName(metric).better === "lower" ? 1 : -1;
  let small = 0;
  const groups: SliceChange[] = [];
  for (const { name, slice, value, n } of evidence.metrics) {
    const [base, label] = [before.get(sliceKey(slice)), sliceName(slice)];
    if (name !== metric || label === undefined || !isFigure(value) || !isFigure(base)) continue;
    if (n < smallestGroup) small += 1;
    else groups.push({ slice: label, n, base, now: value, difference: value - base });
  }
  return { groups: groups.sort((a, b) => sign * (b.difference - a.difference)), small };
}
