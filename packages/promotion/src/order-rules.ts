import type { PromotionRule } from "@slipway/contracts";
import { parseDuration, sayDuration, sayExactly, sayLimit } from "./duration.ts";
import type { PromotionFacts } from "./facts.ts";
import { millisOf, sayInstant } from "./instant.ts";
import { quote } from "./quote.ts";

/** The time of one digest in an environment, in milliseconds since 1970; `until` is null where it still runs. */
type Visit = { readonly since: number; readonly until: number | null };

/** The latest continuous stay of the candidate's bytes, whatever the version was called. */
export function latestVisit({ upstream, candidate }: PromotionFacts): Visit | undefined {
  let visit: Visit | undefined;
  for (const stay of upstream) {
    if (stay.digest.sha256 !== candidate.digest.sha256) continue;
    const since = millisOf(stay.since);
    const until = stay.until === null ? null : millisOf(stay.until);
    const goesOn = visit !== undefined && visit.until === since;
    visit = { since: goesOn && visit !== undefined ? visit.since : since, until };
  }
  return visit;
}

/** The rule `order`: these bytes ran in the environment before. */
export function orderRule(facts: PromotionFacts, after: string): PromotionRule {
  const rule = { id: "order" as const, title: `was in ${quote(after)}` };
  const visit = latestVisit(facts);
  return visit === undefined
    ? { ...rule, state: "unmet", detail: `these bytes were never in ${quote(after)}` }
    : { ...rule, state: "met", detail: sayVisit(visit) };
}

/** The rule `soak`: they stayed there for long enough. */
export function soakRule(facts: PromotionFacts, soak: string): PromotionRule {
  const after = facts.environment.after;
  const place = after === undefined ? "the environment before" : quote(after);
  const rule = { id: "soak" as const, title: `stayed in ${place} for ≥ ${sayLimit(soak)}` };
  const needed = parseDuration(soak);
  const visit = latestVisit(facts);
  if (visit === undefined || needed === undefined)
    return { ...rule, state: "unmet", detail: `these bytes were never in ${place}` };
  const now = millisOf(facts.now);
  if (!(now >= visit.since)) return { ...rule, ...clockBehind(visit, now) };
  const stayed = Math.min(now, visit.until ?? now) - visit.since;
  if (stayed >= needed)
    return { ...rule, state: "met", detail: `${sayDuration(stayed)}, ${sayVisit(visit)}` };
  if (visit.until !== null && visit.until <= now)
    return {
      ...rule,
      state: "unmet",
      detail: `left after ${sayExactly(stayed)}, ${sayVisit(visit)}`,
    };
  return {
    ...rule,
    state: "waiting",
    detail: `${sayExactly(stayed)} so far; enough at ${sayInstant(visit.since + needed)}`,
  };
}

function clockBehind({ since }: Visit, now: number): Pick<PromotionRule, "state" | "detail"> {
  return {
    state: "waiting",
    detail: `this clock says ${sayInstant(now)}, before it came there at ${sayInstant(since)}: no time is counted`,
  };
}

function sayVisit({ since, until }: Visit): string {
  return until === null
    ? `since ${sayInstant(since)}`
    : `from ${sayInstant(since)} to ${sayInstant(until)}`;
}
