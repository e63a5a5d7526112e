import type { Evidence } from "@slipway/contracts";
import { dataBlocks } from "./data-blocks.ts";
import { explainRemedy, explainWhy } from "./explain.ts";
import { fitBlocks, textBlock, type Block } from "./fit-blocks.ts";
import { headline } from "./headline.ts";
import { metricBlocks } from "./metric-blocks.ts";
import { joined, markdownOf, type Phrase } from "./phrase.ts";
import { loosenedPhrases, notices, provenance } from "./provenance.ts";
import { inReadingOrder, overallOutcome, verdictMark } from "./standing.ts";

/** Where a reader can go on; anything but a plain http or https address is not linked. */
export type ReportLinks = {
  readonly summary?: string;
  readonly report?: string;
  readonly rerun?: string;
};

/** What a text report may say beside the evidence, and its budget in bytes of UTF-8. */
type TextOptions = { readonly links?: ReportLinks; readonly limit?: number };

/** One table of a comment shows at most this many rows, so that it cannot crowd out the others. */
const mostRows = 100;

/** The comment without its marker: verdict, why, provenance, data, metrics, slices, notices, footer. */
export function renderMarkdown(evidences: readonly Evidence[], options: TextOptions = {}): string {
  const { links = {}, limit = 65_000 } = options;
  const blocks = allBlocks(inReadingOrder(evidences), links, false).map((block) => ({
    ...block,
    most: mostRows,
  }));
  return fitBlocks(blocks, limit, "the summary");
}

/** The job summary: the same story with every table in full, within 1,000,000 bytes unless `limit` is set. */
export function renderSummary(evidences: readonly Evidence[], options: TextOptions = {}): string {
  const { links = {}, limit = 1_000_000 } = options;
  return fitBlocks(allBlocks(inReadingOrder(evidences), links, true), limit, "the evidence file");
}

function allBlocks(evidences: readonly Evidence[], links: ReportLinks, isFull: boolean): Block[] {
  const data = evidences.filter((evidence) => evidence.kind === "data-validation");
  const evaluations = evidences.filter((evidence) => evidence.kind === "evaluation");
  return [
    ...openingBlocks(evidences, links),
    ...data.flatMap((evidence) => dataBlocks(evidence, isFull)),
    ...evaluations.flatMap((evidence) => metricBlocks(evidence, isFull)),
    ...closingBlocks(evidences, links),
  ];
}

function openingBlocks(evidences: readonly Evidence[], links: ReportLinks): Block[] {
  const { emoji } = verdictMark(overallOutcome(evidences));
  const blocks = [textBlock(0, `### ${emoji} ${markdownOf(headline(evidences))}`)];
  const alert = alertText(evidences, links);
  if (alert !== "") blocks.push(textBlock(1, alert));
  const compared = evidences.filter(({ kind }) => kind === "evaluation");
  const told = compared.length > 0 ? compared : evidences;
  if (told.length > 0) blocks.push(subLines(2, told.map(provenance)));
  const loosened = loosenedPhrases(evidences);
  if (loosened.length > 0) blocks.push(listBlock(2, loosened));
  return blocks;
}

function alertText(evidences: readonly Evidence[], links: ReportLinks): string {
  const outcome = overallOutcome(evidences);
  if (outcome === "pass") return "";
  const whys = explainWhy(evidences).map(({ claim, support }): Phrase => [
    { bold: claim },
    ...support,
  ]);
  const remedies = explainRemedy(evidences);
  const report: Phrase =
    links.report === undefined
      ? []
      : [" Details are in the ", { href: links.report, text: "report" }, "."];
  const todo: Phrase[] =
    remedies.length === 0
      ? []
      : [[{ bold: ["What to do:"] }, " ", ...joined(remedies, "; "), ".", ...report]];
  const lines = [...whys, ...todo].map((phrase) => `> ${markdownOf(phrase)}`);
  return [`> [!${outcome === "warn" ? "WARNING" : "CAUTION"}]`, lines.join("\n>\n")].join("\n");
}

function closingBlocks(evidences: readonly Evidence[], links: ReportLinks): Block[] {
  const told = sharedNotices(evidences);
  const [first] = evidences;
  const parts: Phrase[] = [];
  if (links.summary !== undefined) parts.push([{ href: links.summary, text: "summary" }]);
  if (links.report !== undefined) parts.push([{ href: links.report, text: "report" }]);
  parts.push(
    links.rerun === undefined
      ? ["run again with Re-run jobs"]
      : [{ href: links.rerun, text: "run again" }],
  );
  if (first !== undefined) parts.push([`${first.tool.name} ${first.tool.version}`]);
  const footer = textBlock(0, `<sub>${markdownOf(joined(parts, " · "))}</sub>`);
  return told.length === 0 ? [footer] : [listBlock(4, told), footer];
}

function subLines(priority: number, phrases: readonly Phrase[]): Block {
  const lines = phrases.map((phrase) => `<sub>${markdownOf(phrase)}</sub>`);
  return {
    priority,
    head: lines[0] ?? "",
    rows: lines.slice(1).flatMap((line) => ["", line]),
    tail: "",
  };
}

function listBlock(priority: number, phrases: readonly Phrase[]): Block {
  const lines = phrases.map((phrase) => `- ${markdownOf(phrase)}`);
  return { priority, head: lines[0] ?? "", rows: lines.slice(1), tail: "" };
}

/** What several documents say is said once; what one of several says is said with its name. */
function sharedNotices(evidences: readonly Evidence[]): readonly Phrase[] {
  const told = evidences.flatMap((evidence) =>
    notices(evidence).map((notice) => ({ notice, name: evidence.name })),
  );
  const byText = Map.groupBy(told, ({ notice }) => JSON.stringify(notice));
  return [...byText.values()].flatMap((group): Phrase[] => {
    const [first] = group;
    if (first === undefined) return [];
    const isShared = group.length > 1 || evidences.length === 1;
    return [isShared ? first.notice : [{ code: first.name }, ": ", ...first.notice]];
  });
}
