import { expect, test } from "vitest";
import {
  counted,
  decimalsOf,
  formatChange,
  formatCount,
  formatLimit,
  formatNumber,
  formatPercent,
  tellApart,
} from "../src/format-number.ts";
import { durationText } from "../src/duration.ts";
import { formatAge, formatInstant, shortCommit } from "../src/format-time.ts";

test.each([
  { low: -0.035, high: -0.013, decimals: 3 },
  { low: -0.0049, high: -0.0005, decimals: 4 },
  { low: -0.13, high: 0.01, decimals: 3 },
  { low: 0, high: 0.01999999, decimals: 3 },
  { low: -310, high: 1305, decimals: -1 },
  { low: 0.1, high: 0.1, decimals: undefined },
  { low: 0, high: 1e-300, decimals: 10 },
])("the half width of $low … $high has two digits at $decimals decimals", (row) => {
  expect(decimalsOf(row.low, row.high)).toBe(row.decimals);
});

test.each([
  [formatNumber(0.742, 3), "0.742"],
  [formatNumber(-0.5, 1), "−0.5"],
  [formatNumber(31_402.1, -1), "31,400"],
  [formatNumber(null), "–"],
  [formatNumber(Number.NaN), "–"],
  [formatNumber(0.00001234), "0.00001234"],
  [formatNumber(1e21), "1.000e+21"],
  [formatChange(-0.024, 3), "−0.024"],
  [formatChange(0.024, 3), "+0.024"],
  [formatChange(-0.0001, 2), "0.00"],
  [formatCount(112_480), "112,480"],
  [formatCount(999), "999"],
  [formatLimit(0.05), "0.05"],
  [formatLimit(1e-9), "1e−9"],
  [formatLimit(5000), "5,000"],
  [formatPercent(0.9), "90 %"],
  [formatPercent(0.975), "97.5 %"],
  [counted(1, "row"), "1 row"],
  [counted(2000, "row"), "2,000 rows"],
])("%s is written as %s", (shown, expected) => {
  expect(shown).toBe(expected);
});

test("a value never looks equal to the limit that it breaks", () => {
  expect(tellApart(0.69996, 0.7, 3)).toBe(5);
  expect(tellApart(0.7, 0.7, 3)).toBe(3);
});

test.each([
  [formatInstant("2026-03-02T16:40:05.123Z"), "2026-03-02 16:40 UTC"],
  [formatInstant("soon"), "soon"],
  [formatAge(2.2), "2 days"],
  [formatAge(0.21), "5 hours"],
  [formatAge(0.001), "under an hour"],
  [shortCommit("3f9c2ab00000"), "3f9c2ab"],
  [shortCommit("main"), "main"],
  [durationText("2026-03-02T16:40:00.000Z", "2026-03-02T16:40:01.300Z"), "1.3 s"],
  [durationText("2026-03-02T23:59:59Z", "2026-03-03T00:00:01Z"), ""],
])("%s is shown as %s", (shown, expected) => {
  expect(shown).toBe(expected);
});
