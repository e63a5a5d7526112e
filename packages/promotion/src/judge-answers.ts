import type { Approval, EvidenceLevel, Person } from "@slipway/contracts";
import { reaches, type DemandedApprovals } from "./demanded-approvals.ts";
import type { Answer, PromotionFacts } from "./facts.ts";

/** Why an answer does not count, as a code word. */
type Reason =
  | "replaced"
  | "other-run"
  | "program"
  | "not-eligible"
  | "author"
  | "starter"
  | "level"
  | "authors-unknown"
  | "also-rejected"
  | "again";

/** An answer, its level, and why it does not count. */
export type JudgedAnswer = {
  readonly answer: Answer;
  readonly level: EvidenceLevel;
  readonly reason: Reason | undefined;
};

const notes: Record<Reason, string> = {
  replaced: "a newer review of the same person replaces it",
  "other-run": "it is not about this run",
  program: "it is of a program, and only people approve",
  "not-eligible": "the policy does not name this person, or a team of theirs",
  author: "an author of the change",
  starter: "started this run",
  level: "its level is lower than the policy demands",
  "authors-unknown": "nobody can tell whether this person wrote the change",
  "also-rejected": "the same person also rejected, and the API does not say which came last",
  again: "a person counts once",
};

/**
 * Judges every answer. People are compared by their number, since a login can be given up and taken by another; only
 * the policy's own names are logins and teams. Each person counts once, at their best level.
 */
export function judgeAnswers(facts: PromotionFacts, demanded: DemandedApprovals): JudgedAnswer[] {
  const judged = facts.answers.map((answer, index): JudgedAnswer => {
    const level = levelOf(answer, facts.identity);
    const reason = isReplaced(facts.answers, index)
      ? "replaced"
      : reasonAgainst(answer, { level, facts, demanded });
    return { answer, level, reason };
  });
  return countOnce(withoutRejecters(judged));
}

/** The answers as they are recorded. */
export function recordedApprovals(
  judged: readonly JudgedAnswer[],
  { now, run }: PromotionFacts,
): Approval[] {
  return judged.map(({ answer, reason }) => {
    const attempt =
      answer.source === "environment" && (run?.attempt ?? 1) > 1
        ? "the run was started again, and the API does not say which attempt was approved"
        : undefined;
    const note = [reason === undefined ? undefined : notes[reason], attempt]
      .filter((part) => part !== undefined)
      .join("; ");
    return {
      ...answer,
      observedAt: now,
      counted: reason === undefined,
      ...(note === "" ? {} : { note }),
    };
  });
}

/** The level of an answer: with a signed token that names the environment, an environment's approval is the best there is. */
function levelOf({ source }: Answer, identity: PromotionFacts["identity"]): EvidenceLevel {
  if (source === "pull-request") return "pr-review";
  return identity === "confirmed" ? "oidc+review" : "review";
}

/** Reviews are told oldest first; answers for an environment have no order that the API would tell. */
function isReplaced(answers: readonly Answer[], index: number): boolean {
  const answer = answers[index];
  if (answer?.source !== "pull-request") return false;
  return answers
    .slice(index + 1)
    .some(
      (later) =>
        later.source === "pull-request" &&
        later.person.id === answer.person.id &&
        later.pullRequest === answer.pullRequest,
    );
}

type Bench = {
  readonly level: EvidenceLevel;
  readonly facts: PromotionFacts;
  readonly demanded: DemandedApprovals;
};

function reasonAgainst(answer: Answer, { level, facts, demanded }: Bench): Reason | undefined {
  const { person, source, state } = answer;
  if (source === "environment" && (facts.run === null || answer.runId !== facts.run.id))
    return "other-run";
  if (!isEligible(person, facts, demanded)) return "not-eligible";
  // Whoever may approve may also reject, an author too.
  if (state === "rejected") return undefined;
  if (isProgram(person)) return "program";
  if (demanded.notAuthor) {
    if (isAmong(facts.authors, person)) return "author";
    if (isAmong(facts.starters, person)) return "starter";
    if (facts.authors.length === 0) return "authors-unknown";
  }
  return reaches(level, demanded.level) ? undefined : "level";
}

function isEligible(
  { login }: Person,
  { members }: PromotionFacts,
  { anyone, users, teams }: DemandedApprovals,
): boolean {
  if (anyone || users.includes(login.toLowerCase())) return true;
  return (members.get(login) ?? []).some((team) => teams.includes(team.toLowerCase()));
}

/** No person's login has brackets. */
export function isProgram({ login }: Person): boolean {
  return /\[bot\]$/i.test(login);
}

function isAmong(people: readonly Person[], { id }: Person): boolean {
  return people.some((person) => person.id === id);
}

function withoutRejecters(judged: readonly JudgedAnswer[]): JudgedAnswer[] {
  const rejecters = new Set(
    judged
      .filter(({ answer, reason }) => answer.state === "rejected" && reason === undefined)
      .map(({ answer }) => answer.person.id),
  );
  return judged.map((one) =>
    one.answer.state === "approved" &&
    one.reason === undefined &&
    rejecters.has(one.answer.person.id)
      ? { ...one, reason: "also-rejected" }
      : one,
  );
}

function countOnce(judged: readonly JudgedAnswer[]): JudgedAnswer[] {
  const best = new Map<number, JudgedAnswer>();
  for (const one of judged) {
    if (one.answer.state !== "approved" || one.reason !== undefined) continue;
    const known = best.get(one.answer.person.id);
    if (known === undefined || !reaches(known.level, one.level))
      best.set(one.answer.person.id, one);
  }
  return judged.map((one) =>
    one.answer.state === "approved" &&
    one.reason === undefined &&
    best.get(one.answer.person.id) !== one
      ? { ...one, reason: "again" }
      : one,
  );
}
