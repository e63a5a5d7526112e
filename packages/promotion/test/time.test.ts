import { UserError } from "@slipway/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDuration, sayDuration, sayExactly, sayLimit } from "../src/duration.ts";
import { freezeAt, parseFreeze, type FreezeState } from "../src/index.ts";
import { millisOf, sayInstant } from "../src/instant.ts";

const hour = 3_600_000;

test("instants are those of the Gregorian calendar", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("1900-01-01T00:00:00Z"),
        max: new Date("2400-01-01T00:00:00Z"),
        noInvalidDate: true,
      }),
      (date) => {
        const iso = date.toISOString();

        expect(millisOf(iso)).toBe(date.getTime());
        expect(sayInstant(date.getTime())).toBe(`${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`);
      },
    ),
  );
});

test.each([
  ["2026-03-01T09:12Z", Date.UTC(2026, 2, 1, 9, 12)],
  ["2026-03-01", Date.UTC(2026, 2, 1)],
  ["2026-03-01T09:12:00.123456Z", Date.UTC(2026, 2, 1, 9, 12, 0, 123)],
  ["2026-03-01T09:12:00+01:00", Number.NaN],
  ["yesterday", Number.NaN],
])("the instant %j is %d", (text, millis) => {
  expect(millisOf(text)).toBe(millis);
});

test.each<[string, number | undefined]>([
  ["30m", 0.5 * hour],
  ["24h", 24 * hour],
  ["1d", 24 * hour],
  ["2w", 14 * 24 * hour],
  ["0h", undefined],
  ["24", undefined],
  ["1.5h", undefined],
])("the duration %j of a policy", (text, millis) => {
  expect(parseDuration(text)).toBe(millis);
});

test.each([
  [30_000, "under a minute", "under a minute"],
  [59 * 60_000, "59 min", "59 min"],
  [31.5 * hour, "31 h", "31 h 30 min"],
  [24 * hour - 1, "23 h", "23 h 59 min"],
  [48 * hour, "2 days", "2 days"],
  [169 * hour, "7 days", "7 days 1 h"],
])("%d ms are said as %j, exactly as %j", (millis, rough, exact) => {
  expect([sayDuration(millis), sayExactly(millis)]).toEqual([rough, exact]);
});

test("limits are said as they are written", () => {
  expect(["24h", "7d", "1w", "30m"].map(sayLimit)).toEqual(["24 h", "7 days", "1 week", "30 min"]);
});

const weekend = { from: "Fri 16:00", to: "Mon 08:00" };
const holidays = { from: "2026-12-20", to: "2027-01-03", reason: "holidays" };
const fair = { from: "2026-03-04T16:00Z", to: "2026-03-05T06:30Z" };

function at(freeze: readonly { from: string; to: string; reason?: string }[], now: string) {
  return freezeAt(parseFreeze({ name: "production", freeze: [...freeze] }), millisOf(now));
}

const until = (instant: string, window: string): FreezeState => ({
  kind: "frozen",
  until: millisOf(instant),
  window,
});

test.each<[string, Parameters<typeof at>[0], string, FreezeState]>([
  [
    "before the weekend",
    [weekend],
    "2026-03-06T15:59:59Z",
    { kind: "open", next: "Fri 16:00 to Mon 08:00 UTC" },
  ],
  [
    "as it begins",
    [weekend],
    "2026-03-06T16:00:00Z",
    until("2026-03-09T08:00Z", "Fri 16:00 to Mon 08:00 UTC"),
  ],
  [
    "on Sunday",
    [weekend],
    "2026-03-08T12:00:00Z",
    until("2026-03-09T08:00Z", "Fri 16:00 to Mon 08:00 UTC"),
  ],
  [
    "as it ends",
    [weekend],
    "2026-03-09T08:00:00Z",
    { kind: "open", next: "Fri 16:00 to Mon 08:00 UTC" },
  ],
  [
    "on the last day of a window of days",
    [holidays],
    "2027-01-03T23:59:00Z",
    until("2027-01-04T00:00Z", "2026-12-20 to 2027-01-03, holidays"),
  ],
  ["after a window of days", [holidays], "2027-01-04T00:00:00Z", { kind: "open", next: undefined }],
  [
    "inside a window of hours",
    [fair],
    "2026-03-05T06:29:00Z",
    until("2026-03-05T06:30Z", "2026-03-04T16:00Z to 2026-03-05T06:30Z"),
  ],
  [
    "a window that touches the next",
    [weekend, { from: "Mon 08:00", to: "Mon 10:00" }],
    "2026-03-07T00:00:00Z",
    until("2026-03-09T10:00Z", "Fri 16:00 to Mon 08:00 UTC"),
  ],
  [
    "windows that cover every week",
    [weekend, { from: "Mon 08:00", to: "Fri 16:00" }],
    "2026-03-07T00:00:00Z",
    { kind: "frozen", until: null, window: "Fri 16:00 to Mon 08:00 UTC" },
  ],
  [
    "the nearest of two",
    [holidays, weekend],
    "2026-03-05T00:00:00Z",
    { kind: "open", next: "Fri 16:00 to Mon 08:00 UTC" },
  ],
  [
    "a window within one day, before 1970",
    [{ from: "wed 10:00", to: "wed 11:00" }],
    "1969-12-31T10:30:00Z",
    until("1969-12-31T11:00Z", "wed 10:00 to wed 11:00 UTC"),
  ],
])("freeze: %s", (_, ...[freeze, now, state]) => {
  expect(at(freeze, now)).toEqual(state);
});

test("a window that cannot be read is refused with the environment and the value", () => {
  const parse = () =>
    parseFreeze({ name: "production", freeze: [{ from: "Friday 16:00", to: "Mon 08:00" }] });

  expect(parse).toThrow(UserError);
  expect(parse).toThrow(/environment "production": freeze: from: "Friday 16:00" must be like/);
});
