import type { EvidenceLevel, PromotionRule } from "@slipway/contracts";
import type { DemandedApprovals } from "./demanded-approvals.ts";
import type { PromotionFacts } from "./facts.ts";
import type { JudgedAnswer } from "./judge-answers.ts";
import { enumerate, quote } from "./quote.ts";

type Standing = Pick<PromotionRule, "state" | "detail">;

/** The rule `approvals`: enough people who may approve did, and none of them rejected. */
export function approvalsRule(
  judged: readonly JudgedAnswer[],
  demanded: DemandedApprovals,
  facts: PromotionFacts,
): PromotionRule {
  return { id: "approvals", title: titleOf(demanded), ...standingOf(judged, demanded, facts) };
}

/** How sure it is that enough people approved: the level of the weakest approval that the quorum needs. */
export function levelOfDecision(
  judged: readonly JudgedAnswer[],
  demanded: DemandedApprovals | undefined,
  facts: PromotionFacts,
): EvidenceLevel {
  const levels = approvals(judged).map(({ level }) => level);
  const order: readonly EvidenceLevel[] = ["oidc+review", "review", "pr-review"];
  const best = levels.toSorted((left, right) => order.indexOf(left) - order.indexOf(right));
  const weakest = best[Math.max(demanded?.min ?? 1, 1) - 1] ?? best.at(-1);
  return weakest ?? (facts.run === null ? "none" : "actor-only");
}

function titleOf({ min, notAuthor, users, teams, level }: DemandedApprovals): string {
  const number = min === 1 ? "1 approval" : `${min} approvals`;
  const by = [...users.map(quote), ...teams.map((team) => `team ${quote(team)}`)];
  return [
    by.length === 0 ? number : `${number} of ${enumerate(by, { last: "or" })}`,
    ...(notAuthor ? ["not by the author"] : []),
    ...(level === "oidc+review" ? ["in a job whose token names the environment"] : []),
  ].join(", ");
}

function standingOf(
  judged: readonly JudgedAnswer[],
  demanded: DemandedApprovals,
  facts: PromotionFacts,
): Standing {
  const { min } = demanded;
  const counted = approvals(judged);
  const rejected = judged.filter(
    ({ answer, reason }) => answer.state === "rejected" && reason === undefined,
  );
  const number = `${counted.length} of ${min}`;
  if (rejected.length > 0) {
    const who = enumerate(rejected.map(({ answer }) => quote(answer.person.login)));
    return { state: "unmet", detail: `${number}; ${who} rejected it` };
  }
  if (min > 0 && demanded.notAuthor && facts.authors.length === 0)
    return {
      state: "unmet",
      detail: `${number}; the API names no author of this change, so that nobody can tell them from an approver`,
    };
  const others = refusedWords(judged);
  const told = [counted.length === 0 ? number : `${number}: ${byWhom(counted)}`, ...others].join(
    "; ",
  );
  if (min === 0) return { state: "met", detail: `none is demanded; ${told}` };
  if (counted.length >= min) return { state: "met", detail: told };
  const onlyOwn =
    counted.length === 0 &&
    judged.some(({ answer, reason }) => answer.state === "approved" && isOwn(reason));
  return { state: onlyOwn ? "unmet" : "waiting", detail: told };
}

function approvals(judged: readonly JudgedAnswer[]): JudgedAnswer[] {
  return judged.filter(({ answer, reason }) => answer.state === "approved" && reason === undefined);
}

function byWhom(counted: readonly JudgedAnswer[]): string {
  return enumerate(
    counted.map(({ answer }) => {
      const { person, source, runId, pullRequest } = answer;
      const where =
        source === "environment"
          ? `environment approval, run ${String(runId ?? "unknown")}`
          : `review${pullRequest === undefined ? "" : ` of pull request ${String(pullRequest)}`}`;
      return `${quote(person.login)} (${where})`;
    }),
  );
}

const wordsFor: Partial<Record<NonNullable<JudgedAnswer["reason"]>, string>> = {
  author: "approved, but is the author",
  starter: "approved, but started this run",
  "not-eligible": "approved, but the policy does not name them",
  program: "approved, but is a program",
  "other-run": "approved, but not this run",
  replaced: "approved, but changed their mind",
};

/** Why approvals that were given are not among those that count; one part for each person. */
function refusedWords(judged: readonly JudgedAnswer[]): string[] {
  const told = judged.flatMap(({ answer, level, reason }) => {
    if (answer.state !== "approved" || reason === undefined) return [];
    const words = reason === "level" ? tooLow(level) : wordsFor[reason];
    return words === undefined ? [] : [`${quote(answer.person.login)} ${words}`];
  });
  return told.length > 6 ? [...told.slice(0, 5), `${told.length - 5} more do not count`] : told;
}

function tooLow(level: EvidenceLevel): string {
  return level === "pr-review"
    ? "approved by a review, but the policy wants an approval for the environment"
    : "approved, but no signed token says that this job runs in the environment: give it `id-token: write`";
}

function isOwn(reason: JudgedAnswer["reason"]): boolean {
  return reason === "author" || reason === "starter";
}
