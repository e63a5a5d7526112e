import type { Approval, Promotion, PromotionRule } from "@slipway/contracts";
import { counted, formatCount } from "../format-number.ts";
import { formatInstant } from "../format-time.ts";
import { joined, type Phrase } from "../phrase.ts";

/** How a rule stands, as an emoji, a sign and a word: never by colour alone. */
export const ruleMarks: Readonly<
  Record<
    PromotionRule["state"],
    { readonly emoji: string; readonly sign: string; readonly word: string }
  >
> = {
  met: { emoji: "🟢", sign: "✓", word: "met" },
  unmet: { emoji: "🔴", sign: "✕", word: "not met" },
  waiting: { emoji: "🟡", sign: "…", word: "waiting" },
  skipped: { emoji: "⚪", sign: "–", word: "skipped" },
};

/** The decision in one line without its emoji. */
export function promotionHeadline(promotion: Promotion): Phrase {
  const { model, version, environment, state, dryRun, alreadyThere, decidedAt } = promotion;
  const what: Phrase = [{ code: model }, ` ${version}`];
  if (alreadyThere)
    return [...what, ` is in ${environment} already, since ${formatInstant(decidedAt)}`];
  if (state === "allowed" && !dryRun)
    return [
      ...what,
      ` is in ${environment} since ${formatInstant(decidedAt)}${rollbackWords(promotion)}`,
    ];
  return [...what, ` → ${environment}${rollbackWords(promotion)} · ${decisionWords(promotion)}`];
}

/** "refused, 1 of 4 rules not met". */
export function decisionWords({ state, dryRun, rules, alreadyThere }: Promotion): string {
  if (alreadyThere) return "already there, nothing to decide";
  const count = (of: PromotionRule["state"]): number =>
    rules.filter((rule) => rule.state === of).length;
  const all = counted(rules.length, "rule");
  const skipped = count("skipped") === 0 ? "" : `, ${formatCount(count("skipped"))} skipped`;
  if (state === "refused")
    return `${dryRun ? "would be refused" : "refused"}, ${formatCount(count("unmet"))} of ${all} not met`;
  if (state === "waiting")
    return `${dryRun ? "would wait" : "waiting"}, ${formatCount(count("waiting"))} of ${all} open`;
  return `${dryRun ? "would be allowed" : "allowed"}, ${formatCount(count("met"))} of ${all} met${skipped}`;
}

function rollbackWords({ direction, from }: Promotion): string {
  return direction === "rollback"
    ? ` · rollback${from === null ? "" : ` from ${from.version}`}`
    : "";
}

/** Who approved, where that counted. */
export function approversPhrase(approvals: readonly Approval[]): Phrase {
  const counting = approvals.filter(({ counted: counts, state }) => counts && state === "approved");
  if (counting.length === 0) return [];
  const people = counting.map((approval): Phrase => [
    { code: approval.person.login },
    ` (${sourceWords(approval)})`,
  ]);
  return ["approved by ", ...joined(people, ", ")];
}

function sourceWords({ source, runId, pullRequest }: Approval): string {
  if (source === "environment")
    return `environment approval${runId === undefined ? "" : `, run ${runId}`}`;
  return `review${pullRequest === undefined ? "" : ` of pull request ${pullRequest}`}`;
}
