import type { EvaluationEvidence } from "@slipway/contracts";
import { textBlock, type Block } from "./fit-blocks.ts";
import { counted } from "./format-number.ts";
import { gateRows, type GateRow } from "./gate-row.ts";
import { outcomesText } from "./data-rows.ts";
import { countsText } from "./headline.ts";
import { foldedTable, tableBlock, type TableText } from "./markdown-blocks.ts";
import { markdownOf, type Phrase } from "./phrase.ts";
import { ungatedTable } from "./ungated-table.ts";

/** At most this many slices that do not pass stand in the main table; the rest is folded. */
const openSlices = 5;

/** An evaluation in Markdown: gated metrics worst first, slices folded, and (`isFull`) every other metric. */
export function metricBlocks(evidence: EvaluationEvidence, isFull: boolean): Block[] {
  const rows = gateRows(evidence);
  const isOpen = (row: GateRow): boolean => row.slice !== undefined && row.mark.word !== "passes";
  const openRows = new Set(rows.filter(isOpen).slice(0, openSlices));
  const main = rows.filter((row) => row.slice === undefined || openRows.has(row));
  const folded = rows.filter((row) => row.slice !== undefined && !openRows.has(row));
  const title = markdownOf([
    { bold: ["Evaluation"] },
    " · ",
    { code: evidence.name },
    ` · ${countsText([evidence])}`,
  ]);
  const blocks = [main.length === 0 ? textBlock(3, title) : tableBlock(3, title, gateTable(main))];
  if (folded.length > 0) blocks.push(foldedTable(5, sliceSummary(rows), gateTable(folded)));
  if (isFull)
    blocks.push(
      ...ungatedTable(evidence).map(({ summary, table }) => foldedTable(8, summary, table)),
    );
  return blocks;
}

/** What a fold of slices holds, in one line. */
function sliceSummary(rows: readonly GateRow[]): Phrase {
  const slices = rows.filter(({ slice }) => slice !== undefined);
  return [
    { bold: ["Slices"] },
    ` · ${outcomesText(slices.map(({ lead }) => lead))} of ${counted(slices.length, "group")}`,
  ];
}

function gateTable(rows: readonly GateRow[]): TableText {
  const levels = new Set(rows.map(({ level }) => level));
  const [level] = levels;
  return {
    align: "llrrrrl",
    header: [
      "",
      "Metric",
      "Base",
      "This PR",
      levels.size === 1 ? `Change (${level ?? ""} interval)` : "Change (interval)",
      "Limit",
      "Verdict",
    ],
    rows: rows.map((row, index) => [
      [row.mark.emoji],
      row.metric,
      [row.base],
      [row.now],
      changeCell(row, { isFirst: index === 0, isLevelShown: levels.size > 1 }),
      row.limit,
      row.verdict,
    ]),
  };
}

function changeCell(row: GateRow, show: { isFirst: boolean; isLevelShown: boolean }): Phrase {
  if (row.change === undefined) return [row.difference];
  const level = show.isLevelShown ? `${row.level}: ` : "";
  return [show.isFirst ? { bold: [row.difference] } : row.difference, ` (${level}${row.interval})`];
}
