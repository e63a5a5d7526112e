import type { Evidence } from "@slipway/contracts";
import { explainRemedy, explainWhy } from "./explain.ts";
import { escapeHtml } from "./escape-html.ts";
import { formatCount } from "./format-number.ts";
import { formatInstant } from "./format-time.ts";
import { countsText } from "./headline.ts";
import { htmlData } from "./html-data.ts";
import { htmlHow, htmlLedger } from "./html-how.ts";
import { htmlMetrics } from "./html-metrics.ts";
import { htmlStyle, htmlStyleHash } from "./html-style.ts";
import { stateOf } from "./html-table.ts";
import { htmlOf, bareTextOf, joined, type Phrase } from "./phrase.ts";
import { identity, loosenedPhrases } from "./provenance.ts";
import { allChecks, inReadingOrder, overallOutcome, verdictMark } from "./standing.ts";

/** A title of its own, and the ISO instant that is shown: without it, when the last evidence was finished. */
export type HtmlOptions = { readonly title?: string; readonly generatedAt?: string };

/** The report as one HTML file that loads nothing and runs no script. */
export function renderHtml(found: readonly Evidence[], options: HtmlOptions = {}): string {
  const evidences = inReadingOrder(found);
  const heading = headingPhrase(evidences);
  const { title, generatedAt = lastFinished(evidences) } = options;
  const sections = evidences.map((evidence, index) => ({
    id: `part-${String(index + 1)}`,
    label: `${evidence.kind === "evaluation" ? "Metrics" : "Data"} ${evidence.name}`,
    evidence,
  }));
  const body = sections.map(({ evidence, id }) =>
    evidence.kind === "evaluation" ? htmlMetrics(evidence, id) : htmlData(evidence, id),
  );
  const links = [
    ...sections,
    { id: "how", label: "How it was computed" },
    { id: "ledger", label: "Ledger" },
  ];
  return [
    ...headLines(title ?? `${bareTextOf(heading)} · Slipway`),
    `<h1>${htmlOf(heading)}</h1>`,
    ...evidences.slice(0, 20).map((evidence) => `<p class="sub">${htmlOf(identity(evidence))}</p>`),
    `<p class="sub">${escapeHtml(formatInstant(generatedAt))}</p>`,
    verdictBox(evidences),
    tileList(evidences),
    `<nav aria-label="Sections">${links.map(({ id, label }) => `<a href="#${id}">${escapeHtml(label)}</a>`).join("")}</nav>`,
    ...body,
    htmlHow(evidences),
    htmlLedger(evidences),
    `<footer>This file is complete: it loads nothing and runs no script.</footer>`,
    "</main></body></html>",
    "",
  ].join("\n");
}

/** Instants of one form, in UTC, sort as text. */
function lastFinished(evidences: readonly Evidence[]): string {
  return (
    evidences
      .map(({ finishedAt }) => finishedAt)
      .sort()
      .at(-1) ?? ""
  );
}

function headLines(title: string): string[] {
  const policy = `default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`;
  return [
    `<!doctype html>`,
    `<html lang="en"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${htmlStyle}</style></head><body><main>`,
  ];
}

/** "Blocked: ROC AUC fell by 2.4 points, and 2 rules of flights are broken". */
function headingPhrase(evidences: readonly Evidence[]): Phrase {
  const outcome = overallOutcome(evidences);
  const claims =
    outcome === "pass"
      ? [[countsText(evidences)]]
      : explainWhy(evidences).map(({ claim }) => claim);
  const said = claims.length > 0 ? claims : [[countsText(evidences)]];
  return [`${verdictMark(outcome).word}: `, ...joined(said, ", and ")];
}

function verdictBox(evidences: readonly Evidence[]): string {
  const outcome = overallOutcome(evidences);
  const whys = outcome === "pass" ? [] : explainWhy(evidences);
  const loosened = loosenedPhrases(evidences);
  const remedies = outcome === "pass" ? [] : explainRemedy(evidences);
  const lines: Phrase[] = [
    ...whys.map(({ claim, support }): Phrase => [{ bold: ["Why: "] }, ...claim, ...support]),
    ...(remedies.length === 0
      ? []
      : [[{ bold: ["What to do: "] }, ...joined(remedies, "; "), "."]]),
    ...loosened.slice(0, 50).map((phrase): Phrase => [{ bold: ["Policy: "] }, ...phrase]),
  ];
  const { emoji, word } = verdictMark(outcome);
  const said =
    lines.length > 0
      ? lines
      : [[{ bold: [`${word}. `] }, "Every check that the policy demands was made and passed."]];
  return `<div class="verdict ${stateOf(emoji)}">${said.map((line) => `<p>${htmlOf(line)}</p>`).join("")}</div>`;
}

function tileList(evidences: readonly Evidence[]): string {
  const checks = allChecks(evidences);
  const passing = checks.filter(({ outcome }) => outcome === "pass").length;
  const tiles = [
    { figure: `${formatCount(passing)} of ${formatCount(checks.length)}`, about: "checks pass" },
    ...evidences.slice(0, 11).map(tileOf),
  ];
  return `<ul class="tiles">${tiles.map(({ figure, about }) => `<li><b>${figure}</b><span>${about}</span></li>`).join("")}</ul>`;
}

function tileOf(evidence: Evidence): { figure: string; about: string } {
  const name: Phrase = [{ code: evidence.name }];
  if (evidence.kind === "data-validation")
    return {
      figure: formatCount(evidence.rows),
      about: htmlOf(["rows of ", ...name, " examined"]),
    };
  const { baseline, items } = evidence;
  if (baseline === null)
    return {
      figure: formatCount(items.rows),
      about: htmlOf(["items of ", ...name, ", no baseline"]),
    };
  const alone = baseline.onlyBaseline + baseline.onlyCandidate;
  const left = alone === 0 ? "none left over" : `${formatCount(alone)} left over`;
  const isPaired = baseline.pairedBy !== null;
  return {
    figure: formatCount(isPaired ? baseline.paired : items.rows),
    about: htmlOf(
      isPaired
        ? ["items of ", ...name, " paired by ", { code: baseline.pairedBy ?? "" }, `, ${left}`]
        : ["items of ", ...name, ", not paired with the baseline"],
    ),
  };
}
