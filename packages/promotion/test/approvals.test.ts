import type { EvidenceLevel } from "@slipway/contracts";
import { expect, test } from "vitest";
import { decidePromotion, type Answer, type PromotionFacts } from "../src/index.ts";
import { anApproval, aReview, factsFor, jo, li, mara, now } from "./builders.ts";

type Approvals = NonNullable<PromotionFacts["environment"]["approvals"]>;

function decide(
  answers: readonly Answer[],
  approvals: Approvals = { evidence: "pr-review" },
  init: Partial<PromotionFacts> = {},
) {
  const decision = decidePromotion(factsFor({ approvals }, { answers, ...init }));
  const rule = decision.rules.find(({ id }) => id === "approvals");
  return { decision, state: rule?.state, detail: rule?.detail, title: rule?.title };
}

const notesOf = ({ decision }: ReturnType<typeof decide>) =>
  decision.approvals.map(({ counted, note }) => [counted, note]);

test("one approval by somebody else is enough", () => {
  const found = decide([anApproval(jo)]);

  expect(found).toMatchObject({
    state: "met",
    title: "1 approval, not by the author",
    detail: "1 of 1: `jo` (environment approval, run 8123)",
  });
  expect(found.decision).toMatchObject({ state: "allowed", evidenceLevel: "oidc+review" });
  expect(found.decision.approvals).toEqual([
    {
      person: jo,
      state: "approved",
      source: "environment",
      runId: 8123,
      observedAt: now,
      counted: true,
    },
  ]);
});

test("without an approval a promotion waits", () => {
  const found = decide([]);

  expect(found).toMatchObject({ state: "waiting", detail: "0 of 1" });
  expect(found.decision).toMatchObject({ state: "waiting", evidenceLevel: "actor-only" });
});

test("outside a run nothing is known of people", () => {
  expect(decide([], {}, { run: null }).decision.evidenceLevel).toBe("none");
});

test("the author's approval alone is refused, and another's heals it", () => {
  const own = decide([anApproval(mara)]);
  const both = decide([anApproval(mara), anApproval(jo)]);

  expect(own).toMatchObject({
    state: "unmet",
    detail: "0 of 1; `mara` approved, but is the author",
  });
  expect(own.decision.state).toBe("refused");
  expect(notesOf(own)).toEqual([[false, "an author of the change"]]);
  expect(both).toMatchObject({ state: "met" });
});

test("the author counts where the policy says so", () => {
  const found = decide([anApproval(mara)], { "not-author": false });

  expect(found).toMatchObject({ state: "met", title: "1 approval" });
});

test("who started the run by hand is no second person", () => {
  const found = decide([anApproval(jo)], { evidence: "pr-review" }, { starters: [jo] });

  expect(found).toMatchObject({
    state: "unmet",
    detail: "0 of 1; `jo` approved, but started this run",
  });
});

test("an author is known by number: another login is no disguise, and the same login is no guilt", () => {
  const renamed = decide([anApproval({ login: "mara-second", id: mara.id })]);
  const namesake = decide([anApproval({ login: mara.login, id: 99 })]);

  expect(renamed.state).toBe("unmet");
  expect(namesake.state).toBe("met");
});

test("one person counts once over all sources, at the best level", () => {
  const found = decide([aReview(jo), anApproval({ login: "jo-renamed", id: jo.id })], {
    min: 2,
    evidence: "pr-review",
  });

  expect(found).toMatchObject({
    state: "waiting",
    detail: "1 of 2: `jo-renamed` (environment approval, run 8123)",
  });
  expect(notesOf(found)).toEqual([
    [false, "a person counts once"],
    [true, undefined],
  ]);
});

test("two people over two sources make a quorum, as sure as the weaker of them", () => {
  const found = decide([anApproval(jo), aReview(li)], { min: 2, evidence: "pr-review" });

  expect(found).toMatchObject({
    state: "met",
    detail: "2 of 2: `jo` (environment approval, run 8123) and `li` (review of pull request 7)",
  });
  expect(found.decision.evidenceLevel).toBe("pr-review");
});

test("more approvals than needed do not make a decision less sure", () => {
  expect(decide([anApproval(jo), aReview(li)]).decision.evidenceLevel).toBe("oidc+review");
});

