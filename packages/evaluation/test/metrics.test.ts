import { describe, expect, test } from "vitest";
import { UserError } from "@slipway/kernel";
import {
  computeMetric,
  createItems,
  metricCatalogue,
  metricsFor,
  parseMetric,
  type Items,
  type MetricValue,
} from "../src/index.ts";

type Binary = {
  readonly label: readonly number[];
  readonly scores?: readonly number[];
  readonly prediction?: readonly number[];
  readonly weight?: readonly number[];
};

function binary({ label, scores, prediction, weight }: Binary): Items {
  return createItems({
    task: "binary",
    classes: ["0", "1"],
    label: Int32Array.from(label),
    ...(scores === undefined ? {} : { scores: [Float64Array.from(scores)] }),
    ...(prediction === undefined ? {} : { prediction: Int32Array.from(prediction) }),
    ...(weight === undefined ? {} : { weight: Float64Array.from(weight) }),
  });
}

type Multiclass = {
  readonly label: readonly number[];
  readonly prediction?: readonly number[];
  readonly rows?: readonly (readonly number[])[];
  readonly weight?: readonly number[];
};

function multiclass({ label, prediction, rows, weight }: Multiclass): Items {
  const scores = [0, 1, 2].map((at) => Float64Array.from(rows ?? [], (row) => row[at] ?? 0));
  return createItems({
    task: "multiclass",
    classes: ["0", "1", "2"],
    label: Int32Array.from(label),
    ...(prediction === undefined ? {} : { prediction: Int32Array.from(prediction) }),
    ...(rows === undefined ? {} : { scores }),
    ...(weight === undefined ? {} : { weight: Float64Array.from(weight) }),
  });
}

function regression(
  label: readonly number[],
  prediction: readonly number[],
  weight?: readonly number[],
): Items {
  return createItems({
    task: "regression",
    label: Float64Array.from(label),
    prediction: Float64Array.from(prediction),
    ...(weight === undefined ? {} : { weight: Float64Array.from(weight) }),
  });
}

function compute(items: Items, name: string): MetricValue {
  return computeMetric(items, parseMetric(name, items.task));
}

const example = {
  label: [0, 1, 2, 2, 1],
  rows: [
    [0.8, 0.1, 0.1],
    [0.1, 0.6, 0.3],
    [0.1, 0.2, 0.7],
    [0.2, 0.45, 0.35],
    [0.3, 0.4, 0.3],
  ],
};

const golden: readonly (readonly [string, Items, string, number])[] = [
  [
    "a class only predicted is ignored",
    multiclass({ label: [0, 0, 1], prediction: [0, 2, 1] }),
    "balanced_accuracy",
    0.75,
  ],
  [
    "ties count half",
    binary({ label: [0, 1, 1, 0], scores: [0.5, 0.5, 0.7, 0.1] }),
    "roc_auc",
    0.875,
  ],
  [
    "weights multiply pairs",
    binary({ label: [0, 1, 1, 0], scores: [0.5, 0.5, 0.7, 0.1], weight: [1, 2, 1, 3] }),
    "roc_auc",
    0.9166666666666666,
  ],
  ["all tied", binary({ label: [0, 1, 1, 0], scores: [0.5, 0.5, 0.5, 0.5] }), "roc_auc", 0.5],
  ["one class against the rest", multiclass(example), "roc_auc_ovr", 0.9444444444444445],
  ["weighted by prevalence", multiclass(example), "roc_auc_ovr_weighted", 0.9333333333333333],
  ["pairs of classes", multiclass(example), "roc_auc_ovo", 0.9583333333333334],
  ["pairs of classes, weighted", multiclass(example), "roc_auc_ovo_weighted", 0.95],
  [
    "steps, not trapezoids",
    binary({ label: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] }),
    "average_precision",
    0.8333333333333333,
  ],
  [
    "ties are one threshold",
    binary({ label: [0, 1, 1, 0, 1], scores: [0.5, 0.5, 0.7, 0.1, 0.1] }),
    "average_precision",
    0.7555555555555555,
  ],
  [
    "an impossible event is clipped",
    binary({ label: [1], scores: [0] }),
    "log_loss",
    36.04365338911715,
  ],
  [
    "binary Brier is halved",
    binary({ label: [0, 1, 1], scores: [0.1, 0.9, 0.8] }),
    "brier_score",
    0.02,
  ],
  ["multiclass Brier is not", multiclass(example), "brier_score", 0.333],
  [
    "the averaged inverted distribution",
    regression([0, 0, 0], [1, 2, 3], [1, 1, 2]),
    "median_absolute_error",
    2.5,
  ],
  ["a constant target met exactly", regression([2, 2], [2, 2]), "r2", 1],
  [
    "a constant target missed",
    regression([0.1, 0.1, 0.1], [0.1, 0.1, 0.2], [0.1, 0.7, 0.3]),
    "r2",
    0,
  ],
];

