import type { DataEvidence, Evidence, EvaluationEvidence } from "@slipway/contracts";
import type { Outcome } from "@slipway/kernel";
import { demandPhrase, rankedChecks } from "./data-rows.ts";
import { durationText } from "./duration.ts";
import { counted, formatCount } from "./format-number.ts";
import { gateRows, type GateRow } from "./gate-row.ts";
import { countsText, subjectOf } from "./headline.ts";
import { arrowOf } from "./metric-name.ts";
import { bareTextOf, joined, textOf, type Phrase } from "./phrase.ts";
import { plainText, quotedValue } from "./plain-text.ts";
import { identity, loosenedPhrases, notices } from "./provenance.ts";
import { markOf, outcomeOf } from "./standing.ts";
import { alignRows, type TerminalCell, type TerminalStyle } from "./terminal-text.ts";

/** More findings than this would scroll the verdict away. */
const mostFindings = 50;
const words: Record<Outcome, string> = {
  pass: "PASS",
  warn: "WARN",
  inconclusive: "INCONCLUSIVE",
  fail: "FAIL",
  error: "ERROR",
};

/** Evidence for a terminal: what was found, then the verdict, one block for each document. */
export function renderTerminal(evidences: readonly Evidence[], style: TerminalStyle): string {
  const blocks = evidences.map((evidence) => {
    const found =
      evidence.kind === "evaluation" ? metricLines(evidence, style) : findingLines(evidence, style);
    const told = notices(evidence).map((notice) => style.dim(`  ${textOf(notice)}`));
    const parts = [[titleLine(evidence)], found, told, [verdictLine(evidence, style)]];
    return parts
      .filter((part) => part.length > 0)
      .map((part) => part.join("\n"))
      .join("\n\n");
  });
  const loosened = loosenedPhrases(evidences).map((phrase) => `  ${textOf(phrase)}`);
  if (loosened.length > 0) blocks.push(loosened.join("\n"));
  return blocks.length === 0 ? style.red("INCONCLUSIVE  nothing was checked") : blocks.join("\n\n");
}

function titleLine(evidence: Evidence): string {
  const [subject] = evidence.subjects;
  const took = durationText(evidence.startedAt, evidence.finishedAt);
  const size =
    evidence.kind === "evaluation"
      ? counted(evidence.items.rows, "item")
      : counted(evidence.rows, "row");
  const [source] = evidence.kind === "evaluation" ? [] : evidence.checks;
  const parts: Phrase[] = [
    identity(evidence),
    ...(subject === undefined ? [] : [[subject.name]]),
    [size],
    ...(source === undefined ? [] : [[`contract ${source.source.file}`]]),
    ...(took === "" ? [] : [[took]]),
  ];
  return bareTextOf(joined(parts, " · "));
}

function findingLines(evidence: DataEvidence, style: TerminalStyle): string[] {
  const open = rankedChecks(evidence).filter(({ outcome }) => outcome !== "pass");
  const rows = open.slice(0, mostFindings).map((check): TerminalCell[] => {
    const paint = check.blocks ? style.red : style.yellow;
    const [sample] = check.samples;
    const column = check.target.column ?? check.target.dataset;
    const place =
      sample === undefined
        ? ""
        : `${plainText(sample.file)}${sample.line === undefined ? ` row ${String(sample.row)}` : `:${String(sample.line)}`}`;
    const value = sample === undefined ? "" : ` = ${quotedValue(sample.value, 30)}`;
    const title = bareTextOf(demandPhrase({ ...check, code: undefined }));
    return [
      { text: `  ${markOf(check).sign} ${place}`.trimEnd(), paint },
      { text: `${plainText(column, 40)}${value}` },
      { text: title, paint },
      { text: check.failed > 0 ? counted(check.failed, "row") : "", isRight: true },
      { text: plainText(check.code ?? "") },
    ];
  });
  const more = open.length - rows.length;
  return [
    ...alignRows(rows),
    ...(more > 0 ? [style.dim(`  ${counted(more, "finding")} more`)] : []),
  ];
}

function metricLines(evidence: EvaluationEvidence, style: TerminalStyle): string[] {
  const rows = gateRows(evidence);
  const shown = rows.filter(({ slice, mark }) => slice === undefined || mark.word !== "passes");
  if (shown.length === 0) return [];
  const levels = new Set(shown.map(({ level }) => level));
  const level = levels.size === 1 ? `${[...levels].join("")} interval` : "interval";
  const header = ["  metric", "", "base", "now", "change", level, "limit", "verdict"].map(
    (text, index): TerminalCell => ({ text, paint: style.dim, isRight: index >= 2 && index <= 5 }),
  );
  const lines = alignRows([
    header,
    ...shown.slice(0, mostFindings).map((row) => metricRow(row, style)),
  ]);
  const more = shown.length - mostFindings;
  return [...lines, ...(more > 0 ? [style.dim(`  ${counted(more, "metric")} more`)] : [])];
}

function metricRow(row: GateRow, style: TerminalStyle): TerminalCell[] {
  const paint =
    row.mark.emoji === "🟢" ? style.green : row.mark.emoji === "🟡" ? style.yellow : style.red;
  const right = (text: string): TerminalCell => ({ text, isRight: true });
  return [
    { text: `  ${plainText(bareTextOf(subjectOf(row)), 60)}` },
    { text: row.metric.includes(arrowOf(row.name.better)) ? arrowOf(row.name.better).trim() : "" },
    right(row.base),
    right(row.now),
    right(row.difference),
    right(row.interval),
    { text: textOf(row.limit) },
    { text: textOf(row.verdict), paint },
  ];
}

function verdictLine(evidence: Evidence, style: TerminalStyle): string {
  const outcome = outcomeOf(evidence);
  const paint = outcome === "pass" ? style.green : outcome === "warn" ? style.yellow : style.red;
  const slices =
    evidence.kind === "evaluation"
      ? gateRows(evidence).filter(({ slice }) => slice !== undefined).length
      : 0;
  const judged =
    slices === 0 ? "" : ` · ${formatCount(slices)} ${slices === 1 ? "group" : "groups"} judged`;
  return `  ${paint(style.bold(words[outcome]))}  ${countsText([evidence])}${judged}`;
}
