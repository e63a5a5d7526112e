import { verdictOf, type Evidence } from "@slipway/contracts";
import { outcomes, worstOutcome, type Outcome } from "@slipway/kernel";

/** A check of either kind. */
export type AnyCheck = Evidence["checks"][number];

type CheckStanding = Pick<AnyCheck, "outcome" | "severity" | "blocks">;

/** How something ended, as a word, an emoji and a sign: never by colour alone. */
export type Mark = { readonly emoji: string; readonly sign: string; readonly word: string };

const marks: Record<Outcome, Mark> = {
  pass: { emoji: "🟢", sign: "✓", word: "passes" },
  warn: { emoji: "🟡", sign: "!", word: "warns" },
  inconclusive: { emoji: "🔴", sign: "?", word: "inconclusive" },
  fail: { emoji: "🔴", sign: "✕", word: "fails" },
  error: { emoji: "🔴", sign: "✕", word: "error" },
};

/** The mark of a check: yellow where it does not keep the document from passing, white where it only tells. */
export function markOf(check: CheckStanding): Mark {
  const mark = marks[check.outcome];
  if (check.blocks || check.outcome === "pass") return mark;
  return isInfo(check) ? { emoji: "⚪", sign: "i", word: "noted" } : { ...mark, emoji: "🟡" };
}

/** Order of attention: blocking checks by outcome, then warnings, then what only tells, passes last; 0 is first. */
export function rankOf(check: CheckStanding): number {
  if (check.outcome === "pass") return 20;
  const order = ["error", "fail", "inconclusive", "warn"].indexOf(check.outcome);
  return order + (check.blocks ? 0 : isInfo(check) ? 10 : 5);
}

/** Whether a check only tells: it neither blocks nor warns. */
export function isInfo(check: CheckStanding): boolean {
  return check.severity === "info" && !check.blocks;
}

/** Whether an entry only counts the groups that were too small to be judged, beside others that were. */
export function isSmallGroups(check: AnyCheck): boolean {
  return check.reason === "small-groups" && isInfo(check);
}

/** The outcome of one document: never better than its own ledger, whatever it claims. */
export function outcomeOf(evidence: Evidence): Outcome {
  return worstOutcome([evidence.outcome, verdictOf(evidence.checks).outcome]);
}

/** The outcome of all documents; of none, `inconclusive`. */
export function overallOutcome(evidences: readonly Evidence[]): Outcome {
  return worstOutcome(evidences.map(outcomeOf));
}

/** Data validations first, then evaluations; of each kind the worst outcome first. */
export function inReadingOrder(evidences: readonly Evidence[]): Evidence[] {
  const kinds: readonly Evidence["kind"][] = ["data-validation", "evaluation"];
  return evidences.toSorted(
    (left, right) =>
      kinds.indexOf(left.kind) - kinds.indexOf(right.kind) ||
      outcomes.indexOf(outcomeOf(right)) - outcomes.indexOf(outcomeOf(left)),
  );
}

/** The verdict in a word, for a headline or a title. */
export function verdictMark(outcome: Outcome): { readonly emoji: string; readonly word: string } {
  if (outcome === "pass") return { emoji: "🟢", word: "Passes" };
  if (outcome === "warn") return { emoji: "🟡", word: "Passes with a warning" };
  if (outcome === "inconclusive") return { emoji: "🔴", word: "Inconclusive (blocking)" };
  return { emoji: "🔴", word: "Blocked" };
}

/** Every check of every document, in order. */
export function allChecks(evidences: readonly Evidence[]): AnyCheck[] {
  return evidences.flatMap((evidence): readonly AnyCheck[] => evidence.checks);
}

/** How many checks ended how, counted from the ledgers themselves. */
export function countsOf(checks: readonly Pick<AnyCheck, "outcome">[]): Record<Outcome, number> {
  const counts = { pass: 0, warn: 0, inconclusive: 0, fail: 0, error: 0 };
  for (const { outcome } of checks) counts[outcome] += 1;
  return counts;
}