describe("golden values of scikit-learn", () => {
  test.each(golden.map((one) => ({ title: one[0], one })))("$title", ({ one }) => {
    const [, items, name, value] = one;
    const found = compute(items, name);

    expect(found.undefined).toBeUndefined();
    expect(Math.abs((found.value ?? Number.NaN) - value)).toBeLessThan(1e-12);
  });
});

const flagged: readonly (readonly [
  string,
  Items,
  string,
  Omit<MetricValue, "n" | "sumOfWeights">,
])[] = [
  [
    "AUC of one class",
    binary({ label: [1, 1], scores: [0.1, 0.2] }),
    "roc_auc",
    { value: null, undefined: "one-class" },
  ],
  [
    "average precision without positives",
    binary({ label: [0, 0], scores: [0.1, 0.2] }),
    "average_precision",
    { value: 0, undefined: "no-positive" },
  ],
  [
    "precision without predicted positives",
    binary({ label: [1, 0], prediction: [0, 0] }),
    "precision",
    { value: 0, undefined: "zero-division" },
  ],
  [
    "macro precision with an unpredicted class",
    multiclass({ label: [0, 1, 2], prediction: [0, 1, 1] }),
    "precision_macro",
    { value: 0.5, undefined: "zero-division" },
  ],
  ["R² of one item", regression([1], [2]), "r2", { value: null, undefined: "too-few" }],
  [
    "a score beyond 1",
    binary({ label: [1, 0], scores: [1.5, 0.2] }),
    "log_loss",
    { value: null, undefined: "score-out-of-range" },
  ],
  [
    "rows that do not sum to 1",
    multiclass({ ...example, rows: example.rows.map((row) => row.map((one) => one * 0.9)) }),
    "roc_auc_ovr",
    { value: null, undefined: "scores-not-sum-to-1" },
  ],
  [
    "pairs of classes with weights",
    multiclass({ ...example, weight: [1, 2, 1, 1, 1] }),
    "roc_auc_ovo",
    { value: null, undefined: "weights-unsupported" },
  ],
  [
    "a class absent from the labels, ovr",
    multiclass({ ...example, label: [0, 1, 1, 0, 1] }),
    "roc_auc_ovr",
    { value: null, undefined: "one-class" },
  ],
];

describe("ill-defined metrics are flagged, never silently a number", () => {
  test.each(flagged.map((one) => ({ title: one[0], one })))("$title", ({ one }) => {
    const [, items, name, expected] = one;
    const found = compute(items, name);

    expect(found).toEqual({ ...expected, n: found.n, sumOfWeights: found.sumOfWeights });
  });

  test("ovo and weighted ovr give a number for an absent class, and the flag beside it", () => {
    const items = multiclass({ ...example, label: [0, 1, 1, 0, 1] });

    const weighted = compute(items, "roc_auc_ovr_weighted");
    const pairs = compute(items, "roc_auc_ovo");

    expect(weighted.value).toBeCloseTo(0.7333333333333334, 12);
    expect(weighted.undefined).toBe("one-class");
    expect(pairs).toEqual({ value: 0.75, undefined: "class-missing", n: 5, sumOfWeights: 5 });
  });

  test("log loss of rows that do not sum to 1 is scikit-learn's number, with a notice", () => {
    const items = createItems({
      task: "multiclass",
      classes: ["a", "b"],
      label: Int32Array.of(0, 1),
      scores: [Float64Array.of(0.5, 0.2), Float64Array.of(0.4, 0.7)],
    });

    const { value, notice } = compute(items, "log_loss");

    expect(notice).toBe("scores-not-sum-to-1");
    expect(value).toBeCloseTo(0.5249110622493389, 12);
  });
});

