import type { EvaluationCheck, EvaluationEvidence } from "@slipway/contracts";
import {
  formatChange,
  formatCount,
  formatNumber,
  formatPercent,
  isFigure,
} from "./format-number.ts";
import {
  changeOf,
  intervalText,
  isBetter,
  valueDecimals,
  valueText,
  type Change,
} from "./gate-change.ts";
import { excessOf, gateColumn, gateMetric, limitText } from "./gate-limit.ts";
import { arrowOf, type MetricName } from "./metric-name.ts";
import { joined, type Phrase } from "./phrase.ts";
import { reasonText } from "./reason-words.ts";
import { sampleSizes, sliceKey, sliceName } from "./slices.ts";
import { isSmallGroups, markOf, rankOf, type Mark } from "./standing.ts";

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
    if (isSmallGroups(check)) continue;
    const key = rowKey(check);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [check]);
    else group.push(check);
  }
  const sizes = sampleSizes(evidence.metrics);
  return [...groups.values()]
    .map((checks) => gateRow(checks, sizes))
    .sort((a, b) => rankOf(a.lead) - rankOf(b.lead) || sliced(a) - sliced(b) || worse(a, b));
}

/** Rules that share figures share a row; a gap, or a rule on groups that were not judged, has its own. */
function rowKey(check: EvaluationCheck): string {
  const metric = check.metric ?? check.target.metric;
  const slice = sliceOf(check);
  const isAlone = metric === undefined || (slice === null && gateColumn(check) !== undefined);
  return JSON.stringify([metric, sliceKey(slice), isAlone ? check.id : ""]);
}

function gateRow(checks: readonly EvaluationCheck[], sizes: ReadonlyMap<string, number>): GateRow {
  const lead = worstCheck(checks);
  const shown = checks.find((check) => isFigure(check.difference)) ?? lead;
  const name = gateMetric(shown);
  const slice = sliceName(sliceOf(lead));
  const change = changeOf(shown);
  const decimals = valueDecimals(lead, checks, change);
  const items = sizes.get(JSON.stringify([lead.metric, sliceKey(sliceOf(lead))]));
  return {
    lead,
    mark: markOf(lead),
    name,
    metric: metricPhrase(shown, name, slice),
    slice,
    base: formatNumber(shown.baseline, decimals),
    now: valueText(shown, decimals),
    difference: formatChange(shown.difference, change?.decimals ?? decimals),
    interval: change === undefined ? "" : intervalText(change),
    level: formatPercent(shown.interval?.level ?? 0.9),
    limit: limitPhrase(checks),
    verdict: verdictPhrase(lead, change, items),
    change,
    items,
  };
}

function limitPhrase(checks: readonly EvaluationCheck[]): Phrase {
  const limits = [...new Set(checks.map(limitText))];
  const more = limits.length > 5 ? [`${formatCount(limits.length - 5)} more`] : [];
  return joined(
    [...limits.slice(0, 5), ...more].map((limit) => [limit]),
    " · ",
  );
}

function metricPhrase(check: EvaluationCheck, name: MetricName, slice: string | undefined): Phrase {
  if (check.metric === undefined && check.target.metric === undefined) return [check.title];
  const column = slice === undefined ? gateColumn(check) : undefined;
  if (check.kind === "max-gap" && column !== undefined)
    return [name.label, " gap by ", { code: column }];
  const by: Phrase = column === undefined ? [] : [" by ", { code: column }];
  const at: Phrase = slice === undefined ? by : [" at ", { code: slice }];
  return [name.label, arrowOf(name.better), ...at];
}

function verdictPhrase(
  check: EvaluationCheck,
  change: Change | undefined,
  items: number | undefined,
): Phrase {
  const { word } = markOf(check);
  const waived: Phrase =
    check.waived === undefined
      ? []
      : [" · waived by ", { code: check.waived.by }, " until ", check.waived.until];
  const reason = reasonText(check);
  if (check.outcome === "pass") {
    const better = isBetter(change) ? ", better" : "";
    return [`${word}${better}${reason === "" ? "" : `: ${reason}`}`, ...waived];
  }
  const about = check.needed === undefined ? reason : neededText(check.needed, items);
  return [about === "" ? word : `${word}: ${about}`, ...waived];
}

function neededText(needed: number, items: number | undefined): string {
  const rough = `≈ ${formatCount(Number(needed.toPrecision(2)))} needed`;
  return items === undefined ? rough : `${formatCount(items)} items, ${rough}`;
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
