import type { Evidence, EvaluationEvidence } from "@slipway/contracts";
import { formatCount } from "./format-number.ts";
import { formatInstant } from "./format-time.ts";
import { htmlBadge, htmlTable } from "./html-table.ts";
import { htmlOf, joined, type Phrase } from "./phrase.ts";
import { methodsOf, notices, provenance } from "./provenance.ts";
import { reasonWords } from "./reason-words.ts";
import { markOf, rankOf } from "./standing.ts";

/** How each document was computed: formulas, baseline, inputs, files with their digests, tool and run. */
export function htmlHow(evidences: readonly Evidence[]): string {
  const parts = evidences.map((evidence) => {
    const facts = [...factsOf(evidence), ...inputFacts(evidence), ...subjectFacts(evidence)];
    const table = htmlTable({
      caption: `Evidence of kind ${evidence.kind}.`,
      columns: [{ label: "Fact" }, { label: "Value" }],
      rowHeader: 0,
      rows: facts.map(([name, value]) => [htmlOf(name), htmlOf(value)]),
    });
    return `<h3>${htmlOf([{ code: evidence.name }])}</h3>\n${table}`;
  });
  return `<section id="how"><h2>How it was computed</h2>\n${parts.join("\n")}</section>`;
}

/** Every check of every document, as the ledger has it. */
export function htmlLedger(evidences: readonly Evidence[]): string {
  const rows = evidences.flatMap((evidence) =>
    evidence.checks
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map((check) => [
        htmlBadge(markOf(check)),
        htmlOf([{ code: check.id }]),
        htmlOf([check.title]),
        htmlOf([check.severity]),
        jsonHtml(check.expected),
        jsonHtml(check.observed),
        htmlOf([[reasonWords(check), check.note ?? ""].filter((text) => text !== "").join(": ")]),
        htmlOf([{ code: `${check.source.file}:${String(check.source.line)}` }]),
      ]),
  );
  const labels = ["Check", "Demands", "Severity", "Expected", "Observed", "Reason", "Source"];
  const table = htmlTable({
    caption: "Every check, worst first in each document.",
    columns: [{ label: "", kind: "badge-cell" }, ...labels.map((label) => ({ label }))],
    rowHeader: 1,
    rows,
  });
  return `<section id="ledger"><h2>Ledger</h2>\n<details><summary>${formatCount(rows.length)} checks</summary>${table}</details></section>`;
}

type Fact = readonly [Phrase, Phrase];

function factsOf(evidence: Evidence): Fact[] {
  const { run, tool, startedAt, finishedAt } = evidence;
  const link: Phrase = run.url === undefined ? [] : [" · ", { href: run.url, text: "run" }];
  return [
    [["Compared"], provenance(evidence)],
    ...(evidence.kind === "evaluation" ? evaluationFacts(evidence) : []),
    ...notices(evidence).map((notice): Fact => [["Notice"], notice]),
    [["Time"], [`${formatInstant(startedAt)} to ${formatInstant(finishedAt)}`]],
    [["Made by"], [`${tool.name} ${tool.version}`, ...link]],
  ];
}

function evaluationFacts(evidence: EvaluationEvidence): Fact[] {
  const formulas = new Map(
    evidence.metrics.map(({ name, function: formula, params }): [string, Phrase] => [
      name,
      [{ code: formulaText(formula, params) }],
    ]),
  );
  const levels = new Set(
    evidence.checks.flatMap(({ interval }) => (interval === undefined ? [] : [interval.level])),
  );
  const level = [...levels]
    .map((value) => `${String(Math.round(value * 1000) / 10)} % two-sided`)
    .join(", ");
  return [
    [["Task"], [evidence.task]],
    [["Formulas, by their scikit-learn names"], joined([...formulas.values()].slice(0, 40), " ")],
    ...(level === ""
      ? []
      : [
          [
            ["Intervals"],
            [`${methodsOf(evidence).join("; ")}; ${level}: the interval that decided`],
          ] satisfies Fact,
        ]),
    [["Items"], [formatCount(evidence.items.rows)]],
  ];
}

function formulaText(
  name: string,
  params: EvaluationEvidence["metrics"][number]["params"],
): string {
  const given = Object.entries(params).map(
    ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  return `${name}(${given.join(", ")})`;
}

function inputFacts({ inputs }: Evidence): Fact[] {
  return Object.entries(inputs)
    .slice(0, 100)
    .map(([key, value]) => [
      ["Input ", { code: key }],
      [{ code: typeof value === "string" ? value : JSON.stringify(value) }],
    ]);
}

function subjectFacts({ subjects }: Evidence): Fact[] {
  return subjects.slice(0, 500).map(({ name, digest, sizeBytes }) => [
    ["File ", { code: name }],
    [{ code: `sha256:${digest.sha256}` }, ` ${formatCount(sizeBytes)} bytes`],
  ]);
}

function jsonHtml(value: Evidence["checks"][number]["expected"]): string {
  if (value === null) return "";
  return htmlOf([{ code: typeof value === "string" ? value : JSON.stringify(value) }]);
}
