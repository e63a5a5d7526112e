import { expect, test } from "vitest";
import { decidePromotion } from "../src/index.ts";
import {
  anApproval,
  aRollback,
  aStay,
  digest,
  factsFor,
  jo,
  mara,
  ruleOf,
  someFacts,
} from "./builders.ts";

test("an environment without rules demands registered, passing evidence, and lists it", () => {
  expect(decidePromotion(someFacts())).toEqual({
    state: "allowed",
    direction: "promotion",
    rules: [
      {
        id: "registered",
        title: "registered in the log",
        state: "met",
        detail: "entry 40, 2026-02-28 13:00 UTC",
      },
      {
        id: "evidence",
        title: "evidence of these bytes passes",
        state: "met",
        detail: "evaluation `flight-delays` passes and data `flights` passes",
      },
    ],
    approvals: [],
    evidenceLevel: "actor-only",
    hold: false,
    notices: [],
  });
});

test("all rules are listed in one answer, and the worst of them decides", () => {
  const everything = {
    after: "staging",
    soak: "24h",
    "max-evidence-age": "7d",
    freeze: [{ from: "Fri 16:00", to: "Mon 08:00" }],
    approvals: {},
  };

  const allowed = decidePromotion(
    factsFor(everything, { upstream: [aStay], answers: [anApproval(jo)] }),
  );
  const waiting = decidePromotion(factsFor(everything, { upstream: [aStay] }));
  const refused = decidePromotion(factsFor(everything, { answers: [anApproval(mara)] }));

  expect(
    allowed.rules.map(({ id, state, title, detail }) => [id, state, title, detail]).slice(2),
  ).toEqual([
    [
      "evidence-age",
      "met",
      "evidence not older than 7 days",
      "evaluation `flight-delays` 2 days and data `flights` 2 days",
    ],
    ["order", "met", "was in `staging`", "since 2026-03-01 09:12 UTC"],
    ["soak", "met", "stayed in `staging` for ≥ 24 h", "31 h, since 2026-03-01 09:12 UTC"],
    ["freeze", "met", "outside freeze windows", "next: Fri 16:00 to Mon 08:00 UTC"],
    [
      "approvals",
      "met",
      "1 approval, not by the author",
      "1 of 1: `jo` (environment approval, run 8123)",
    ],
  ]);
  expect(allowed.state).toBe("allowed");
  expect(waiting.state).toBe("waiting");
  expect([
    refused.state,
    ...refused.rules.filter(({ state }) => state === "unmet").map(({ id }) => id),
  ]).toEqual(["refused", "order", "soak", "approvals"]);
});

test("a version of another model is refused", () => {
  const facts = someFacts();

  const found = ruleOf({ ...facts, model: { ...facts.model, name: "fraud" } }, "registered");

  expect(found).toEqual(["unmet", "entry 40 registered another model, `flight-delays`"]);
});

test("a freeze makes a promotion wait until it ends", () => {
  const freeze = [{ from: "2026-03-02", to: "2026-03-03", reason: "quarter's end" }];

  expect(ruleOf(factsFor({ freeze }), "freeze")).toEqual([
    "waiting",
    "frozen until 2026-03-04 00:00 UTC (2026-03-02 to 2026-03-03, quarter's end)",
  ]);
});

test.each([
  ["none", null, "unmet"],
  ["an empty one", "", "unmet"],
  ["blanks and invisible characters", " \u200b\u2060\n", "unmet"],
  ["signs alone", "...!", "unmet"],
  ["words", "the new one drops late flights", "met"],
  ["words of another script", "戻す", "met"],
])("a rollback with %s as its reason", (_, reason, state) => {
  const decision = decidePromotion(aRollback({}, { reason }));

  expect(decision).toMatchObject({ direction: "rollback", hold: true });
  expect(decision.rules.at(-1)).toMatchObject({ id: "reason", state });
  expect(decision.state).toBe(state === "met" ? "allowed" : "refused");
});

test("versions are ordered as numbers, not as text", () => {
  const facts = someFacts();
  const { candidate, current } = facts;
  const ten = current === null ? null : { ...current, version: "v1.9.0" };

  const found = decidePromotion({
    ...facts,
    candidate: { ...candidate, version: "v1.10.0" },
    current: ten,
  });

  expect(found.direction).toBe("promotion");
});

test("the first promotion into an environment is no rollback", () => {
  expect(decidePromotion(someFacts({ current: null })).direction).toBe("promotion");
});

const hold = { since: "2026-03-02T10:00:00Z", reason: "late `flights`", entry: 44 };
const held = { ...someFacts().current, hold };

test.each([
  [null, "unmet", "held since 2026-03-02 10:00 UTC by the rollback of entry 44 (late 'flights')"],
  [
    "fixed in v1.1.0",
    "met",
    "held since 2026-03-02 10:00 UTC by the rollback of entry 44 (late 'flights'); the reason of this promotion ends it",
  ],
])("a held environment and the reason %j", (reason, state, detail) => {
  const facts = someFacts({ reason });
  const current = facts.current === null ? null : { ...facts.current, hold: held.hold };

  const decision = decidePromotion({ ...facts, current });

  expect(decision.rules.at(-1)).toMatchObject({ id: "hold", state, detail });
  expect([decision.state, decision.hold]).toEqual([state === "met" ? "allowed" : "refused", false]);
});

test("a rollback in a held environment needs its own reason and keeps the hold", () => {
  const facts = aRollback({}, { reason: "worse still" });
  const current = facts.current === null ? null : { ...facts.current, hold };

  const decision = decidePromotion({ ...facts, current });

  expect([decision.state, decision.hold]).toEqual(["allowed", true]);
  expect(decision.rules.map(({ id }) => id)).toEqual(["registered", "evidence", "reason"]);
});

test("a rollback meets every rule but those that the policy skips, which stay in the list", () => {
  const environment = {
    after: "staging",
    soak: "48h",
    "max-evidence-age": "1d",
    approvals: {},
    freeze: [{ from: "Mon 16:00", to: "Mon 17:00" }],
  };
  const init = { upstream: [aStay], reason: "late flights" };
  const skip = { skip: ["soak", "freeze", "evidence-age", "approvals"] as const };

  const strict = decidePromotion(aRollback(environment, init));
  const lenient = decidePromotion(
    aRollback({ ...environment, rollback: { skip: [...skip.skip] } }, init),
  );
  const forward = decidePromotion(
    factsFor({ ...environment, rollback: { skip: [...skip.skip] } }, init),
  );

  expect(strict.rules.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "registered met",
    "evidence met",
    "evidence-age unmet",
    "order met",
    "soak waiting",
    "freeze waiting",
    "approvals waiting",
    "reason met",
  ]);
  expect(lenient.state).toBe("allowed");
  expect(lenient.rules.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "registered met",
    "evidence met",
    "evidence-age skipped",
    "order met",
    "soak skipped",
    "freeze skipped",
    "approvals skipped",
    "reason met",
  ]);
  expect(lenient.rules[5]?.detail).toBe(
    "the policy skips it for rollbacks; it would be waiting: frozen until 2026-03-02 17:00 UTC (Mon 16:00 to Mon 17:00 UTC)",
  );
  expect(forward.state).toBe("refused");
});

test("a decision is a function of its facts", () => {
  const facts = factsFor(
    { approvals: {}, after: "staging" },
    { upstream: [aStay], answers: [anApproval(jo)] },
  );

  expect(decidePromotion(facts)).toEqual(decidePromotion(structuredClone(facts)));
  expect(digest).toEqual(facts.candidate.digest);
});
