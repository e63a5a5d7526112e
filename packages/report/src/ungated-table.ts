import type { EvaluationEvidence, MetricRecord } from "@slipway/contracts";
import {
  decimalsOf,
  formatChange,
  formatCount,
  formatNumber,
  isFigure,
  plainDecimals,
} from "./format-number.ts";
import type { TableText } from "./markdown-blocks.ts";
import { arrowOf, metricName } from "./metric-name.ts";
import type { Phrase } from "./phrase.ts";
import { sliceKey, sliceName } from "./slices.ts";

/** A table of metrics shows at most this many; the evidence has all of them. */
const mostRecords = 500;

/** Every metric that was computed, gated or not: one table for all items, one for the groups. */
export function ungatedTable(
  evidence: EvaluationEvidence,
): readonly { summary: Phrase; table: TableText }[] {
  const before = new Map(
    (evidence.baseline?.metrics ?? []).map((record) => [keyOf(record), record.value]),
  );
  const whole = evidence.metrics.filter(({ slice }) => sliceName(slice) === undefined);
  const groups = evidence.metrics.filter(({ slice }) => sliceName(slice) !== undefined);
  const parts = [
    { name: "All metrics", records: whole },
    { name: "All metrics by group", records: groups },
  ];
  return parts
    .filter(({ records }) => records.length > 0)
    .map(({ name, records }) => ({
      summary: titleOf(name, records.length),
      table: {
        align: "lrrrr",
        header: ["Metric", "Base", "Now", "Change", "Items"],
        rows: records
          .toSorted((left, right) => right.n - left.n)
          .slice(0, mostRecords)
          .map((record) => metricCells(record, before.get(keyOf(record)))),
      },
    }));
}

function titleOf(name: string, count: number): Phrase {
  const cut = count > mostRecords ? `, the ${formatCount(mostRecords)} of the largest groups` : "";
  return [{ bold: [name] }, ` · ${formatCount(count)}${cut}`];
}

function metricCells(record: MetricRecord, base: number | null | undefined): Phrase[] {
  const { label, better } = metricName(record.name);
  const slice = sliceName(record.slice);
  const { interval, value } = record;
  const known =
    isFigure(interval?.low) && isFigure(interval.high)
      ? decimalsOf(interval.low, interval.high)
      : undefined;
  const decimals = known ?? plainDecimals(value ?? 0);
  const change = isFigure(value) && isFigure(base) ? value - base : undefined;
  return [
    [label, arrowOf(better), ...(slice === undefined ? [] : [" at ", { code: slice }])],
    [formatNumber(base, decimals)],
    [
      record.undefined === undefined
        ? formatNumber(value, decimals)
        : `undefined: ${record.undefined}`,
    ],
    [formatChange(change, decimals)],
    [formatCount(record.n)],
  ];
}

function keyOf({ name, slice }: MetricRecord): string {
  return JSON.stringify([name, sliceKey(slice)]);
}
