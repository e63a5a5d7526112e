import { describe, expect, test } from "vitest";
import {
  decideAbsent,
  decideBound,
  decideChange,
  decideGap,
  type Change,
  type Decision,
} from "../src/index.ts";

function change(difference: number, low: number, high: number): Change {
  return { difference, low, high, n: 200, method: "Tango", nothingDiffers: false, variance: 0.05 };
}

const drop = { rule: "max-drop", margin: 0.02, direction: "higher" } as const;

describe("an absolute bound judges the point estimate", () => {
  const cases: readonly (readonly [string, Parameters<typeof decideBound>[0], Decision])[] = [
    ["3/4 meets min 0.75", { rule: "min", bound: 0.75, value: 3 / 4 }, { outcome: "pass" }],
    ["0.1 + 0.2 meets max 0.3", { rule: "max", bound: 0.3, value: 0.1 + 0.2 }, { outcome: "pass" }],
    ["0.7499 fails min 0.75", { rule: "min", bound: 0.75, value: 0.7499 }, { outcome: "fail" }],
    ["0.31 fails max 0.3", { rule: "max", bound: 0.3, value: 0.31 }, { outcome: "fail" }],
    [
      "an undefined metric",
      { rule: "min", bound: 0.1, value: null },
      { outcome: "inconclusive", reason: "undefined" },
    ],
    [
      "the interval holds the bound",
      { rule: "min", bound: 0.75, value: 0.8, interval: { low: 0.7, high: 0.9 } },
      { outcome: "inconclusive", reason: "undecided" },
    ],
    [
      "the interval lies inside",
      { rule: "max", bound: 0.3, value: 0.2, interval: { low: 0.1, high: 0.3 } },
      { outcome: "pass" },
    ],
    [
      "the interval lies outside",
      { rule: "max", bound: 0.3, value: 0.4, interval: { low: 0.35, high: 0.5 } },
      { outcome: "fail", reason: "beyond-margin" },
    ],
    [
      "an interval is asked for and there is none",
      { rule: "min", bound: 0.3, value: 0.4, interval: null },
      { outcome: "inconclusive", reason: "undefined" },
    ],
  ];

  test.each(cases)("%s", (_, init, decision) => {
    expect(decideBound(init)).toEqual(decision);
  });
});

describe("a change is judged on its interval", () => {
  const cases: readonly (readonly [string, Change, Decision])[] = [
    ["inside the margin", change(-0.005, -0.015, 0.005), { outcome: "pass" }],
    [
      "wholly beyond the margin",
      change(-0.05, -0.08, -0.03),
      { outcome: "fail", reason: "beyond-margin" },
    ],
    [
      "worse for sure, best estimate beyond",
      change(-0.03, -0.05, -0.01),
      { outcome: "fail", reason: "proven-worse" },
    ],
    [
      "worse for sure, best estimate inside",
      change(-0.015, -0.025, -0.005),
      { outcome: "inconclusive", reason: "undecided", needed: 773 },
    ],
    [
      "straddling",
      change(0, -0.03, 0.03),
      { outcome: "inconclusive", reason: "undecided", needed: 773 },
    ],
    [
      "no difference at any item",
      { ...change(0, -0.03, 0.03), nothingDiffers: true },
      { outcome: "pass", reason: "identical-items" },
    ],
    [
      "nine pairs and not Tango",
      { ...change(0.1, 0.05, 0.2), n: 9, method: "paired t" },
      { outcome: "inconclusive", reason: "too-few", needed: 10 },
    ],
    ["nine pairs and Tango", { ...change(0.1, 0.05, 0.2), n: 9 }, { outcome: "pass" }],
    [
      "no number",
      { ...change(0, 0, 0), difference: null },
      { outcome: "inconclusive", reason: "undefined" },
    ],
    [
      "no interval",
      { ...change(0, 0, 0), low: null },
      { outcome: "inconclusive", reason: "too-few" },
    ],
  ];

  test.each(cases)("%s", (_, given, decision) => {
    expect(decideChange(given, drop)).toEqual(decision);
  });

  test("an estimate of exactly the margin is not beyond it", () => {
    const onMargin = change(0.79 - 0.8, -0.02, -0.001);

    expect(decideChange(onMargin, { ...drop, margin: 0.01 }).reason).toBe("undecided");
  });

  test("the rise of a loss is a drop", () => {
    const rise = change(0.05, 0.03, 0.08);

    expect(decideChange(rise, { ...drop, direction: "lower" })).toEqual({
      outcome: "fail",
      reason: "beyond-margin",
    });
    expect(decideChange(change(-0.05, -0.08, -0.03), { ...drop, direction: "lower" })).toEqual({
      outcome: "pass",
    });
  });

  test("a relative drop is measured against the size of the baseline", () => {
    const relative = { ...drop, rule: "max-relative-drop" } as const;
    const given = change(-0.005, -0.008, -0.002);

    expect(decideChange(given, { ...relative, margin: 0.02, base: 0.5 })).toEqual({
      outcome: "pass",
    });
    expect(decideChange(given, { ...relative, margin: 0.02, base: -0.05 })).toEqual({
      outcome: "fail",
      reason: "beyond-margin",
    });
  });

  test("a relative drop from 0 has no meaning", () => {
    const relative = { ...drop, rule: "max-relative-drop", base: 0 } as const;

    expect(decideChange(change(0.1, 0.05, 0.2), relative)).toEqual({
      outcome: "inconclusive",
      reason: "undefined",
    });
  });

  test("margin 0 asks for an improvement, and says no number of items that would do", () => {
    const none = { ...drop, margin: 0 };

    expect(decideChange(change(0.01, 0.001, 0.02), none)).toEqual({ outcome: "pass" });
    expect(decideChange(change(0.01, -0.001, 0.02), none)).toEqual({
      outcome: "inconclusive",
      reason: "undecided",
    });
  });

  test("two overlapping intervals are no argument: only the paired difference decides", () => {
    const clearlyWorse = change(-0.03, -0.04, -0.021);

    expect(decideChange(clearlyWorse, drop).outcome).toBe("fail");
  });
});

