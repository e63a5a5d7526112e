import { describe, expect, test } from "vitest";
import {
  alignedRows,
  alignPairs,
  countChangedLabels,
  createItems,
  decideChange,
  gapInterval,
  metricInterval,
  metricsFor,
  pairedInterval,
  parseMetric,
  unpairedInterval,
  type Aligned,
  type Items,
} from "../src/index.ts";
import { randomStream } from "../src/random.ts";

const accuracy = parseMetric("accuracy", "binary");

function every(n: number): { candidate: Int32Array; baseline: Int32Array } {
  const rows = Int32Array.from({ length: n }, (_, row) => row);
  return { candidate: rows, baseline: rows };
}

/** Two models of n items whose scores follow the label more or less closely. */
function twoModels(n: number, noise: readonly [number, number], seed = 5): Aligned {
  const random = randomStream(seed, n);
  const uniform = () => random() / 4294967296;
  const label = Int32Array.from({ length: n }, () => (uniform() < 0.4 ? 1 : 0));
  const shared = Float64Array.from(label, () => uniform());
  const [candidate, baseline] = noise.map((share) => {
    const scores = Float64Array.from(
      label,
      (one, row) => (1 - share) * (0.3 * one + 0.5 * (shared[row] ?? 0)) + share * uniform(),
    );
    const prediction = Int32Array.from(scores, (score) => (score > 0.45 ? 1 : 0));
    return createItems({
      task: "binary",
      classes: ["a", "b"],
      label,
      prediction,
      scores: [scores],
    });
  });
  if (candidate === undefined || baseline === undefined) throw new Error("two models");
  return alignPairs(candidate, baseline, every(n));
}

function regressionModels(n: number): Aligned {
  const random = randomStream(11, n);
  const uniform = () => random() / 4294967296;
  const label = Float64Array.from({ length: n }, () => 10 * uniform());
  const [candidate, baseline] = [1, 1.1].map((spread) => {
    const prediction = label.map((one) => one + spread * (uniform() - 0.5));
    return createItems({ task: "regression", label, prediction });
  });
  if (candidate === undefined || baseline === undefined) throw new Error("two models");
  return alignPairs(candidate, baseline, every(n));
}

describe("each metric has the method that fits it", () => {
  test("of a pair of classifiers", () => {
    const aligned = twoModels(600, [0.2, 0.3]);

    const methods = metricsFor(aligned.candidate).map((metric) => [
      metric.name,
      pairedInterval(metric, aligned).method.replace(", 1000 resamples, seed 1", ""),
    ]);

    expect(Object.fromEntries(methods)).toEqual({
      accuracy: "Tango",
      balanced_accuracy: "bootstrap percentile",
      precision: "bootstrap percentile",
      precision_macro: "bootstrap percentile",
      precision_micro: "Tango",
      precision_weighted: "bootstrap percentile",
      recall: "Tango",
      recall_macro: "bootstrap percentile",
      recall_micro: "Tango",
      recall_weighted: "bootstrap percentile",
      f1: "bootstrap percentile",
      f1_macro: "bootstrap percentile",
      f1_micro: "Tango",
      f1_weighted: "bootstrap percentile",
      roc_auc: "DeLong",
      average_precision: "bootstrap percentile",
      log_loss: "paired t",
      brier_score: "paired t",
    });
  });

  test("of one model", () => {
    const { candidate } = twoModels(600, [0.2, 0.3]);
    const methodOf = (name: string) =>
      metricInterval(candidate, parseMetric(name, "binary")).method;

    expect(["accuracy", "recall", "roc_auc", "log_loss", "f1"].map(methodOf)).toEqual([
      "Wilson",
      "Wilson",
      "DeLong",
      "t",
      "bootstrap percentile, 1000 resamples, seed 1",
    ]);
  });
});

