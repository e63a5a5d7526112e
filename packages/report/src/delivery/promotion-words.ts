import type { Approval, Promotion, PromotionRule } from "@slipway/contracts";
import { counted, formatCount } from "../format-number.ts";
import { formatInstant } from "../format-time.ts";
import { joined, type Phrase } from "../phrase.ts";
import { logPhrase, namedPhrase } from "./delivery-parts.ts";

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
export function decisionWords(promotion: Promotion): string {
  const { state, dryRun } = promotion;
  const would = { allowed: "would be allowed", waiting: "would wait", refused: "would be refused" };
  return `${dryRun ? would[state] : state}, ${countWords(promotion)}`;
}

/** "1 of 4 rules not met". */
export function countWords({ state, rules }: Promotion): string {
  const count = (of: PromotionRule["state"]): number =>
    rules.filter((rule) => rule.state === of).length;
  const of = `of ${counted(rules.length, "rule")}`;
  if (state === "refused") return `${formatCount(count("unmet"))} ${of} not met`;
  if (state === "waiting") return `${formatCount(count("waiting"))} ${of} open`;
  const skipped = count("skipped") === 0 ? "" : `, ${formatCount(count("skipped"))} skipped`;
  return `${formatCount(count("met"))} ${of} met${skipped}`;
}

function rollbackWords({ direction, from }: Promotion): string {
  return direction === "rollback"
    ? ` · rollback${from === null ? "" : ` from ${from.version}`}`
    : "";
}

/** Whether a rollback holds the environment, or would; nothing where there is no hold to tell of. */
export function holdWords({ hold, environment, direction, state, dryRun }: Promotion): string[] {
  if (hold) return [`${environment} is held: the next promotion there needs a reason`];
  return dryRun && state === "allowed" && direction === "rollback"
    ? [`${environment} would be held: the next promotion there would need a reason`]
    : [];
}

/** Who approved so that it counted, or that nobody did. */
export function approversPhrase({ approvals, rules }: Promotion): Phrase {
  const counting = approvals.filter(({ counted: counts, state }) => counts && state === "approved");
  if (counting.length === 0)
    return rules.some(({ id }) => id === "approvals")
      ? ["no approval counted"]
      : ["no approval was demanded"];
  const people = counting.map((approval): Phrase => [
    { code: approval.person.login },
    ` (${sourceWords(approval)})`,
  ]);
  return ["approved by ", ...joined(people, ", ")];
}

/** What was kept of a decision, and where. */
export function keptPhrases({
  entry,
  checkpoint,
  proof,
  tag,
  deployment,
}: Promotion): readonly Phrase[] {
  return [
    ...logPhrase(entry, checkpoint),
    ...namedPhrase("proof", proof),
    ...namedPhrase("tag", tag),
    ...(deployment === null
      ? []
      : [[{ href: deployment.url, text: `deployment ${deployment.id}` }]]),
  ];
}

function sourceWords({ source, runId, pullRequest }: Approval): string {
  if (source === "environment")
    return `environment approval${runId === undefined ? "" : `, run ${runId}`}`;
  return `review${pullRequest === undefined ? "" : ` of pull request ${pullRequest}`}`;
}