describe("a gap between groups", () => {
  test.each([
    [{ gap: 0.03, low: 0, high: 0.05 }, { outcome: "pass" }],
    [
      { gap: 0.2, low: 0.15, high: 0.25 },
      { outcome: "fail", reason: "beyond-margin" },
    ],
    [
      { gap: 0.12, low: 0.05, high: 0.2 },
      { outcome: "fail", reason: "proven-worse" },
    ],
    [
      { gap: 0.08, low: 0, high: 0.15 },
      { outcome: "inconclusive", reason: "undecided" },
    ],
    [
      { gap: 0, low: 0, high: 0 },
      { outcome: "pass", reason: "identical-items" },
    ],
    [
      { gap: null, low: null, high: null },
      { outcome: "inconclusive", reason: "undefined" },
    ],
  ])("%o", (gap, decision) => {
    expect(decideGap(gap, 0.1)).toEqual(decision);
  });
});

test("what is missing fails, what cannot be compared is inconclusive", () => {
  expect(decideAbsent("missing")).toEqual({ outcome: "fail", reason: "missing" });
  expect(decideAbsent("no-baseline")).toEqual({ outcome: "inconclusive", reason: "no-baseline" });
  expect(decideAbsent("not-comparable")).toEqual({
    outcome: "inconclusive",
    reason: "not-comparable",
  });
});

test("an estimate close to the margin asks for more pairs than there are, never for fewer", () => {
  const close = {
    difference: -0.049,
    low: -0.068,
    high: -0.029,
    n: 3871,
    method: "DeLong",
    nothingDiffers: false,
    variance: 0.55,
  };

  const decision = decideChange(close, { rule: "max-drop", margin: 0.05, direction: "higher" });

  expect(decision).toEqual({ outcome: "inconclusive", reason: "undecided", needed: 1_397_432 });
});

test.each([
  [
    "Tango with few discordant pairs",
    { difference: 0.02, low: -0.0586, high: 0.0069, n: 100, variance: 0.02 },
    0.05,
  ],
  ["a bootstrap without a variance", { difference: -0.01, low: -0.06, high: 0.04, n: 300 }, 0.05],
])("%s is told a number beyond its own", (_, seen, margin) => {
  const close = { ...seen, method: "Tango", nothingDiffers: false };

  const { outcome, needed = 0 } = decideChange(close, {
    rule: "max-drop",
    margin,
    direction: "higher",
  });

  expect(outcome).toBe("inconclusive");
  expect(needed).toBeGreaterThan(seen.n);
});
