import fc from "fast-check";
import { expect, test } from "vitest";
import { exactSum, exitCodeOf, nearestWord, parseDigest, worstOutcome } from "../src/index.ts";

test("the exact sum does not depend on the order of its terms", () => {
  const finite = fc.array(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
  );

  fc.assert(
    fc.property(finite, (terms) => {
      expect(exactSum(terms)).toBe(exactSum(terms.toReversed()));
    }),
  );
});

test.each([
  { terms: [1e100, 1, -1e100], sum: 1 },
  { terms: [0.1, 0.2, 0.3, -0.6], sum: 2.7755575615628914e-17 },
  { terms: [1, 2 ** -53, 2 ** -106], sum: 1 + 2 ** -52 },
  { terms: [], sum: 0 },
])("the exact sum of $terms is $sum", ({ terms, sum }) => {
  expect(exactSum(terms)).toBe(sum);
});

test("a sum with an infinity or a NaN says so", () => {
  expect(exactSum([1, Infinity])).toBe(Infinity);
  expect(exactSum([Infinity, -Infinity])).toBeNaN();
});

test("of nothing the outcome is inconclusive, never a pass", () => {
  expect(worstOutcome([])).toBe("inconclusive");
  expect(worstOutcome(["pass", "fail", "warn"])).toBe("fail");
});

test("only pass and warn exit 0", () => {
  const codes = (["pass", "warn", "inconclusive", "fail", "error"] as const).map(exitCodeOf);

  expect(codes).toEqual([0, 0, 1, 1, 1]);
});

test("a misspelt word finds its neighbour, a foreign one does not", () => {
  const known = ["max-drop", "min", "severity"];

  expect(nearestWord("max_drop", known)).toBe("max-drop");
  expect(nearestWord("sverity", known)).toBe("severity");
  expect(nearestWord("colour", known)).toBeUndefined();
});

test("a digest is 64 hexadecimal digits", () => {
  const hex = "AB".repeat(32);

  expect(parseDigest(`sha256:${hex}`)).toEqual({ sha256: hex.toLowerCase() });
  expect(parseDigest("../../etc/passwd")).toBeUndefined();
});
