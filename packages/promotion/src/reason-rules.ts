import type { PromotionRule } from "@slipway/contracts";
import type { PromotionFacts } from "./facts.ts";
import { millisOf, sayInstant } from "./instant.ts";

/** The rule `reason`, for rollbacks. */
export function reasonRule({ reason }: PromotionFacts): PromotionRule {
  const isGiven = givesReason(reason);
  return {
    id: "reason",
    title: "a rollback has a reason",
    state: isGiven ? "met" : "unmet",
    detail: isGiven ? "given" : "none was given",
  };
}

/** The rule `hold`, for promotions while the environment is held by a rollback. */
export function holdRule(
  { reason }: PromotionFacts,
  hold: { readonly since: string; readonly reason: string; readonly entry: number },
): PromotionRule {
  const isEnded = givesReason(reason);
  const held = `held since ${sayInstant(millisOf(hold.since))} by the rollback of entry ${hold.entry} (${hold.reason.replaceAll("`", "'").slice(0, 200)})`;
  return {
    id: "hold",
    title: "not held, or a reason ends the hold",
    state: isEnded ? "met" : "unmet",
    detail: isEnded ? `${held}; the reason of this promotion ends it` : held,
  };
}

/** Blanks, signs and invisible characters are no reason. */
function givesReason(reason: string | null): boolean {
  return reason !== null && /[\p{L}\p{N}]/u.test(reason);
}
