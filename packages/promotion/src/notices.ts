import { demandedApprovals, type DemandedApprovals } from "./demanded-approvals.ts";
import type { PromotionFacts } from "./facts.ts";
import { sayInstant } from "./instant.ts";
import { isProgram } from "./judge-answers.ts";
import { latestVisit } from "./order-rules.ts";
import { quote } from "./quote.ts";

/** What a reader must know although no rule says it: how much the gate on the code host is worth. */
export function noticesOf(facts: PromotionFacts): string[] {
  return [...upstreamNotices(facts), ...approvalNotices(facts)];
}

function upstreamNotices(facts: PromotionFacts): string[] {
  const { after } = facts.environment;
  const until = after === undefined ? undefined : latestVisit(facts)?.until;
  return after === undefined || until === undefined || until === null
    ? []
    : [
        `${quote(after)} does not run these bytes any more, since ${sayInstant(until)}: see why it was replaced`,
      ];
}

function approvalNotices(facts: PromotionFacts): string[] {
  const demanded = demandedApprovals(facts.environment);
  if (demanded === undefined || demanded.min === 0) return [];
  const { run, answers, authors } = facts;
  const found = gateNotices(facts, demanded);
  const hasReviews = answers.some(({ source }) => source === "pull-request");
  if (hasReviews && demanded.reviewsCount && demanded.anyone)
    found.push(
      "the policy names no users and no teams: a review of anyone who may write here counts",
    );
  if ((run?.attempt ?? 1) > 1 && answers.some(({ source }) => source === "environment"))
    found.push(
      `this is attempt ${String(run?.attempt)} of the run: the API does not say which attempt was approved`,
    );
  if (demanded.notAuthor && authors.length > 0 && authors.every(isProgram))
    found.push(
      "every known author of the change is a program: which person was behind it is not known",
    );
  return found;
}

function gateNotices(
  { gate, environment }: PromotionFacts,
  { notAuthor, reviewsCount }: DemandedApprovals,
): string[] {
  const name = quote(environment.name);
  const left = reviewsCount
    ? "only reviews of the pull request can count"
    : "nobody can approve: name reviewers there, or let reviews count with `evidence: pr-review`";
  if (gate === null) return [`nobody was asked how ${name} is protected`];
  if (!gate.exists)
    return [
      `the environment ${name} does not exist: as soon as a job names it, GitHub creates it without protection and asks nobody, so that ${left}`,
    ];
  if (gate.reviewers.length === 0)
    return [
      `the environment ${name} has no required reviewers: GitHub lets every job of it start and asks nobody, so that ${left}`,
    ];
  return [
    ...(gate.adminsBypass === true
      ? [
          `administrators may start jobs of ${name} without an approval; whether that shows among the approvals is not documented`,
        ]
      : []),
    ...(gate.preventSelfReview
      ? []
      : [
          `GitHub lets whoever starts a run approve it for ${name}${notAuthor ? "; Slipway does not count that approval" : ", and so does the policy"}`,
        ]),
    ...(gate.branchPolicy
      ? []
      : [`jobs of every branch may run in ${name}: limit it to the default branch`]),
  ];
}
