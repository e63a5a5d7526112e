import type { Promotion, PromotionRule } from "@slipway/contracts";
import { shortDigest } from "@slipway/kernel";
import { shortCommit } from "../format-time.ts";
import { bareTextOf, textOf } from "../phrase.ts";
import { plainText } from "../plain-text.ts";
import { alignRows, type TerminalCell, type TerminalStyle } from "../terminal-text.ts";
import { noticeLines, paragraphs, undoCommand } from "./delivery-parts.ts";
import { promotionRemedies } from "./promotion-remedies.ts";
import {
  approversPhrase,
  countWords,
  holdWords,
  keptPhrases,
  promotionHeadline,
  ruleMarks,
} from "./promotion-words.ts";
import { quotedPhrase } from "./quoted-phrase.ts";

const words = { allowed: "ALLOWED", waiting: "WAITING", refused: "REFUSED" } as const;

/** A promotion for a terminal: every rule, the decision, then what follows from it. */
export function renderPromotionText(promotion: Promotion, style: TerminalStyle): string {
  const { reason, notices } = promotion;
  const remedies = promotionRemedies(promotion).map(
    ({ id, todo }) => `  to do, ${id}: ${textOf(todo)}`,
  );
  const told = [
    ...(reason === null ? [] : [`  reason: ${plainText(reason, 500)}`]),
    ...holdWords(promotion).map((words) => `  ${plainText(words)}`),
  ];
  return paragraphs([
    [titleLine(promotion)],
    ruleLines(promotion.rules, style),
    [verdictLine(promotion, style), ...keptLines(promotion), ...remedies],
    told,
    noticeLines(notices, style),
  ]);
}

function titleLine({ model, version, environment, digest, from, policy }: Promotion): string {
  return [
    plainText(`${model} ${version} → ${environment}`, 400),
    plainText(shortDigest(digest)),
    ...(from === null ? [] : [plainText(`replaces ${from.version}`)]),
    `${plainText(policy.file)} of ${plainText(policy.ref)} at ${plainText(shortCommit(policy.commit))}`,
  ].join(" · ");
}

function ruleLines(rules: readonly PromotionRule[], style: TerminalStyle): string[] {
  const paints = { met: style.green, unmet: style.red, waiting: style.yellow, skipped: style.dim };
  return alignRows(
    rules.map(({ state, title, detail }): TerminalCell[] => [
      { text: `  ${ruleMarks[state].sign}`, paint: paints[state] },
      { text: bareTextOf(quotedPhrase(title)) },
      { text: bareTextOf(quotedPhrase(detail)), paint: state === "met" ? String : paints[state] },
    ]),
  );
}

function verdictLine(promotion: Promotion, style: TerminalStyle): string {
  const { state, dryRun } = promotion;
  const paint = { allowed: style.green, waiting: style.yellow, refused: style.red }[state];
  const said = isDone(promotion) ? bareTextOf(promotionHeadline(promotion)) : countWords(promotion);
  const trial = dryRun ? " · dry run, nothing moved" : "";
  return `  ${paint(style.bold(words[state]))}  ${said}${trial}`;
}

function keptLines(promotion: Promotion): string[] {
  if (promotion.dryRun || promotion.state === "waiting") return [];
  const approvers = isDone(promotion) ? [approversPhrase(promotion)] : [];
  const undo = isDone(promotion) ? undoCommand(promotion) : undefined;
  return [
    ...[...approvers, ...keptPhrases(promotion)].map((phrase) => `  ${bareTextOf(phrase)}`),
    ...(undo === undefined ? [] : [`  undo: ${plainText(undo, 1000)}`]),
  ];
}

function isDone({ state, dryRun, alreadyThere }: Promotion): boolean {
  return alreadyThere || (state === "allowed" && !dryRun);
}
