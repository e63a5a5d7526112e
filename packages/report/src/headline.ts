import type { DataCheck, Evidence } from "@slipway/contracts";
import type { Outcome } from "@slipway/kernel";
import { counted, formatChange, formatCount } from "./format-number.ts";
import { gateLimit, limitText } from "./gate-limit.ts";
import type { Change } from "./gate-change.ts";
import { gateRows, type GateRow } from "./gate-row.ts";
import { joined, type Phrase } from "./phrase.ts";
import { reasonWords } from "./reason-words.ts";
import {
  allChecks,
  countsOf,
  isInfo,
  isSmallGroups,
  overallOutcome,
  rankOf,
  verdictMark,
} from "./standing.ts";

/** The verdict, the counts and the worst evidence, in one line without its emoji. */
export function headline(evidences: readonly Evidence[]): Phrase {
  const worst = worstEvidence(evidences);
  return joined(
    [
      [verdictMark(overallOutcome(evidences)).word],
      [countsText(evidences)],
      ...(worst.length > 0 ? [worst] : []),
    ],
    " · ",
  );
}

/** "3 of 55 checks fail, 1 is inconclusive", counted from the ledgers. */
export function countsText(evidences: readonly Evidence[]): string {
  const checks = allChecks(evidences).filter((check) => !isSmallGroups(check));
  const counts = countsOf(checks.filter((check) => !isInfo(check)));
  if (checks.length === 0) return "nothing was checked";
  const order: readonly Outcome[] = ["fail", "error", "inconclusive", "warn"];
  const found = order.filter((outcome) => counts[outcome] > 0);
  if (found.length === 0) return counted(checks.length, "check");
  return found
    .map((outcome, index) => {
      const of = index === 0 ? ` of ${counted(checks.length, "check")}` : "";
      return `${formatCount(counts[outcome])}${of} ${verbOf(outcome, counts[outcome])}`;
    })
    .join(", ");
}

/** A change with its interval and what is allowed: points for a rate, else the metric's own unit. */
function changeText(change: Change, row: Pick<GateRow, "name" | "level">): string {
  const { margin, better } = change;
  const unit = row.name.isRate
    ? { scale: 100, decimals: change.decimals - 2, noun: " points" }
    : { scale: 1, decimals: change.decimals, noun: "" };
  const show = (value: number): string => formatChange(value * unit.scale, unit.decimals);
  const allowed =
    margin === undefined
      ? ""
      : `, allowed ${margin === 0 ? "0" : show(better === "lower" ? margin : -margin)}`;
  return `${show(change.estimate)}${unit.noun} (${row.level} interval ${show(change.low)} … ${show(change.high)}${allowed})`;
}

/** Whether the check that leads a row is about a change against the baseline. */
export function isAboutChange(row: GateRow): boolean {
  const { rule } = gateLimit(row.lead);
  return (
    row.change !== undefined &&
    (rule === "max-drop" || rule === "max-relative-drop" || row.lead.outcome === "pass")
  );
}

function worstEvidence(evidences: readonly Evidence[]): Phrase {
  const rows = evidences.flatMap((evidence) =>
    evidence.kind === "evaluation" ? gateRows(evidence) : [],
  );
  const data = evidences
    .flatMap((evidence) => (evidence.kind === "data-validation" ? evidence.checks : []))
    .filter(({ outcome }) => outcome !== "pass")
    .sort((a, b) => rankOf(a) - rankOf(b) || b.failed - a.failed)[0];
  const row = rows.toSorted((a, b) => rankOf(a.lead) - rankOf(b.lead))[0];
  if (row === undefined) return data === undefined ? [] : dataPhrase(data);
  if (data !== undefined && rankOf(data) < rankOf(row.lead)) return dataPhrase(data);
  return rowPhrase(row.lead.outcome === "pass" ? (rows.find(isAboutChange) ?? row) : row);
}

function rowPhrase(row: GateRow): Phrase {
  const { rule, limit } = gateLimit(row.lead);
  if (row.change !== undefined && isAboutChange(row))
    return [...subjectOf(row), ` ${changeText(row.change, row)}`];
  const isUndone = row.now === "–" || (row.change === undefined && rule?.includes("drop"));
  if (isUndone) {
    const reason = reasonWords(row.lead);
    return reason === "" ? subjectOf(row) : [...subjectOf(row), `: ${reason}`];
  }
  if (rule === undefined || limit === undefined) return [...subjectOf(row), ` ${row.now}`];
  return [...subjectOf(row), ` ${row.now}, limit ${limitText(row.lead)}`];
}

/** The metric of a row without the arrow of what is better. */
export function subjectOf({ metric }: GateRow): Phrase {
  return metric.filter((span) => span !== " ↑" && span !== " ↓");
}

function dataPhrase(check: DataCheck): Phrase {
  const { dataset, column } = check.target;
  const reason = reasonWords(check);
  const told =
    check.failed > 0
      ? `${counted(check.failed, "row")} fail “${check.title}”`
      : `${check.title}${reason === "" ? "" : `: ${reason}`}`;
  return [{ code: column ?? dataset }, ": ", told];
}

function verbOf(outcome: Outcome, count: number): string {
  const one = count === 1;
  if (outcome === "fail") return one ? "fails" : "fail";
  if (outcome === "error") return "could not be run";
  if (outcome === "inconclusive") return one ? "is inconclusive" : "are inconclusive";
  return one ? "warns" : "warn";
}
