import type { EvaluationCheck, Evidence } from "@slipway/contracts";
import { gateScenes } from "./gate-scenes.ts";
import {
  aBaseline,
  aBound,
  aChange,
  aDataCheck,
  aMetric,
  anEvaluation,
  aValidation,
} from "./builders.ts";

const goodChanges = [
  aChange("log_loss", { values: [0.4711, 0.4684], interval: [-0.0049, -0.0005], margin: 0.005 }),
  aChange("accuracy", { values: [0.791, 0.79], interval: [-0.0016, -0.0004], margin: 0.02 }),
  aBound("accuracy", { rule: "min", limit: 0.75, value: 0.79 }),
  aChange("brier_score", { values: [0.1502, 0.1494], interval: [-0.0018, 0.0002], margin: 0.005 }),
];
const origins = [
  ["DEN", 412, 0.73, 0.669],
  ["ORD", 8710, 0.74, 0.71],
  ["LAX", 6122, 0.745, 0.723],
  ["ATL", 9120, 0.75, 0.746],
  ["GUC", 12, 0.9, 0.1],
] as const;
const bySlice = origins.map(([origin, n, , now]) =>
  aMetric("roc_auc", now, { slice: { origin }, n }),
);
const baseBySlice = origins.map(([origin, n, base]) =>
  aMetric("roc_auc", base, { slice: { origin }, n }),
);

const brokenChecks = [
  aDataCheck({
    kind: "foreign-key",
    code: "SW-D207",
    title: "in airports.iata",
    outcome: "fail",
    failed: 31,
    samples: [
      { file: "data/flights.csv", row: 40_111, line: 40_112, column: "origin", value: "XXA" },
    ],
  }),
  aDataCheck({
    column: "delay",
    kind: "type",
    code: "SW-D102",
    title: "whole number",
    outcome: "fail",
    failed: 6,
    samples: [{ file: "data/flights.csv", row: 51, line: 52, column: "delay", value: "12.6" }],
  }),
];
const passingChecks = ["type", "type", "required", "range", "pattern"].map((kind, index) =>
  aDataCheck({ id: `flights.p${String(index)}`, kind, title: kind }),
);

/** A change of a recall at one origin that 412 items do not decide. */
function undecided(init: Partial<EvaluationCheck> = {}): EvaluationCheck {
  return aChange(
    "recall",
    { values: [0.61, 0.55], interval: [-0.13, 0.01], margin: 0.05 },
    { outcome: "inconclusive", blocks: false, needed: 1837, slice: { origin: "DEN" }, ...init },
  );
}

/** What golden files show: a name and the evidence behind it. */
export const scenes: Readonly<Record<string, readonly Evidence[]>> = {
  blocked: [
    aValidation({ checks: [...brokenChecks, ...passingChecks] }),
    anEvaluation({
      checks: [
        ...goodChanges,
        aChange(
          "roc_auc",
          { values: [0.742, 0.718], interval: [-0.035, -0.013], margin: 0.01 },
          { outcome: "fail", reason: "beyond-margin" },
        ),
        undecided(),
        ...["ORD", "LAX", "ATL"].map((origin) =>
          aChange(
            "recall",
            { values: [0.61, 0.62], interval: [-0.01, 0.03], margin: 0.05 },
            { slice: { origin } },
          ),
        ),
      ],
      metrics: [
        aMetric("roc_auc", 0.718),
        aMetric("recall", 0.55, { slice: { origin: "DEN" }, n: 412 }),
        ...bySlice,
      ],
      baseline: aBaseline({ metrics: [aMetric("roc_auc", 0.742), ...baseBySlice] }),
      policy: {
        origin: "base",
        file: "slipway.yaml",
        ref: "main",
        loosened: [
          {
            what: "accuracy max-drop",
            from: "0.02",
            to: "0.05",
            source: { file: "slipway.yaml", line: 19 },
          },
        ],
      },
    }),
  ],
  passes: [
    aValidation({ checks: passingChecks }),
    anEvaluation({
      checks: [
        aChange("roc_auc", { values: [0.742, 0.753], interval: [0.007, 0.015], margin: 0.01 }),
        ...goodChanges,
      ],
      metrics: [aMetric("roc_auc", 0.753)],
      baseline: aBaseline({ distance: 1, ageDays: 0.21, metrics: [aMetric("roc_auc", 0.742)] }),
    }),
  ],
  warning: [
    anEvaluation({
      checks: [
        aChange(
          "recall",
          { values: [0.84, 0.81], interval: [-0.08, 0.02], margin: 0.05 },
          { outcome: "inconclusive", blocks: false, needed: 463 },
        ),
        aChange("accuracy", { values: [0.9, 0.91], interval: [-0.02, 0.04], margin: 0.05 }),
      ],
      metrics: [aMetric("recall", 0.81, { n: 200 })],
      baseline: aBaseline({ paired: 200 }),
    }),
  ],
  inconclusive: [
    anEvaluation({
      checks: ["roc_auc", "accuracy"].map((metric) =>
        aBound(
          metric,
          { rule: "min", limit: 0, value: 0.7 },
          {
            kind: "max-drop",
            expected: 0.01,
            title: `${metric} may drop by 0.01`,
            outcome: "inconclusive",
            reason: "not-comparable",
          },
        ),
      ),
      baseline: aBaseline({ differing: ["dataset", "labels"] }),
    }),
  ],
  "first-run": [
    anEvaluation({
      checks: [
        aBound("accuracy", { rule: "min", limit: 0.75, value: 0.79 }),
        aBound(
          "roc_auc",
          { rule: "min", limit: 0, value: 0.742 },
          {
            kind: "max-drop",
            expected: 0.01,
            title: "ROC AUC may drop by 0.01",
            outcome: "inconclusive",
            reason: "no-baseline",
          },
        ),
      ],
      baseline: null,
      policy: { origin: "pull-request", file: "slipway.yaml", loosened: [] },
      items: {
        rows: 500,
        notice:
          "The items take 71 MiB, more than 64 MiB, and are not kept: the next comparison cannot be paired.",
      },
    }),
  ],
  "data-only": [
    aValidation({
      checks: [
        ...passingChecks,
        aDataCheck({
          kind: "unsupported",
          code: "SW-D901",
          title: "slaProperties (not supported)",
          outcome: "inconclusive",
          reason: "unsupported",
        }),
        aDataCheck({
          column: "delay",
          kind: "range",
          title: "−60 ≤ x",
          outcome: "warn",
          severity: "warn",
          failed: 1,
          samples: [{ file: "data/flights.csv", row: 7, column: "delay", value: "-1116" }],
        }),
      ],
    }),
  ],
  several: [
    aValidation({ checks: passingChecks }),
    aValidation({
      name: "airports",
      rows: 3376,
      checks: [
        aDataCheck({
          target: { dataset: "airports" },
          kind: "rows",
          title: "rows ≥ 1",
          outcome: "fail",
          observed: 0,
          expected: 1,
        }),
      ],
    }),
    anEvaluation(),
    anEvaluation({
      name: "delay-minutes",
      task: "regression",
      checks: [
        aChange(
          "root_mean_squared_error",
          { values: [31_402.1, 31_899.7], interval: [-310, 1305], margin: 500 },
          { outcome: "warn", severity: "warn", reason: "proven-worse" },
        ),
        aBound("r2", { rule: "min", limit: 0.1, value: 0.09996 }, { outcome: "fail" }),
      ],
    }),
  ],
  ...gateScenes,
  empty: [anEvaluation({ checks: [], baseline: null })],
  nothing: [],
};
