import { expect, test } from "vitest";
import {
  alignPairs,
  createItems,
  decideChange,
  decideGap,
  gapInterval,
  pairedInterval,
  parseMetric,
  type Items,
} from "../src/index.ts";
import { randomStream } from "../src/random.ts";

const accuracy = parseMetric("accuracy", "binary");
const replications = 1500;

function modelOf(right: readonly boolean[]): Items {
  return createItems({
    task: "binary",
    classes: ["a", "b"],
    label: new Int32Array(right.length),
    prediction: Int32Array.from(right, (one) => (one ? 0 : 1)),
  });
}

/** Shares of outcomes of max-drop 0.02 at n = 200 where items get worse and better at these rates. */
function outcomes(worse: number, better: number): Record<string, number> {
  const counts: Record<string, number> = { pass: 0, fail: 0, inconclusive: 0 };
  const rows = Int32Array.from({ length: 200 }, (_, row) => row);
  for (let replication = 0; replication < replications; replication += 1) {
    const random = randomStream(2026, replication);
    const draws = Array.from(rows, () => random() / 4294967296);
    const before = draws.map((one) => one < 0.9 - better);
    const after = draws.map(
      (one) => one < 0.9 - better - worse || (one >= 0.9 - better && one < 0.9),
    );
    const pairs = { candidate: rows, baseline: rows };
    const change = pairedInterval(accuracy, alignPairs(modelOf(after), modelOf(before), pairs));
    const { outcome } = decideChange(change, {
      rule: "max-drop",
      margin: 0.02,
      direction: "higher",
    });
    counts[outcome] = (counts[outcome] ?? 0) + 1 / replications;
  }
  return counts;
}

test("an equal model is blocked in at most 5 % of all runs, and mostly told that it needs more items", () => {
  const equal = outcomes(0.018, 0.018);

  expect(equal["fail"]).toBeLessThan(0.05);
  expect(equal["inconclusive"]).toBeGreaterThan(0.4);
});

test("a true drop of 3 points is caught far more often than the strict rule would", () => {
  const dropped = outcomes(0.033, 0.003);

  expect(dropped["fail"]).toBeGreaterThan(0.5);
  expect(dropped["pass"]).toBeLessThan(0.05);
});

test("a drop of exactly the margin passes in at most 5 % of all runs", () => {
  const onMargin = outcomes(0.028, 0.008);

  expect(onMargin["pass"]).toBeLessThan(0.06);
});

test("four equal groups are called unequal in at most 5 % of all runs", () => {
  const codes = Int32Array.from({ length: 200 }, (_, row) => row % 4);
  let failed = 0;
  for (let replication = 0; replication < 300; replication += 1) {
    const random = randomStream(4, replication);
    const items = modelOf(Array.from(codes, () => random() / 4294967296 < 0.8));
    const gap = gapInterval(accuracy, { items, groups: { count: 4, codes } });
    if (decideGap(gap, 0.1).outcome === "fail") failed += 1;
  }

  expect(failed / 300).toBeLessThan(0.06);
});
