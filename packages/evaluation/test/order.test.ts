import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  alignPairs,
  computeGroups,
  computeMetric,
  createItems,
  metricInterval,
  metricsFor,
  pairedInterval,
  takeRows,
  type Items,
} from "../src/index.ts";

type Rows = {
  readonly label: readonly number[];
  readonly scores: readonly number[];
  readonly prediction: readonly number[];
  readonly weight?: readonly number[];
};

function binary({ label, scores, prediction, weight }: Rows): Items {
  return createItems({
    task: "binary",
    classes: ["0", "1"],
    label: Int32Array.from(label),
    scores: [Float64Array.from(scores)],
    prediction: Int32Array.from(prediction),
    ...(weight === undefined ? {} : { weight: Float64Array.from(weight) }),
  });
}

describe("the order of rows never changes a bit", () => {
  const item = fc.record({
    label: fc.integer({ min: 0, max: 1 }),
    prediction: fc.integer({ min: 0, max: 1 }),
    score: fc
      .integer({ min: 0, max: 40 })
      .map((one) => one / 40 + 1e-3 * (one % 7 === 0 ? 0 : 1) * 0.1),
    weight: fc.double({ min: 0.001, max: 1000, noNaN: true }),
    place: fc.integer(),
  });

  test.each([false, true])("with weights: %s", (hasWeights) => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 60 }), (rows) => {
        const build = (ordered: typeof rows) =>
          binary({
            label: ordered.map(({ label }) => label),
            prediction: ordered.map(({ prediction }) => prediction),
            scores: ordered.map(({ score }) => Math.min(score, 1)),
            ...(hasWeights ? { weight: ordered.map(({ weight }) => weight) } : {}),
          });
        const shuffled = rows.toSorted((left, right) => left.place - right.place);
        const all = (items: Items) =>
          metricsFor(items).map((metric) => computeMetric(items, metric));

        expect(all(build(shuffled))).toEqual(all(build(rows)));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test("a slice equals the metric of its rows alone", () => {
    const n = 5000;
    const label = Array.from({ length: n }, (_, row) => ((row * 7919) % 5 === 0 ? 1 : 0));
    const scores = label.map((one, row) => ((row * 104_729) % 1000) / 1500 + one / 4);
    const items = binary({ label, scores, prediction: scores.map((one) => (one > 0.5 ? 1 : 0)) });
    const codes = Int32Array.from(label, (_, row) => row % 3);
    const rows = Int32Array.from({ length: n }, (_, row) => row).filter((row) => row % 3 === 1);

    for (const metric of metricsFor(items)) {
      const slice = computeGroups(items, metric, { count: 3, codes })[1];
      const alone = computeMetric(takeRows(items, rows), metric);
      expect(computeMetric(items, metric, rows)).toEqual(slice);
      expect(Math.abs((slice?.value ?? NaN) - (alone.value ?? NaN))).toBeLessThan(1e-14);
    }
  });

  test.each(["none", "whole", "fractions"])("intervals too, weights: %s", (weights) => {
    const n = 400;
    const label = Array.from({ length: n }, (_, row) => ((row * 7919) % 5 < 2 ? 1 : 0));
    const scoresOf = (step: number) =>
      label.map((one, row) => (((row * step) % 997) / 997) * 0.7 + one * 0.3);
    const weightOf = { none: () => 1, whole: (row: number) => 1 + (row % 3), fractions: Math.sqrt };
    const weight = label.map((_, row) =>
      weights === "whole" ? weightOf.whole(row) : weightOf.fractions(row + 1),
    );
    const build = (step: number) => {
      const scores = scoresOf(step);
      const prediction = scores.map((one) => (one > 0.5 ? 1 : 0));
      return binary({ label, scores, prediction, ...(weights === "none" ? {} : { weight }) });
    };
    const rows = Int32Array.from({ length: n }, (_, row) => row);
    const shuffled = rows.toSorted((a, b) => ((a * 263) % 401) - ((b * 263) % 401));
    const [ours, theirs] = [build(331), build(577)];

    for (const metric of metricsFor(ours)) {
      const [first, second] = [rows, shuffled].map((order) =>
        pairedInterval(metric, alignPairs(ours, theirs, { candidate: order, baseline: order })),
      );
      expect(second).toEqual(first);
      expect(metricInterval(takeRows(ours, shuffled), metric)).toEqual(
        metricInterval(ours, metric),
      );
    }
  });
});
