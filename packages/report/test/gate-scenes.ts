import type { Evidence } from "@slipway/contracts";
import { aBound, aChange, anEvaluation } from "./builders.ts";

/** Every kind of gate and of reason that an evaluation writes. */
export const gateScenes: Readonly<Record<string, readonly Evidence[]>> = {
  gates: [
    anEvaluation({
      checks: [
        aBound(
          "recall",
          { rule: "min", limit: 0, value: 0.31 },
          {
            kind: "max-gap",
            expected: { "max-gap": 0.1, direction: "higher", confidence: 0.95, slice: "origin" },
            interval: {
              low: 0.22,
              high: 0.4,
              level: 0.9,
              method: "reflected bootstrap, 1000 resamples, seed 1",
            },
            note: "from DEN (lowest) to ATL (highest)",
            outcome: "fail",
            reason: "beyond-margin",
          },
        ),
        aBound("recall", { rule: "min", limit: 0.5, value: 0.62 }),
        aBound(
          "recall",
          { rule: "min", limit: 0, value: 0 },
          {
            id: "flight-delays/recall/small-groups",
            expected: { min: 0.5, slice: "origin" },
            candidate: undefined,
            outcome: "inconclusive",
            severity: "info",
            blocks: false,
            reason: "small-groups",
            note: "3 groups of origin under 50 items (41 items) are not judged",
          },
        ),
        aBound(
          "f1",
          { rule: "min", limit: 0.5, value: 0 },
          {
            candidate: undefined,
            outcome: "fail",
            reason: "missing",
            note: "the columns do not allow f1: it needs prediction",
          },
        ),
        aBound(
          "log_loss",
          { rule: "max", limit: 0.5, value: 0.52 },
          { outcome: "warn", severity: "info", blocks: false },
        ),
        aBound(
          "roc_auc",
          { rule: "min", limit: 0.7, value: 0.71 },
          {
            interval: { low: 0.68, high: 0.74, level: 0.9, method: "DeLong" },
            outcome: "inconclusive",
            blocks: false,
            reason: "undecided",
          },
        ),
        aChange(
          "accuracy",
          { values: [0.79, 0.79], interval: [0, 0], margin: 0.02 },
          { reason: "identical-items" },
        ),
      ],
    }),
  ],
  "no-gates": [
    anEvaluation({
      checks: [
        {
          ...aBound("x", { rule: "min", limit: 1, value: 0 }),
          id: "flight-delays/no-gates",
          kind: "gates",
          title: "at least one gate",
          outcome: "warn",
          severity: "warn",
          reason: "no-gates",
          note: "metrics were computed, but nothing judges them: add gates",
          target: { evaluation: "flight-delays" },
          metric: undefined,
          candidate: undefined,
        },
      ],
    }),
  ],
};
