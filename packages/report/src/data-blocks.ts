import type { DataEvidence } from "@slipway/contracts";
import { counted, formatCount } from "./format-number.ts";
import {
  demandPhrase,
  examplePhrase,
  kindsPhrase,
  outcomesText,
  rankedChecks,
  wherePhrase,
} from "./data-rows.ts";
import { durationText } from "./duration.ts";
import { textBlock, type Block } from "./fit-blocks.ts";
import { countsText } from "./headline.ts";
import { foldedTable, foldedText, tableBlock, type TableText } from "./markdown-blocks.ts";
import { markdownOf, type Phrase } from "./phrase.ts";
import { markOf } from "./standing.ts";

/** A data validation in Markdown: what does not pass open, what passes folded, by kind or (`isFull`) row by row. */
export function dataBlocks(evidence: DataEvidence, isFull: boolean): Block[] {
  const checks = rankedChecks(evidence);
  const open = checks.filter(({ outcome }) => outcome !== "pass");
  const passing = checks.filter(({ outcome }) => outcome === "pass");
  // The comment must not change when only the time taken does: unchanged means no write.
  const took = isFull ? durationText(evidence.startedAt, evidence.finishedAt) : "";
  const size = `${counted(evidence.rows, "row")}${took === "" ? "" : `, ${took}`}`;
  if (open.length === 0 && !isFull && passing.length > 0) {
    const title: Phrase = [
      { bold: ["Data"] },
      " ",
      { code: evidence.name },
      ` · ${outcomesText(passing)} (${size})`,
    ];
    return [foldedText(5, title, kindsPhrase(passing))];
  }
  const title = markdownOf([
    { bold: ["Data"] },
    " · ",
    { code: evidence.name },
    ` · ${countsText([evidence])} (${size})`,
  ]);
  const blocks = [
    open.length === 0 ? textBlock(2, title) : tableBlock(2, title, checkTable(evidence, open)),
  ];
  if (passing.length === 0) return blocks;
  const summary: Phrase = [outcomesText(passing)];
  blocks.push(
    isFull
      ? foldedTable(7, summary, checkTable(evidence, passing))
      : foldedText(6, summary, kindsPhrase(passing)),
  );
  return blocks;
}

function checkTable(evidence: DataEvidence, checks: DataEvidence["checks"]): TableText {
  const files = new Set(evidence.checks.flatMap(({ samples }) => samples.map(({ file }) => file)));
  return {
    align: "lllrl",
    header: ["", "Check", "Where", "Failed", "Example"],
    rows: checks.map((check) => [
      [markOf(check).emoji],
      demandPhrase(check),
      wherePhrase(check),
      [formatCount(check.failed)],
      examplePhrase(check, files.size > 1),
    ]),
  };
}
