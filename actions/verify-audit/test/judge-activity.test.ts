import { expect, test } from "vitest";
import { judgeActivity } from "../src/judge-activity.ts";

const rewrite = (before: string, after: string, hour: number) => ({
  kind: "force_push",
  before,
  after,
  time: `2026-03-01T${String(hour).padStart(2, "0")}:00:00Z`,
  actor: "mallory",
});

const outcomes = (...rewrites: ReturnType<typeof rewrite>[]) =>
  judgeActivity("slipway", rewrites.toReversed()).map(({ outcome }) => outcome);

test("a branch that nobody rewrote passes", () => {
  expect(judgeActivity("slipway", [])).toEqual([
    {
      id: "activity",
      title: "the branch was only ever appended to",
      outcome: "pass",
      detail: "no rewrite of slipway is known",
    },
  ]);
});

test("a force push fails, and says who and when", () => {
  expect(judgeActivity("slipway", [rewrite("a".repeat(40), "b".repeat(40), 3)])).toEqual([
    {
      id: "activity/1",
      title: "the branch was only ever appended to",
      outcome: "fail",
      detail: "force push by mallory at 2026-03-01T03:00:00Z, from aaaaaaaaaaaa to bbbbbbbbbbbb",
    },
  ]);
});

test("a deletion fails", () => {
  expect(outcomes({ ...rewrite("a", "0", 1), kind: "branch_deletion" })).toEqual(["fail"]);
});

test("a rewrite that the very next one undid is one warning", () => {
  expect(outcomes(rewrite("a", "b", 1), rewrite("b", "a", 2))).toEqual(["warn"]);
  expect(outcomes(rewrite("a", "b", 1), rewrite("b", "a", 2), rewrite("c", "a", 3))).toEqual([
    "warn",
    "fail",
  ]);
});

test("putting an old commit back over entries that came since is no undoing", () => {
  expect(outcomes(rewrite("a", "b", 1), rewrite("later than b", "a", 2))).toEqual(["fail", "fail"]);
});