describe("input that no number may come from is refused", () => {
  const refusals: readonly (readonly [string, string, () => unknown])[] = [
    ["no rows", "SW5101", () => binary({ label: [] })],
    ["a missing label", "SW5102", () => binary({ label: [0, -1] })],
    ["a score that is not a number", "SW5103", () => binary({ label: [0, 1], scores: [0.1, NaN] })],
    ["an infinite target", "SW5103", () => regression([1, Infinity], [1, 2])],
    ["a negative weight", "SW5104", () => binary({ label: [1, 0], weight: [-1, 2] })],
    ["weights of 0", "SW5105", () => binary({ label: [1, 0], weight: [0, 0] })],
    ["an unknown metric", "SW5201", () => parseMetric("roc_acu", "binary")],
    ["a metric of another task", "SW5202", () => parseMetric("f1", "multiclass")],
  ];

  test.each(refusals)("%s is %s", (_, code, run) => {
    expect(run).toThrow(UserError);
    expect(run).toThrow(expect.objectContaining({ code }));
  });

  test("a name that is nearly right is suggested", () => {
    expect(() => parseMetric("roc_acu", "binary")).toThrow(
      expect.objectContaining({ remedy: "Did you mean roc_auc?" }),
    );
  });
});

describe("the catalogue", () => {
  test("function names and negated scorer names lead to the metric's own name", () => {
    const names = ["neg_log_loss", "brier_score_loss", "neg_mean_squared_error", "f1_score"];
    const found = names.map(
      (name) => metricCatalogue.find(({ aliases }) => aliases.includes(name))?.name,
    );

    expect(found).toEqual(["log_loss", "brier_score", "mean_squared_error", "f1"]);
  });

  test("each name and alias means one metric", () => {
    const names = metricCatalogue.flatMap(({ name, aliases }) => [name, ...aliases]);

    expect(names).toHaveLength(new Set(names).size);
  });

  test("only metrics that the columns allow are offered", () => {
    const names = metricsFor(binary({ label: [0, 1], scores: [0.1, 0.9] })).map(({ name }) => name);

    expect(names).toEqual(["roc_auc", "average_precision", "log_loss", "brier_score"]);
  });
});

test("columns shared by weighted and unweighted items keep their numbers apart", () => {
  const scores = [Float64Array.of(0.5, 0.5, 0.7, 0.1)];
  const columns = {
    task: "binary",
    classes: ["0", "1"],
    label: Int32Array.of(0, 1, 1, 0),
  } as const;
  const target = { task: "regression", label: Float64Array.of(1, 2, 4) } as const;
  const prediction = Float64Array.of(1, 3, 4);

  const areas = [
    {},
    { weight: Float64Array.of(1, 2, 1, 3) },
    { weight: Float64Array.of(1, 1, 1, 1) },
  ];
  const spreads = [{ weight: Float64Array.of(1, 1, 1) }, { weight: Float64Array.of(1, 1, 5) }, {}];

  expect(
    areas.map((weight) => compute(createItems({ ...columns, scores, ...weight }), "roc_auc").value),
  ).toEqual([0.875, 11 / 12, 0.875]);
  const [first, second, third] = spreads.map(
    (weight) => compute(createItems({ ...target, prediction, ...weight }), "r2").value,
  );
  expect(first).toBe(third);
  expect(first).not.toBe(second);
});
