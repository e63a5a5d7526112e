import type { PromotionRule } from "@slipway/contracts";
import { compareVersions } from "@slipway/registry";
import { approvalsRule, levelOfDecision } from "./approvals-rule.ts";
import { demandedApprovals } from "./demanded-approvals.ts";
import { evidenceAgeRule, evidenceRule } from "./evidence-rules.ts";
import type { Decision, PromotionFacts } from "./facts.ts";
import { freezeRule } from "./freeze.ts";
import { millisOf, sayInstant } from "./instant.ts";
import { judgeAnswers, recordedApprovals, type JudgedAnswer } from "./judge-answers.ts";
import { noticesOf } from "./notices.ts";
import { orderRule, soakRule } from "./order-rules.ts";
import { quote } from "./quote.ts";
import { holdRule, reasonRule } from "./reason-rules.ts";

/**
 * Decides whether a version may move into an environment: refused where a rule is broken, else waiting where time or an
 * approval is lacking, else allowed. It looks at every rule, so that one answer names all that is lacking.
 * @throws UserError SW1202 for a freeze window that cannot be read
 */
export function decidePromotion(facts: PromotionFacts): Decision {
  const direction = directionOf(facts);
  const demanded = demandedApprovals(facts.environment);
  const judged = demanded === undefined ? [] : judgeAnswers(facts, demanded);
  const rules = [
    registeredRule(facts),
    ...policyRules(facts, judged).map((rule) => skipped(rule, direction, facts)),
    ...(direction === "rollback" ? [reasonRule(facts)] : []),
    ...(direction === "promotion" && facts.current !== null && facts.current.hold !== null
      ? [holdRule(facts, facts.current.hold)]
      : []),
  ];
  return {
    state: stateOf(rules),
    direction,
    rules,
    approvals: recordedApprovals(judged, facts),
    evidenceLevel: levelOfDecision(judged, demanded, facts),
    hold: direction === "rollback",
    notices: noticesOf(facts),
  };
}

/** Whether an older version than the current one is asked for. */
function directionOf({ candidate, current }: PromotionFacts): Decision["direction"] {
  return current !== null && compareVersions(candidate.version, current.version) < 0
    ? "rollback"
    : "promotion";
}

function stateOf(rules: readonly PromotionRule[]): Decision["state"] {
  if (rules.some(({ state }) => state === "unmet")) return "refused";
  return rules.some(({ state }) => state === "waiting") ? "waiting" : "allowed";
}

function registeredRule({ candidate, model }: PromotionFacts): PromotionRule {
  const isMet = candidate.model === model.name;
  return {
    id: "registered",
    title: "registered in the log",
    state: isMet ? "met" : "unmet",
    detail: isMet
      ? `entry ${candidate.entry}, ${sayInstant(millisOf(candidate.time))}`
      : `entry ${candidate.entry} registered another model, ${quote(candidate.model)}`,
  };
}

/** The rules that the policy sets, and evidence, which it cannot turn off. */
function policyRules(facts: PromotionFacts, judged: readonly JudgedAnswer[]): PromotionRule[] {
  const { environment } = facts;
  const age = environment["max-evidence-age"];
  const demanded = demandedApprovals(environment);
  return [
    evidenceRule(facts),
    ...(age === undefined ? [] : [evidenceAgeRule(facts, age)]),
    ...(environment.after === undefined ? [] : [orderRule(facts, environment.after)]),
    ...(environment.soak === undefined ? [] : [soakRule(facts, environment.soak)]),
    ...((environment.freeze ?? []).length === 0
      ? []
      : [freezeRule(environment, millisOf(facts.now))]),
    ...(demanded === undefined ? [] : [approvalsRule(judged, demanded, facts)]),
  ];
}

/** A rule that the policy lets rollbacks leave out stays in the list, so that nobody overlooks that it was left out. */
function skipped(
  rule: PromotionRule,
  direction: Decision["direction"],
  { environment }: PromotionFacts,
): PromotionRule {
  const skip: readonly string[] = environment.rollback?.skip ?? [];
  if (direction !== "rollback" || rule.state === "met" || !skip.includes(rule.id)) return rule;
  return {
    ...rule,
    state: "skipped",
    detail: `the policy skips it for rollbacks; it would be ${rule.state}: ${rule.detail}`,
  };
}
