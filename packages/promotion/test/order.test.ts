import { expect, test } from "vitest";
import { decidePromotion, type PromotionFacts } from "../src/index.ts";
import { aStay, factsFor, otherDigest, ruleOf } from "./builders.ts";

const left = { ...aStay, until: "2026-03-01T12:12:00Z" };

test.each<[string, PromotionFacts["upstream"], unknown, unknown]>([
  [
    "never there",
    [],
    ["unmet", "these bytes were never in `staging`"],
    ["unmet", "these bytes were never in `staging`"],
  ],
  [
    "there under the same name with other bytes",
    [{ ...aStay, digest: otherDigest }],
    ["unmet", "these bytes were never in `staging`"],
    ["unmet", "these bytes were never in `staging`"],
  ],
  [
    "there for long",
    [aStay],
    ["met", "since 2026-03-01 09:12 UTC"],
    ["met", "31 h, since 2026-03-01 09:12 UTC"],
  ],
  [
    "there under another name",
    [{ ...aStay, version: "v9.9.9" }],
    ["met", "since 2026-03-01 09:12 UTC"],
    ["met", "31 h, since 2026-03-01 09:12 UTC"],
  ],
  [
    "there for a while",
    [{ ...aStay, since: "2026-03-02T09:12:30Z" }],
    ["met", "since 2026-03-02 09:12 UTC"],
    ["waiting", "7 h 27 min so far; enough at 2026-03-03 09:12 UTC"],
  ],
  [
    "gone too early",
    [left],
    ["met", "from 2026-03-01 09:12 UTC to 2026-03-01 12:12 UTC"],
    ["unmet", "left after 3 h, from 2026-03-01 09:12 UTC to 2026-03-01 12:12 UTC"],
  ],
  [
    "gone after long enough",
    [{ ...aStay, since: "2026-02-20T00:00:00Z", until: "2026-03-01T00:00:00Z" }],
    ["met", "from 2026-02-20 00:00 UTC to 2026-03-01 00:00 UTC"],
    ["met", "9 days, from 2026-02-20 00:00 UTC to 2026-03-01 00:00 UTC"],
  ],
  [
    "back for a short time, after a long one",
    [
      { ...aStay, since: "2026-02-01T00:00:00Z", until: "2026-02-20T00:00:00Z" },
      { ...aStay, since: "2026-03-02T16:00:00Z" },
    ],
    ["met", "since 2026-03-02 16:00 UTC"],
    ["waiting", "40 min so far; enough at 2026-03-03 16:00 UTC"],
  ],
  [
    "there twice without a break",
    [
      { ...aStay, until: "2026-03-02T16:00:00Z" },
      { ...aStay, since: "2026-03-02T16:00:00Z" },
    ],
    ["met", "since 2026-03-01 09:12 UTC"],
    ["met", "31 h, since 2026-03-01 09:12 UTC"],
  ],
  [
    "there only in the future",
    [{ ...aStay, since: "2026-03-02T16:41:00Z" }],
    ["met", "since 2026-03-02 16:41 UTC"],
    [
      "waiting",
      "this clock says 2026-03-02 16:40 UTC, before it came there at 2026-03-02 16:41 UTC: no time is counted",
    ],
  ],
  [
    "there until a time in the future",
    [{ ...left, until: "2027-01-01T00:00:00Z" }],
    ["met", "from 2026-03-01 09:12 UTC to 2027-01-01 00:00 UTC"],
    ["met", "31 h, from 2026-03-01 09:12 UTC to 2027-01-01 00:00 UTC"],
  ],
])("bytes that were %s", (_, upstream, ...[order, soak]) => {
  const facts = factsFor({ after: "staging", soak: "24h" }, { upstream });

  expect([ruleOf(facts, "order"), ruleOf(facts, "soak")]).toEqual([order, soak]);
});

test("an environment before that dropped the version is a notice", () => {
  const facts = factsFor({ after: "staging" }, { upstream: [left] });

  expect(decidePromotion(facts)).toMatchObject({
    state: "allowed",
    notices: [
      "`staging` does not run these bytes any more, since 2026-03-01 12:12 UTC: see why it was replaced",
    ],
  });
});
