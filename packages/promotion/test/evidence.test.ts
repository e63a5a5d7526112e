import type { EvaluationCheck } from "@slipway/contracts";
import { expect, test } from "vitest";
import { decidePromotion, type PromotionFacts } from "../src/index.ts";
import {
  aCheck,
  anEvaluation,
  dataReference,
  evaluationReference,
  factsFor,
  otherDigest,
  ruleOf,
  someFacts,
  withEvaluation,
} from "./builders.ts";

const met = ["met", "evaluation `flight-delays` passes with a warning and data `flights` passes"];

test.each<[string, Partial<PromotionFacts>, string]>([
  [
    "that the registration does not name",
    { candidate: { ...someFacts().candidate, evidence: [dataReference] } },
    "evaluation `flight-delays` is none of the registered evidence",
  ],
  [
    "that is gone or has other bytes",
    { evidence: [] },
    "evaluation `flight-delays` is not on the branch with the registered bytes and data `flights` is not on the branch with the registered bytes",
  ],
  [
    "that only the caller names",
    {
      evidence: [
        { reference: { ...evaluationReference, digest: otherDigest }, document: anEvaluation() },
      ],
    },
    "evaluation `flight-delays` is not on the branch with the registered bytes and data `flights` is not on the branch with the registered bytes",
  ],
  [
    "of another name",
    withEvaluation([aCheck()], { name: "fraud" }),
    "evaluation `flight-delays` is a document about something else",
  ],
  [
    "of other bytes",
    withEvaluation([aCheck()], {
      subjects: [{ name: "model", digest: otherDigest, sizeBytes: 1 }],
    }),
    "evaluation `flight-delays` did not judge the bytes of this model",
  ],
  [
    "that failed",
    withEvaluation([aCheck()], { outcome: "fail" }),
    "evaluation `flight-delays` ended as fail",
  ],
  [
    "whose own ledger fails, whatever it claims",
    withEvaluation([aCheck({ outcome: "fail", blocks: true })]),
    "evaluation `flight-delays` ended as fail",
  ],
  ["that checked nothing", withEvaluation([]), "evaluation `flight-delays` ended as inconclusive"],
])("evidence %s is not met", (_, init, detail) => {
  const facts = someFacts(init);

  expect(ruleOf(facts, "evidence")).toEqual(["unmet", detail]);
  expect(decidePromotion(facts).state).toBe("refused");
});

test("a model that demands no evidence is not promoted: nothing was checked", () => {
  const found = ruleOf(someFacts({ model: { name: "flight-delays", path: "model/" } }), "evidence");

  expect(found).toEqual([
    "unmet",
    "the model `flight-delays` demands no evidence: nothing was checked",
  ]);
});

test("evidence that the policy demands since the registration is demanded", () => {
  const facts = someFacts();

  const found = ruleOf(
    { ...facts, model: { ...facts.model, data: ["flights", "airports"] } },
    "evidence",
  );

  expect(found).toEqual(["unmet", "data `airports` is none of the registered evidence"]);
});

const undecided = aCheck({ outcome: "inconclusive", reason: "undecided", needed: 12000 });

test("an undecided change gate that a pull request let go on stops a promotion", () => {
  const found = ruleOf(someFacts(withEvaluation([undecided], { outcome: "warn" })), "evidence");

  expect(found).toEqual([
    "unmet",
    "evaluation `flight-delays` is inconclusive: `ROC AUC max-drop 0.01` (12000 items would decide)",
  ]);
});

test.each<[string, EvaluationCheck, PromotionFacts["environment"]["allow-inconclusive"], unknown]>([
  [
    "allowed by the environment",
    undecided,
    true,
    [
      "met",
      "evaluation `flight-delays` passes with a warning, 1 undecided and allowed and data `flights` passes",
    ],
  ],
  [
    "that is waived",
    { ...undecided, waived: { by: "jo", reason: "x", until: "2026-04-01" } },
    false,
    met,
  ],
  ["of severity warn", { ...undecided, severity: "warn" }, false, met],
  [
    "that was not checked, although the environment allows what is undecided",
    { ...undecided, reason: "not-comparable" },
    true,
    [
      "unmet",
      "evaluation `flight-delays` is inconclusive: `ROC AUC max-drop 0.01` (12000 items would decide)",
    ],
  ],
])("an inconclusive gate %s", (_, check, ...[allow, expected]) => {
  const environment = {
    name: "production",
    ...(allow === undefined ? {} : { "allow-inconclusive": allow }),
  };

  expect(
    ruleOf(someFacts({ ...withEvaluation([check], { outcome: "warn" }), environment }), "evidence"),
  ).toEqual(expected);
});

test("a gate of severity info that is inconclusive changes nothing", () => {
  const checks = [aCheck(), aCheck({ ...undecided, severity: "info" })];

  expect(ruleOf(someFacts(withEvaluation(checks)), "evidence")?.[0]).toBe("met");
});

test("what blocks stays blocked, whatever the environment allows", () => {
  const checks = [{ ...undecided, blocks: true }];
  const environment = { name: "production", "allow-inconclusive": true };

  const found = ruleOf(
    someFacts({ ...withEvaluation(checks, { outcome: "inconclusive" }), environment }),
    "evidence",
  );

  expect(found).toEqual(["unmet", "evaluation `flight-delays` ended as inconclusive"]);
});

test.each([
  [
    "2d",
    "2026-03-02T16:40:00Z",
    "unmet",
    "evaluation `flight-delays` 2 days 4 h: too old and data `flights` 2 days 5 h: too old",
  ],
  [
    "3d",
    "2026-03-02T16:40:00Z",
    "met",
    "evaluation `flight-delays` 2 days and data `flights` 2 days",
  ],
  [
    "1d",
    "2026-03-01T11:30:00Z",
    "unmet",
    "evaluation `flight-delays` 23 h and data `flights` 24 h 30 min: too old",
  ],
  ["1d", "2026-03-01T11:00:00Z", "met", "evaluation `flight-delays` 23 h and data `flights` 24 h"],
  [
    "1d",
    "2026-02-28T11:58:00Z",
    "met",
    "evaluation `flight-delays` under a minute and data `flights` 58 min",
  ],
  [
    "1d",
    "2026-02-28T11:00:00Z",
    "unmet",
    "evaluation `flight-delays` ends after this clock: one of the two is wrong and data `flights` under a minute",
  ],
])("evidence not older than %s at %s is %s", (limit, now, ...[state, detail]) => {
  expect(ruleOf(factsFor({ "max-evidence-age": limit }, { now }), "evidence-age")).toEqual([
    state,
    detail,
  ]);
});