describe("an interval holds the difference and agrees with other methods", () => {
  test("for every metric of classification and regression", () => {
    for (const aligned of [twoModels(2000, [0.2, 0.3]), regressionModels(2000)]) {
      for (const metric of metricsFor(aligned.candidate)) {
        const { difference, low, high } = pairedInterval(metric, aligned);

        expect(low).toBeLessThan(difference ?? NaN);
        expect(high).toBeGreaterThan(difference ?? NaN);
        const alone = metricInterval(aligned.candidate, metric);
        expect(alone.low).toBeLessThan(alone.value ?? NaN);
        expect(alone.high).toBeGreaterThan(alone.value ?? NaN);
      }
    }
  });

  test.each(["root_mean_squared_error", "r2"])("%s linearised and resampled", (name) => {
    const metric = parseMetric(name, "regression");
    const large = regressionModels(20_000);
    const rows = Int32Array.from({ length: 16_000 }, (_, row) => row);

    const linear = pairedInterval(metric, large);
    const drawn = pairedInterval(metric, alignedRows(large, rows));

    expect(linear.method).toBe("paired t, linearised");
    expect(drawn.method).toContain("bootstrap");
    const width = (one: typeof linear) => (one.high ?? NaN) - (one.low ?? NaN);
    expect(width(linear) / width(drawn)).toBeGreaterThan(0.9 * Math.sqrt(0.8));
    expect(width(linear) / width(drawn)).toBeLessThan(1.1 * Math.sqrt(0.8));
  });

  test("coarse and fine bins of ranks", () => {
    const metric = parseMetric("average_precision", "binary");
    const large = twoModels(60_000, [0.2, 0.3]);
    const rows = Int32Array.from({ length: 15_000 }, (_, row) => row * 4);

    const coarse = pairedInterval(metric, large);
    const fine = pairedInterval(metric, alignedRows(large, rows));

    const width = (one: typeof coarse) => (one.high ?? NaN) - (one.low ?? NaN);
    expect((2 * width(coarse)) / width(fine)).toBeGreaterThan(0.85);
    expect((2 * width(coarse)) / width(fine)).toBeLessThan(1.15);
  });

  test("without pairing it is wider", () => {
    const aligned = twoModels(600, [0.2, 0.25]);
    const paired = pairedInterval(accuracy, aligned);
    const unpaired = unpairedInterval(accuracy, aligned);

    expect(unpaired.method).toBe("unpaired, square and add of Wilson");
    expect(unpaired.difference).toBeCloseTo(paired.difference ?? NaN, 12);
    expect((unpaired.high ?? 0) - (unpaired.low ?? 0)).toBeGreaterThan(
      (paired.high ?? 0) - (paired.low ?? 0),
    );
  });
});

describe("edges", () => {
  test("the same results differ at no item, whatever the metric", () => {
    const { candidate } = twoModels(50, [0.2, 0.3]);
    const aligned = { candidate, baseline: candidate };

    for (const metric of metricsFor(candidate)) {
      const change = pairedInterval(metric, aligned);
      expect([metric.name, change.nothingDiffers, change.difference]).toEqual([
        metric.name,
        true,
        0,
      ]);
    }
  });

  test("a flagged metric has no interval, although it has a number", () => {
    const build = (prediction: number[]): Items =>
      createItems({
        task: "binary",
        classes: ["a", "b"],
        label: Int32Array.of(0, 1, 1),
        prediction: Int32Array.from(prediction),
      });
    const aligned = alignPairs(build([0, 0, 0]), build([0, 1, 1]), every(3));

    const change = pairedInterval(parseMetric("precision", "binary"), aligned);

    expect(change).toMatchObject({ difference: null, low: null, undefined: "zero-division" });
    expect(decideChange(change, { rule: "max-drop", margin: 1, direction: "higher" })).toEqual({
      outcome: "inconclusive",
      reason: "undefined",
    });
  });

  test("labels are compared by the names of their classes", () => {
    const build = (classes: string[], label: number[]): Items =>
      createItems({ task: "binary", classes, label: Int32Array.from(label) });
    const aligned = alignPairs(
      build(["a", "b"], [0, 1, 1]),
      build(["b", "a"], [1, 0, 1]),
      every(3),
    );

    expect(countChangedLabels(aligned)).toBe(1);
  });

  test("two perfect areas fall back to the bootstrap and differ by nothing", () => {
    const build = (scores: number[]): Items =>
      createItems({
        task: "binary",
        classes: ["a", "b"],
        label: Int32Array.from(scores, (_, row) => (row < 10 ? 0 : 1)),
        scores: [Float64Array.from(scores)],
      });
    const rising = Array.from({ length: 20 }, (_, row) => row / 20);
    const aligned = alignPairs(build(rising), build(rising.map((one) => one ** 2)), every(20));

    expect(pairedInterval(parseMetric("roc_auc", "binary"), aligned)).toMatchObject({
      difference: 0,
      low: 0,
      high: 0,
      method: "bootstrap percentile, 1000 resamples, seed 1",
    });
  });
});

describe("the gap between groups", () => {
  test("names both groups, and its interval allows for the choice among them", () => {
    const { candidate } = twoModels(900, [0.2, 0.3]);
    const codes = Int32Array.from({ length: 900 }, (_, row) => row % 3);

    const found = gapInterval(accuracy, { items: candidate, groups: { count: 3, codes } });

    const values = found.groups.map(({ value }) => value ?? NaN);
    expect(found.gap).toBe(Math.max(...values) - Math.min(...values));
    expect(found.highest).toBe(values.indexOf(Math.max(...values)));
    expect(found.low).toBeLessThan(found.gap ?? NaN);
    expect(found.high).toBeGreaterThanOrEqual(found.gap ?? NaN);
  });

  test("is undefined as soon as one group is", () => {
    const { candidate } = twoModels(30, [0.2, 0.3]);
    const codes = new Int32Array(30);

    const found = gapInterval(accuracy, { items: candidate, groups: { count: 2, codes } });

    expect(found).toMatchObject({ gap: null, undefined: "empty-slice" });
  });
});
