import { expect, test } from "vitest";
import { historyOf, staysOf } from "../src/index.ts";
import { aPromotion, aRefusal, aRegistration, referenceTo } from "./a-log.ts";

const one = aRegistration(0);
const two = aRegistration(1);
const staged = aPromotion(2, one, { environment: "staging" });
const first = aPromotion(3, one);
const refused = aRefusal(4, two, { from: referenceTo(first) });
const second = aPromotion(5, two, { from: referenceTo(first) });
const back = aPromotion(6, one, {
  from: referenceTo(second),
  direction: "rollback",
  reason: "too slow",
  hold: true,
});
const other = aPromotion(7, one, { model: "early" });
const entries = [one, two, staged, first, refused, second, back, other];
const log = { size: 8, root: { sha256: "e".repeat(64) } };

function running(entry: typeof first, hold: string | null = null) {
  const { environment, version, digest, time, index } = entry;
  return { environment, version, digest, since: time, entry: index, hold };
}

test("a history tells every event of a model, and what runs where now", () => {
  expect(historyOf(entries, { model: "late", log })).toEqual({
    schema: "slipway/history/v1",
    model: "late",
    environment: null,
    at: null,
    log,
    current: [running(staged), running(back, "too slow")],
    events: [one, two, staged, first, refused, second, back],
  });
});

test("the history of an environment has no registrations", () => {
  const { current, events } = historyOf(entries, { model: "late", environment: "staging", log });

  expect({ current, events }).toEqual({ current: [running(staged)], events: [staged] });
});

test("a history at a time knows what happened until then, that very moment included", () => {
  const at = (time: string) => {
    const { current, events } = historyOf(entries, {
      model: "late",
      environment: "production",
      at: time,
      log,
    });
    return { current, events: events.length };
  };

  expect(at("2026-01-01T00:02:59Z")).toEqual({ current: [], events: 0 });
  expect(at("2026-01-01T00:03:00Z")).toEqual({ current: [running(first)], events: 1 });
  expect(at("2026-01-01T00:05:59.999Z")).toEqual({ current: [running(second)], events: 3 });
  expect(at("2030-01-01T00:00:00Z")).toEqual({ current: [running(back, "too slow")], events: 4 });
});

test("a model that nobody knows has an empty history", () => {
  const { current, events } = historyOf(entries, { model: "none", log });

  expect({ current, events }).toEqual({ current: [], events: [] });
});

test("stays follow one another, and the last one has no end", () => {
  expect(staysOf(entries, { model: "late", environment: "production" })).toEqual([
    { version: "v1.0.0", digest: one.digest, since: first.time, until: second.time, entry: 3 },
    { version: "v1.1.0", digest: two.digest, since: second.time, until: back.time, entry: 5 },
    { version: "v1.0.0", digest: one.digest, since: back.time, until: null, entry: 6 },
  ]);
});
