import { expect, test } from "vitest";
import { decidePromotion, demandedApprovals } from "../src/index.ts";
import { anApproval, factsFor, jo } from "./builders.ts";

const gate = {
  exists: true,
  reviewers: [{ login: "jo", id: 1 }],
  preventSelfReview: true,
  waitMinutes: 0,
  branchPolicy: true,
};

test.each([
  ["that nobody asked about", null, ["nobody was asked how `production` is protected"]],
  [
    "that does not exist",
    { ...gate, exists: false, reviewers: [] },
    [
      "the environment `production` does not exist: as soon as a job names it, GitHub creates it without protection and asks nobody, so that nobody can approve: name reviewers there, or let reviews count with `evidence: pr-review`",
    ],
  ],
  [
    "without reviewers",
    { ...gate, reviewers: [] },
    [
      "the environment `production` has no required reviewers: GitHub lets every job of it start and asks nobody, so that nobody can approve: name reviewers there, or let reviews count with `evidence: pr-review`",
    ],
  ],
  [
    "with every weakness",
    { ...gate, preventSelfReview: false, adminsBypass: true, branchPolicy: false },
    [
      "administrators may start jobs of `production` without an approval; whether that shows among the approvals is not documented",
      "GitHub lets whoever starts a run approve it for `production`; Slipway does not count that approval",
      "jobs of every branch may run in `production`: limit it to the default branch",
    ],
  ],
  ["that is sound", gate, []],
])("an environment %s is described", (_, init, notices) => {
  expect(
    decidePromotion(factsFor({ approvals: {} }, { answers: [anApproval(jo)], gate: init })).notices,
  ).toEqual(notices);
  expect(decidePromotion(factsFor({}, { gate: init })).notices).toEqual([]);
});

test("where reviews count, an environment without reviewers leaves those", () => {
  const approvals = { evidence: "pr-review" } as const;

  const [notice] = decidePromotion(
    factsFor({ approvals }, { gate: { ...gate, reviewers: [] } }),
  ).notices;

  expect(notice).toMatch(/asks nobody, so that only reviews of the pull request can count$/);
});

test("without names only an environment's approvals count, for anyone may review a public repository", () => {
  const defaults = { min: 1, notAuthor: true, users: [], teams: [] };

  expect(demandedApprovals({})).toBeUndefined();
  expect(demandedApprovals({ approvals: {} })).toEqual({
    ...defaults,
    anyone: true,
    level: "review",
    reviewsCount: false,
  });
  expect(demandedApprovals({ approvals: { users: ["@Jo"], min: 2, "not-author": false } })).toEqual(
    {
      ...defaults,
      min: 2,
      notAuthor: false,
      anyone: false,
      users: ["jo"],
      level: "pr-review",
      reviewsCount: true,
    },
  );
});
