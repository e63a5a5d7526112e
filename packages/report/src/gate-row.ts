import type { EvaluationCheck, EvaluationEvidence } from "@slipway/contracts";
import {
  decimalsOf,
  formatChange,
  formatCount,
  formatNumber,
  formatPercent,
  isFigure,
  plainDecimals,
  tellApart,
} from "./format-number.ts";
import { excessOf, gateLimit, gateMetric, limitText, marginOf } from "./gate-limit.ts";
import { arrowOf, type MetricName } from "./metric-name.ts";
import { joined, type Phrase } from "./phrase.ts";
import { plainText } from "./plain-text.ts";
import { reasonWords } from "./reason-words.ts";
import { sampleSizes, sliceKey, sliceName } from "./slices.ts";
import { markOf, rankOf, type Mark } from "./standing.ts";

/** What a chart needs of a change, in the metric's own unit. */
export type Change = {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly margin: number | undefined;
  readonly better: MetricName["better"];
  readonly decimals: number;
};

/** All rules on one metric of one slice, as one line of a table. */
export type GateRow = {
  readonly lead: EvaluationCheck;
  readonly mark: Mark;
  readonly name: MetricName;
  readonly metric: Phrase;
  readonly slice: string | undefined;
  readonly base: string;
  readonly now: string;
  readonly difference: string;
  readonly interval: string;
  readonly level: string;
  readonly limit: Phrase;
  readonly verdict: Phrase;
  readonly change: Change | undefined;
  readonly items: number | undefined;
};

/** The gated metrics of an evaluation, one row for each metric and slice, worst first. */
export function gateRows(evidence: EvaluationEvidence): GateRow[] {
  const groups = new Map<string, EvaluationCheck[]>();
  for (const check of evidence.checks) {
    const metric = check.metric ?? check.target.metric;
    // A gap compares groups: it has no base and no change that another rule's row could share.
    const own = metric === undefined || check.kind === "max-gap" ? check.id : "";
    const key = JSON.stringify([metric, sliceKey(sliceOf(check)), own]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [check]);
    else group.push(check);
  }
  const sizes = sampleSizes(evidence.metrics);
  return [...groups.values()]
    .map((checks) => gateRow(checks, sizes))
    .sort((a, b) => rankOf(a.lead) - rankOf(b.lead) || sliced(a) - sliced(b) || worse(a, b));
}

function gateRow(checks: readonly EvaluationCheck[], sizes: ReadonlyMap<string, number>): GateRow {
  const lead = worstCheck(checks);
  const shown = checks.find((check) => isFigure(check.difference)) ?? lead;
  const name = gateMetric(shown);
  const slice = sliceName(sliceOf(lead));
  const change = changeOf(shown, name);
  const decimals = decimalsFor(checks, change);
  const items = sizes.get(JSON.stringify([lead.metric, sliceKey(sliceOf(lead))]));
  return {
    lead,
    mark: markOf(lead),
    name,
    metric: [
      name.label,
      arrowOf(name.better),
      ...(slice === undefined ? [] : [" at ", { code: slice }]),
    ],
    slice,
    base: formatNumber(shown.baseline, decimals),
    now: formatNumber(shown.candidate, decimals),
    difference: formatChange(shown.difference, change?.decimals ?? decimals),
    interval: change === undefined ? "" : intervalText(change),
    level: formatPercent(shown.interval?.level ?? 0.9),
    limit: joined(
      checks.map((check) => [limitText(check)]),
      " · ",
    ),
    verdict: verdictPhrase(lead, { change, items }),
    change,
    items,
  };
}

/** An interval's two ends, with their signs. */
export function intervalText({ low, high, decimals }: Change): string {
  return `${formatChange(low, decimals)} … ${formatChange(high, decimals)}`;
}

function verdictPhrase(
  check: EvaluationCheck,
  seen: { change: Change | undefined; items: number | undefined },
): Phrase {
  const { word } = markOf(check);
  const waived =
    check.waived === undefined
      ? []
      : [" · waived by ", { code: check.waived.by }, " until ", check.waived.until];
  const words = reasonWords(check);
  const reason = words === "" ? plainText(check.note ?? "", 160) : words;
  if (check.outcome === "pass")
    return [isBetter(seen.change) ? "passes, better" : "passes", ...waived];
  const about = check.needed === undefined ? reason : neededText(check.needed, seen.items);
  return [about === "" ? word : `${word}: ${about}`, ...waived];
}

function neededText(needed: number, items: number | undefined): string {
  const rough = `≈ ${formatCount(Number(needed.toPrecision(2)))} needed`;
  return items === undefined ? rough : `${formatCount(items)} items, ${rough}`;
}

function isBetter(change: Change | undefined): boolean {
  if (change?.better === undefined) return false;
  return change.better === "higher" ? change.low > 0 : change.high < 0;
}

function changeOf(check: EvaluationCheck, name: MetricName): Change | undefined {
  const { interval, difference } = check;
  if (!isFigure(difference) || !isFigure(interval?.low) || !isFigure(interval.high))
    return undefined;
  const margin = marginOf(check);
  const start = decimalsOf(interval.low, interval.high) ?? plainDecimals(difference);
  const edge = margin === undefined ? undefined : name.better === "lower" ? margin : -margin;
  const decimals = edge === undefined ? start : tellApart(difference, edge, start);
  return {
    estimate: difference,
    low: interval.low,
    high: interval.high,
    margin,
    better: name.better,
    decimals,
  };
}

function decimalsFor(checks: readonly EvaluationCheck[], change: Change | undefined): number {
  const lead = worstCheck(checks);
  let decimals = change?.decimals ?? plainDecimals(lead.candidate ?? lead.baseline ?? 0);
  for (const check of checks) {
    const { rule, limit } = gateLimit(check);
    const isAbsolute = rule === "min" || rule === "max" || rule === "max-gap";
    if (isAbsolute && limit !== undefined && isFigure(check.candidate))
      decimals = tellApart(check.candidate, limit, decimals);
  }
  return decimals;
}

function worstCheck(checks: readonly EvaluationCheck[]): EvaluationCheck {
  const [worst] = checks.toSorted((a, b) => rankOf(a) - rankOf(b) || worseCheck(a, b));
  if (worst === undefined) throw new RangeError("a row needs a check");
  return worst;
}

function sliceOf(check: EvaluationCheck): Readonly<Record<string, string>> | null {
  return check.slice ?? check.target.slice ?? null;
}

function sliced(row: GateRow): number {
  return row.slice === undefined ? 0 : 1;
}

function worse(a: GateRow, b: GateRow): number {
  return a.lead.outcome === "pass" ? 0 : worseCheck(a.lead, b.lead);
}

function worseCheck(a: EvaluationCheck, b: EvaluationCheck): number {
  const [first, second] = [excessOf(a), excessOf(b)];
  return first === second ? 0 : second > first ? 1 : -1;
}
