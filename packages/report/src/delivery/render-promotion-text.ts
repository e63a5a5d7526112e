import type { Promotion, PromotionRule } from "@slipway/contracts";
import { shortDigest } from "@slipway/kernel";
import { shortCommit } from "../format-time.ts";
import { bareTextOf, joined, textOf, type Phrase } from "../phrase.ts";
import { plainText } from "../plain-text.ts";
import { alignRows, type TerminalCell, type TerminalStyle } from "../terminal-text.ts";
import { logPhrase, namedPhrase, noticeLines, paragraphs, undoCommand } from "./delivery-parts.ts";
import { promotionRemedies } from "./promotion-remedies.ts";
import { approversPhrase, decisionWords, promotionHeadline, ruleMarks } from "./promotion-words.ts";
import { quotedPhrase } from "./quoted-phrase.ts";

const words = { allowed: "ALLOWED", waiting: "WAITING", refused: "REFUSED" } as const;

/** A promotion for a terminal: every rule, the decision, then what follows from it. */
export function renderPromotionText(promotion: Promotion, style: TerminalStyle): string {
  const { reason, hold, environment, notices } = promotion;
  const remedies = promotionRemedies(promotion).map((remedy) => `  to do: ${textOf(remedy)}`);
  const told = [
    ...(reason === null ? [] : [`  reason: ${plainText(reason, 500)}`]),
    ...(hold ? [`  ${environment} is held: the next promotion there needs a reason`] : []),
  ];
  return paragraphs([
    [titleLine(promotion)],
    ruleLines(promotion.rules, style),
    [verdictLine(promotion, style), ...doneLines(promotion), ...remedies],
    told,
    noticeLines(notices, style),
  ]);
}

function titleLine({ model, version, environment, digest, from, policy }: Promotion): string {
  return [
    `${model} ${version} → ${environment}`,
    shortDigest(digest),
    ...(from === null ? [] : [`replaces ${from.version}`]),
    `${plainText(policy.file)} of ${plainText(policy.ref)} at ${plainText(shortCommit(policy.commit))}`,
  ].join(" · ");
}

function ruleLines(rules: readonly PromotionRule[], style: TerminalStyle): string[] {
  const paints = { met: style.green, unmet: style.red, waiting: style.yellow, skipped: style.dim };
  return alignRows(
    rules.map(({ state, title, detail }): TerminalCell[] => [
      { text: `  ${ruleMarks[state].sign}`, paint: paints[state] },
      { text: bareTextOf(quotedPhrase(title)) },
      { text: textOf(quotedPhrase(detail)), paint: state === "met" ? String : paints[state] },
    ]),
  );
}

function verdictLine(promotion: Promotion, style: TerminalStyle): string {
  const { state, dryRun, alreadyThere } = promotion;
  const paint = { allowed: style.green, waiting: style.yellow, refused: style.red }[state];
  const said =
    alreadyThere || (state === "allowed" && !dryRun)
      ? bareTextOf(promotionHeadline(promotion))
      : decisionWords(promotion);
  return `  ${paint(style.bold(words[state]))}  ${said}`;
}

function doneLines(promotion: Promotion): string[] {
  if (promotion.state !== "allowed" || promotion.dryRun) return [];
  const { approvals, entry, checkpoint, proof, tag, deployment } = promotion;
  const approvers = approversPhrase(approvals);
  const parts: Phrase[] = [
    ...(approvers.length === 0 ? [] : [approvers]),
    ...logPhrase(entry, checkpoint),
    ...namedPhrase("proof", proof),
    ...namedPhrase("tag", tag),
    ...(deployment === null ? [] : [[`deployment ${deployment.id}`]]),
  ];
  const undo = promotion.alreadyThere ? undefined : undoCommand(promotion);
  return [
    ...(parts.length === 0 ? [] : [`  ${bareTextOf(joined(parts, " · "))}`]),
    ...(undo === undefined ? [] : [`  undo: ${undo}`]),
  ];
}
