import type { BaselineRecord, EvaluationCheck, MetricRecord } from "@slipway/contracts";
import {
  computeMetric,
  decideAbsent,
  decideBound,
  decideChange,
  findMetric,
  metricInterval,
  takeRows,
  type ChangeInterval,
  type IntervalOptions,
} from "@slipway/evaluation";
import type { Rule } from "@slipway/policy";
import type { EvaluationRequest } from "../request.ts";
import { buildCheck, type Judged, type Verdict } from "./build-check.ts";
import { changeOf, rowsOfGroup, sliceOf, type Group } from "./changes.ts";
import type { Bench } from "./bench.ts";
import { intervalRecord } from "./metric-records.ts";

/** Judges a rule on all items, or on one group. */
export function judgeOne(judged: Judged, group: Group | undefined, bench: Bench): EvaluationCheck {
  const { rule } = judged.rule;
  return rule === "min" || rule === "max"
    ? judgeBound(judged, group, bench)
    : judgeChange(judged, group, bench);
}

/** How intervals are made for a rule. */
export function intervalOptions(
  rule: Rule,
  { seed, resamples }: EvaluationRequest,
): IntervalOptions {
  return { confidence: rule.confidence, seed, resamples };
}

function judgeBound(judged: Judged, group: Group | undefined, bench: Bench): EvaluationCheck {
  const { rule, metric } = judged;
  const items =
    group === undefined ? bench.results.items : takeRows(bench.results.items, rowsOfGroup(group));
  const found = computeMetric(items, metric);
  const slice = sliceOf(group);
  const value = found.undefined === undefined ? found.value : null;
  const bound = {
    rule: rule.rule === "min" ? ("min" as const) : ("max" as const),
    bound: rule.limit,
    value,
  };
  if (rule.judge === "point") {
    return buildCheck(judged, decideBound(bound), {
      slice,
      candidate: found.value,
      note: found.undefined,
    });
  }
  const interval = metricInterval(items, metric, intervalOptions(rule, bench.request));
  const record = keep(interval, { name: metric.name, slice, bench });
  const { low, high } = interval;
  const ends = low === null || high === null ? null : { low, high };
  return buildCheck(judged, decideBound({ ...bound, interval: ends }), {
    slice,
    candidate: found.value,
    interval: record,
    note: found.undefined,
  });
}

function judgeChange(judged: Judged, group: Group | undefined, bench: Bench): EvaluationCheck {
  const { rule, metric } = judged;
  const { baseline, results, request } = bench;
  const absent = (reason: "no-baseline" | "not-comparable", note?: string): EvaluationCheck => {
    const facts = { slice: sliceOf(group), candidate: valueOf(judged, group, bench), note };
    return buildCheck(judged, decideAbsent(reason), facts);
  };
  if (baseline.kind === "none") return absent("no-baseline");
  if (baseline.kind === "not-comparable") {
    return absent(
      "not-comparable",
      `the baseline differs in ${baseline.record.differing.join(", ")}`,
    );
  }
  const options = intervalOptions(rule, request);
  const change = changeOf(metric, group, { results, baseline, options });
  if (change === undefined) return absent("no-baseline", "the baseline lacks this metric or group");
  return buildCheck(judged, verdictOf(judged, change), {
    slice: sliceOf(group),
    candidate: change.candidate.value,
    baseline: change.baseline.value,
    difference: change.difference,
    interval: intervalRecord(change),
    note: change.undefined ?? overlapNote(baseline.record),
  });
}

/** Says that a change is that of the items on both sides, where they are not all. */
function overlapNote({ paired, onlyBaseline, onlyCandidate }: BaselineOverlap): string | undefined {
  if (paired === 0 || onlyBaseline + onlyCandidate === 0) return undefined;
  return `on the ${paired} items that both have`;
}

type BaselineOverlap = Pick<BaselineRecord, "paired" | "onlyBaseline" | "onlyCandidate">;

function verdictOf({ rule, metric }: Judged, change: ChangeInterval): Verdict {
  return decideChange(change, {
    rule: rule.rule === "max-relative-drop" ? "max-relative-drop" : "max-drop",
    margin: rule.limit,
    direction: rule.direction ?? metric.direction,
    base: change.baseline.value,
    confidence: rule.confidence,
  });
}

/** The interval of a change rule's own value, for a later comparison that cannot pair items. */
export function unpairedIntervals(bench: Bench): void {
  for (const rule of bench.request.rules) {
    const metric = findMetric(rule.metric, bench.request.task);
    if (metric === undefined || (rule.rule !== "max-drop" && rule.rule !== "max-relative-drop"))
      continue;
    const { items, slices } = bench.results;
    const slice = slices.find(({ column }) => column === rule.slice);
    const groups = slice?.values.map((_, index): Group => ({ slice, index })) ?? [undefined];
    for (const group of groups) {
      const part = group === undefined ? items : takeRows(items, rowsOfGroup(group));
      if (part.n < rule.minN) continue;
      const found = metricInterval(part, metric, intervalOptions(rule, bench.request));
      keep(found, { name: metric.name, slice: sliceOf(group), bench });
    }
  }
}

function valueOf({ metric }: Judged, group: Group | undefined, { results }: Bench): number | null {
  const items = group === undefined ? results.items : takeRows(results.items, rowsOfGroup(group));
  return computeMetric(items, metric).value;
}

function keep(
  interval: ReturnType<typeof metricInterval>,
  { name, slice, bench }: { name: string; slice: MetricRecord["slice"]; bench: Bench },
) {
  const record = intervalRecord(interval);
  if (record !== undefined) bench.intervals.push({ name, slice, interval: record });
  return record;
}
