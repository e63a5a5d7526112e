import type { DataCheck, DataEvidence } from "@slipway/contracts";
import { demandPhrase, examplePhrase, rankedChecks, wherePhrase } from "./data-rows.ts";
import { durationText } from "./duration.ts";
import { counted, formatCount } from "./format-number.ts";
import { countsText } from "./headline.ts";
import { htmlBadge, htmlTable } from "./html-table.ts";
import { htmlOf } from "./phrase.ts";
import { quotedValue } from "./plain-text.ts";
import { markOf } from "./standing.ts";

/** At most this many offending rows of a check are listed. */
const mostSamples = 20;

/** A data validation: every check, worst first, then the rows that broke them. */
export function htmlData(evidence: DataEvidence, id: string): string {
  const took = durationText(evidence.startedAt, evidence.finishedAt);
  const title = htmlOf(["Data: ", { code: evidence.name }, `, ${countsText([evidence])}`]);
  const caption = `${counted(evidence.rows, "row")} examined${took === "" ? "" : ` in ${took}`}.`;
  const checks = rankedChecks(evidence);
  const passing = checks.filter(({ outcome }) => outcome === "pass");
  const open = checks.filter(({ outcome }) => outcome !== "pass");
  const parts = [
    `<p class="sub">${caption}</p>`,
    ...(open.length === 0
      ? []
      : [checkTable(open, "What does not pass, worst first."), sampleTable(evidence)]),
    ...(passing.length === 0
      ? []
      : [
          folded(
            `${counted(passing.length, "check")} ${passing.length === 1 ? "passes" : "pass"}`,
            checkTable(passing, "What passes."),
          ),
        ]),
  ];
  return `<section id="${id}"><h2>${title}</h2>\n${parts.join("\n")}</section>`;
}

function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>${content}</details>`;
}

function checkTable(checks: readonly DataCheck[], caption: string): string {
  return htmlTable({
    caption,
    columns: [
      { label: "", kind: "badge-cell" },
      { label: "Check" },
      { label: "Column" },
      { label: "Failed", kind: "n" },
      { label: "Examined", kind: "n" },
      { label: "Example" },
    ],
    rowHeader: 1,
    rows: checks.map((check) => [
      htmlBadge(markOf(check)),
      htmlOf(demandPhrase(check)),
      htmlOf(wherePhrase(check)),
      formatCount(check.failed),
      formatCount(check.examined),
      htmlOf(examplePhrase(check, false)),
    ]),
  });
}

function sampleTable(evidence: DataEvidence): string {
  const rows = rankedChecks(evidence).flatMap((check) =>
    check.samples
      .slice(0, mostSamples)
      .map((sample) => [
        htmlOf([check.title]),
        htmlOf([{ code: sample.file }]),
        sample.line === undefined ? "–" : formatCount(sample.line),
        formatCount(sample.row),
        sample.column === null ? "–" : htmlOf([{ code: sample.column }]),
        sample.value === null ? "no value" : htmlOf([{ code: quotedValue(sample.value) }]),
      ]),
  );
  if (rows.length === 0) return "";
  const columns = [
    { label: "Check" },
    { label: "File" },
    { label: "Line", kind: "n" } as const,
    { label: "Row", kind: "n" } as const,
    { label: "Column" },
    { label: "Value" },
  ];
  const table = htmlTable({
    caption: `At most ${mostSamples} rows of each check.`,
    columns,
    rowHeader: 0,
    rows,
  });
  return folded(counted(rows.length, "offending row"), table);
}
