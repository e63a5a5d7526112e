import type { ModelHistory } from "@slipway/contracts";
import { shortDigest } from "@slipway/kernel";
import { fitBlocks, textBlock, type Block } from "../fit-blocks.ts";
import { counted } from "../format-number.ts";
import { tableBlock } from "../markdown-blocks.ts";
import { bareTextOf, joined, markdownOf, type Phrase } from "../phrase.ts";
import { plainText } from "../plain-text.ts";
import { alignRows, type TerminalCell, type TerminalStyle } from "../terminal-text.ts";
import { digestCode, paragraphs } from "./delivery-parts.ts";
import { historyColumns, historyRows, minuteOf, momentWords } from "./history-rows.ts";

/** A model's history as GitHub Markdown: what runs where, then what happened, newest first. */
export function renderHistory(history: ModelHistory): string {
  const blocks = [
    textBlock(0, `### ${markdownOf(title(history))}`),
    ...currentBlocks(history),
    ...eventBlocks(history),
    textBlock(0, `<sub>${markdownOf(logWords(history))}</sub>`),
  ];
  return fitBlocks(blocks, 1_000_000, "the JSON document");
}

/** A model's history for a terminal. */
export function renderHistoryText(history: ModelHistory, style: TerminalStyle): string {
  const asksForState =
    history.environment === null ||
    history.at !== null ||
    history.current.some(({ hold }) => hold !== null);
  return paragraphs([
    asksForState ? [bareTextOf(title(history)), ...currentLines(history)] : [],
    eventLines(history, style),
    [style.dim(`  ${bareTextOf(logWords(history))}`)],
  ]);
}

function title(history: ModelHistory): Phrase {
  const { model, environment } = history;
  const where = environment === null ? "" : ` in ${environment}`;
  return [{ code: model }, `${where}, ${momentWords(history)}`];
}

function currentBlocks({ current }: ModelHistory): Block[] {
  if (current.length === 0) return [textBlock(1, "Nothing runs anywhere.")];
  const isHeld = current.some(({ hold }) => hold !== null);
  const rows = current.map(({ environment, version, digest, since, entry, hold }): Phrase[] => [
    [environment],
    [version],
    [digestCode(digest)],
    [minuteOf(since)],
    [String(entry)],
    ...(isHeld ? [holdPhrase(hold)] : []),
  ]);
  const header = ["Environment", "Version", "Digest", "Since (UTC)", "Entry"];
  const table = {
    align: isHeld ? "llllrl" : "llllr",
    header: isHeld ? [...header, "Hold"] : header,
    rows,
  };
  return [tableBlock(1, "", table)];
}

function holdPhrase(hold: string | null): Phrase {
  return hold === null ? [] : [{ bold: ["held"] }, `: ${hold}`];
}

function eventBlocks(history: ModelHistory): Block[] {
  const rows = historyRows(history);
  if (rows.length === 0) return [textBlock(2, "The log tells nothing of it.")];
  const columns = historyColumns(rows, history);
  const table = {
    align: columns.map(({ key }) => (key === "entry" ? "r" : "l")).join(""),
    header: columns.map(({ title: text }) => text),
    rows: rows.map((row) =>
      columns.map(({ key }): Phrase => {
        const text = row[key];
        const isName = text !== "" && (key === "people" || key === "digest");
        return isName ? [{ code: text }] : [text];
      }),
    ),
  };
  return [tableBlock(2, "**What happened**", table)];
}

function currentLines({ current }: ModelHistory): string[] {
  if (current.length === 0) return ["  nothing runs"];
  return alignRows(
    current.map(({ environment, version, digest, since, entry, hold }): TerminalCell[] => [
      { text: `  ${plainText(environment)}` },
      { text: plainText(version) },
      { text: plainText(shortDigest(digest)) },
      { text: `since ${plainText(minuteOf(since))}` },
      { text: `entry ${entry}` },
      { text: hold === null ? "" : `held: ${plainText(hold)}` },
    ]),
  );
}

function eventLines(history: ModelHistory, style: TerminalStyle): string[] {
  const rows = historyRows(history);
  if (rows.length === 0) return ["  the log tells nothing of it"];
  const columns = historyColumns(rows, history);
  const header = columns.map(({ key, title: text }, index): TerminalCell => ({
    text: index === 0 ? `  ${text}` : text,
    isRight: key === "entry",
    paint: style.dim,
  }));
  const lines = rows.map((row) =>
    columns.map(({ key }, index): TerminalCell => ({
      text: `${index === 0 ? "  " : ""}${plainText(row[key])}`,
      isRight: key === "entry",
      ...(row.isRefused ? { paint: style.red } : {}),
    })),
  );
  return alignRows([header, ...lines]);
}

function logWords({ log }: ModelHistory): Phrase {
  return joined(
    [[`log of ${counted(log.size, "entry", "entries")}`], ["root ", digestCode(log.root)]],
    ", ",
  );
}
