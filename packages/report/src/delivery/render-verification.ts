import type { AuditVerification, ModelVerification, VerificationCheck } from "@slipway/contracts";
import { outcomes, worstOutcome, type Outcome } from "@slipway/kernel";
import { fitBlocks, textBlock } from "../fit-blocks.ts";
import { counted } from "../format-number.ts";
import { tableBlock } from "../markdown-blocks.ts";
import { bareTextOf, joined, markdownOf, type Phrase } from "../phrase.ts";
import { alignRows, type TerminalCell, type TerminalStyle } from "../terminal-text.ts";
import { capitalised, digestCode, paintOf, paragraphs } from "./delivery-parts.ts";
import { quotedPhrase } from "./quoted-phrase.ts";

type Verification = AuditVerification | ModelVerification;

/** More would scroll the verdict away. */
const mostLines = 50;
const marks: Readonly<
  Record<Outcome, { readonly emoji: string; readonly sign: string; readonly word: string }>
> = {
  pass: { emoji: "🟢", sign: "✓", word: "is verified" },
  warn: { emoji: "🟡", sign: "!", word: "is verified, with a warning" },
  inconclusive: { emoji: "🔴", sign: "?", word: "is not verified" },
  fail: { emoji: "🔴", sign: "✕", word: "is not verified" },
  error: { emoji: "🔴", sign: "✕", word: "is not verified" },
};

/** What a verification found, as GitHub Markdown: the verdict, then every check, the worst first. */
export function renderVerification(verification: Verification): string {
  const outcome = outcomeOf(verification);
  const rows = ranked(verification.checks).map((check): Phrase[] => [
    [`${marks[check.outcome].emoji} ${check.outcome}`],
    quotedPhrase(check.title),
    detailOf(check),
  ]);
  const { emoji, word } = marks[outcome];
  const claim: Phrase = [...whatOf(verification), ` ${word}`];
  const found = joined([claim, verdictPhrase(verification)], " · ");
  const blocks = [
    textBlock(0, `### ${emoji} ${capitalised(markdownOf(found))}`),
    ...(rows.length === 0
      ? []
      : [tableBlock(1, "", { align: "lll", header: ["", "Check", "Found"], rows })]),
    textBlock(0, `<sub>${markdownOf(joined(factsOf(verification), " · "))}</sub>`),
  ];
  return fitBlocks(blocks, 1_000_000, "the JSON document");
}

/** What a verification found, for a terminal: every check, then the verdict in one line. */
export function renderVerificationText(verification: Verification, style: TerminalStyle): string {
  const { checks } = verification;
  const outcome = outcomeOf(verification);
  const shown = ranked(checks).slice(0, mostLines);
  const more = checks.length - shown.length;
  const lines = alignRows(
    shown.map((check): TerminalCell[] => [
      { text: `  ${marks[check.outcome].sign}`, paint: paintOf(check.outcome, style) },
      { text: bareTextOf(quotedPhrase(check.title)) },
      { text: bareTextOf(detailOf(check)) },
    ]),
  );
  const verdict = paintOf(outcome, style)(style.bold(outcome.toUpperCase()));
  const claim: Phrase[] =
    outcome === "pass" ? [[...whatOf(verification), ` ${marks.pass.word}`]] : [];
  return paragraphs([
    [bareTextOf(joined([whatOf(verification), ...factsOf(verification)], " · "))],
    [...lines, ...(more > 0 ? [style.dim(`  ${counted(more, "check")} more`)] : [])],
    [`  ${verdict}  ${bareTextOf(joined([...claim, verdictPhrase(verification)], " · "))}`],
  ]);
}

/** Never better than its own checks, whatever the document claims; of no check, inconclusive. */
function outcomeOf({ outcome, checks }: Verification): Outcome {
  return worstOutcome([outcome, worstOutcome(checks.map((check) => check.outcome))]);
}

function ranked(checks: readonly VerificationCheck[]): VerificationCheck[] {
  return checks.toSorted(
    (left, right) => outcomes.indexOf(right.outcome) - outcomes.indexOf(left.outcome),
  );
}

/** What the worst check found, and how many others are not met; else how many were checked. */
function verdictPhrase({ checks }: Verification): Phrase {
  const bad = ranked(checks).filter(({ outcome }) => outcome !== "pass");
  const [worst] = bad;
  if (checks.length === 0) return ["nothing was checked"];
  if (worst === undefined) return [counted(checks.length, "check")];
  const others = bad.length > 1 ? [` · ${counted(bad.length - 1, "more check")} not met`] : [];
  return [...detailOf(worst), ...others];
}

function detailOf({ detail, entry }: VerificationCheck): Phrase {
  const isNamed = entry === undefined || detail.includes(`entry ${entry}`);
  return [...(isNamed ? [] : [`entry ${String(entry)}: `]), ...quotedPhrase(detail)];
}

function whatOf(verification: Verification): Phrase {
  return verification.schema === "slipway/audit-verification/v1"
    ? ["the log"]
    : [{ code: verification.path }];
}

function factsOf(verification: Verification): Phrase[] {
  if (verification.schema === "slipway/audit-verification/v1")
    return [
      [counted(verification.size, "entry", "entries")],
      ...(verification.root === null ? [] : [["root ", digestCode(verification.root)]]),
      ["key ", { code: verification.key }],
    ];
  const { model, version, digest, environment } = verification;
  return [
    ...(model === null
      ? [["no registered version"]]
      : [[{ code: model }, ` ${version ?? ""}`.trimEnd()]]),
    ...(digest === null ? [] : [[digestCode(digest)]]),
    ...(environment === null ? [] : [[`for ${environment}`]]),
  ];
}