test("the author and somebody else are one of two: that waits", () => {
  expect(decide([anApproval(mara), anApproval(jo)], { min: 2, evidence: "pr-review" }).state).toBe(
    "waiting",
  );
});

test.each([
  ["of the environment", [anApproval(jo), anApproval(li, { state: "rejected" })]],
  ["of the pull request", [anApproval(jo), aReview(li, { state: "rejected" })]],
  ["of an author", [anApproval(jo), anApproval({ login: "li", id: 13 }, { state: "rejected" })]],
])("any rejection %s refuses", (_, answers) => {
  const found = decide(answers);

  expect(found).toMatchObject({ state: "unmet", detail: "1 of 1; `li` rejected it" });
  expect(found.decision.state).toBe("refused");
});

test("an approval after a rejection in the same run is not believed, for the API does not say which came last", () => {
  const found = decide([anApproval(jo, { state: "rejected" }), anApproval(jo)]);

  expect(found).toMatchObject({ state: "unmet", detail: "0 of 1; `jo` rejected it" });
  expect(notesOf(found)).toEqual([
    [true, undefined],
    [false, "the same person also rejected, and the API does not say which came last"],
  ]);
});

test("of the reviews of one pull request the newest of a person counts", () => {
  const healed = decide([aReview(jo, { state: "rejected" }), aReview(jo)]);
  const revoked = decide([aReview(jo), aReview(jo, { state: "rejected" })]);

  expect(healed).toMatchObject({ state: "met" });
  expect(revoked).toMatchObject({ state: "unmet" });
  expect(notesOf(revoked)[0]).toEqual([false, "a newer review of the same person replaces it"]);
});

test("a review of another pull request does not replace a rejection", () => {
  const found = decide([aReview(jo, { state: "rejected", pullRequest: 6 }), aReview(jo)]);

  expect(found.state).toBe("unmet");
});

test.each([
  ["of another run", { runId: 8000 }],
  ["that names no run", { runId: undefined }],
])("an approval %s does not count", (_, { runId }) => {
  const answer: Answer = {
    person: jo,
    state: "approved",
    source: "environment",
    ...(runId === undefined ? {} : { runId }),
  };

  const found = decide([answer]);

  expect(found).toMatchObject({
    state: "waiting",
    detail: "0 of 1; `jo` approved, but not this run",
  });
});

test("outside a run no approval of an environment counts", () => {
  expect(decide([anApproval(jo)], { evidence: "pr-review" }, { run: null }).state).toBe("waiting");
});

test("a program approves nothing, not even for its author", () => {
  const found = decide([aReview({ login: "github-actions[bot]", id: 41898282 })]);

  expect(found).toMatchObject({
    state: "waiting",
    detail: "0 of 1; `github-actions[bot]` approved, but is a program",
  });
});

test("where every known author is a program, the person behind it is unknown, and it is said", () => {
  const bot = { login: "dependabot[bot]", id: 49699333 };

  const found = decide([anApproval(mara)], {}, { authors: [bot] });

  expect(found.state).toBe("met");
  expect(found.decision.notices).toEqual([
    "every known author of the change is a program: which person was behind it is not known",
  ]);
});

test("where nobody knows the author, nobody can be told from the author", () => {
  const found = decide([anApproval(jo)], { evidence: "pr-review" }, { authors: [] });

  expect(found.state).toBe("unmet");
  expect(found.detail).toBe(
    "0 of 1; the API names no author of this change, so that nobody can tell them from an approver",
  );
  expect(notesOf(found)).toEqual([[false, "nobody can tell whether this person wrote the change"]]);
});

test("only people whom the policy names count, by login without regard to case, or by team", () => {
  const approvals = { users: ["Jo"], teams: ["acme/Leads"], min: 2 };
  const members = new Map([
    ["li", ["acme/leads"]],
    ["eve", ["acme/interns"]],
  ]);
  const eve = { login: "eve", id: 66 };

  const found = decide([anApproval(jo), anApproval(li), anApproval(eve)], approvals, { members });

  expect(found).toMatchObject({
    state: "met",
    title: "2 approvals of `jo` or team `acme/leads`, not by the author",
  });
  expect(notesOf(found)).toEqual([
    [true, undefined],
    [true, undefined],
    [false, "the policy does not name this person, or a team of theirs"],
  ]);
});

test("an approval or rejection of somebody whom the policy does not name changes nothing", () => {
  const eve = { login: "eve", id: 66 };
  const answers = [anApproval(eve), anApproval(eve, { state: "rejected" })];

  const found = decide(answers, { users: ["jo"] });

  expect(found).toMatchObject({
    state: "waiting",
    detail: "0 of 1; `eve` approved, but the policy does not name them",
  });
});

const tooLowReview =
  "`jo` approved by a review, but the policy wants an approval for the environment";
const noToken =
  "`jo` approved, but no signed token says that this job runs in the environment: give it `id-token: write`";

test.each<[EvidenceLevel, PromotionFacts["identity"], Answer, string, string]>([
  ["oidc+review", "confirmed", anApproval(jo), "met", ""],
  ["oidc+review", "absent", anApproval(jo), "waiting", `0 of 1; ${noToken}`],
  ["oidc+review", "confirmed", aReview(jo), "waiting", `0 of 1; ${tooLowReview}`],
  ["review", "absent", anApproval(jo), "met", ""],
  ["review", "confirmed", aReview(jo), "waiting", `0 of 1; ${tooLowReview}`],
  ["pr-review", "absent", aReview(jo), "met", ""],
  ["actor-only", "absent", aReview(jo), "met", ""],
  ["none", "absent", aReview(jo), "met", ""],
] as const)(
  "with evidence: %s and the identity %s",
  (evidence, identity, ...[answer, state, detail]) => {
    const found = decide([answer], { evidence }, { identity });

    expect(found.state).toBe(state);
    if (detail !== "") expect(found.detail).toBe(detail);
  },
);

test.each(["actor-only", "none"] as const)(
  "evidence: %s does not make starting a run an approval",
  (evidence) => {
    expect(decide([], { evidence }, { starters: [jo] }).state).toBe("waiting");
  },
);

test("min: 0 demands nobody, and says so; a rejection still counts", () => {
  const none = decide([], { min: 0 });
  const rejected = decide([anApproval(jo, { state: "rejected" })], { min: 0 });

  expect(none).toMatchObject({ state: "met", detail: "none is demanded; 0 of 0" });
  expect(rejected.state).toBe("unmet");
});

test("in a second attempt it is said that the approval may be of the first", () => {
  const found = decide(
    [anApproval(jo)],
    { evidence: "pr-review" },
    { run: { id: 8123, attempt: 2 } },
  );

  expect(found.state).toBe("met");
  expect(notesOf(found)).toEqual([
    [true, "the run was started again, and the API does not say which attempt was approved"],
  ]);
  expect(found.decision.notices).toEqual([
    "this is attempt 2 of the run: the API does not say which attempt was approved",
  ]);
});

test("reviews without a list of people are said to be anyone's", () => {
  const open = decide([aReview(jo)]);
  const closed = decide([aReview(jo)], { users: ["jo"] });

  expect(open.decision.notices).toEqual([
    "the policy names no users and no teams: a review of anyone who may write here counts",
  ]);
  expect(closed.decision.notices).toEqual([]);
});

test("hostile logins stay data: quoted, cut and told a few at a time", () => {
  const eve = { login: "`|<!-- @all -->\n::set-output name=x::y".padEnd(100, "x"), id: 66 };
  const crowd = Array.from({ length: 9 }, (_, id) => anApproval({ login: `bot${id}[bot]`, id }));

  const found = decide([anApproval(eve), ...crowd]);

  expect(found.detail).toBe(
    "1 of 1: `'|<!-- @all -->\n::set-output name=x::yxxxxxxxxxxxxxxxxxxxxx…` (environment approval, run 8123); " +
      "`bot0[bot]` approved, but is a program; `bot1[bot]` approved, but is a program; `bot2[bot]` approved, but is a program; " +
      "`bot3[bot]` approved, but is a program; `bot4[bot]` approved, but is a program; 4 more do not count",
  );
});
