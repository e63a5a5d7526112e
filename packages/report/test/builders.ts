import {
  verdictOf,
  type BaselineRecord,
  type DataCheck,
  type DataEvidence,
  type EvaluationCheck,
  type EvaluationEvidence,
  type MetricRecord,
} from "@slipway/contracts";

const digest = { sha256: "1f2e77a09c41".padEnd(64, "0") };
type Common = Pick<
  DataEvidence,
  "schema" | "subjects" | "policy" | "tool" | "run" | "startedAt" | "finishedAt"
>;
const common: Common = {
  schema: "slipway/evidence/v1",
  subjects: [],
  policy: {
    origin: "base",
    file: "slipway.yaml",
    ref: "main",
    commit: "91be0d4".padEnd(40, "0"),
    loosened: [],
  },
  tool: { name: "slipway", version: "0.1.0" },
  run: { headCommit: "3f9c2ab".padEnd(40, "0") },
  startedAt: "2026-03-02T16:40:00.000Z",
  finishedAt: "2026-03-02T16:40:01.300Z",
};

/** A check of data that passes, unless told otherwise; `fail` blocks. */
export function aDataCheck(init: Partial<DataCheck> & { column?: string } = {}): DataCheck {
  const { column = "origin", ...rest } = init;
  const outcome = init.outcome ?? "pass";
  return {
    id: `flights.${column}.required`,
    kind: "required",
    title: "required",
    outcome,
    severity: "block",
    blocks: outcome !== "pass" && outcome !== "warn",
    expected: null,
    observed: null,
    source: { file: "contracts/flights.odcs.yaml", line: 12 },
    target: { dataset: "flights", column },
    examined: 112_480,
    failed: 0,
    samples: [],
    ...rest,
  };
}

/** A data validation with the outcome that its checks give it. */
export function aValidation(init: Partial<DataEvidence> = {}): DataEvidence {
  const checks = init.checks ?? [aDataCheck(), aDataCheck({ kind: "type", title: "text" })];
  return {
    ...common,
    kind: "data-validation",
    name: "flights",
    inputs: {},
    rows: 112_480,
    ...verdictOf(checks),
    ...init,
    checks,
  };
}

/** A change gate that passes, unless told otherwise: [base, now], [low, high] and the margin. */
export function aChange(
  metric: string,
  figures: { values: [number, number]; interval: [number, number]; margin: number },
  init: Partial<EvaluationCheck> = {},
): EvaluationCheck {
  const { values, interval, margin } = figures;
  return {
    ...aGate(metric, "max-drop", init),
    expected: { "max-drop": margin, confidence: 0.95 },
    observed: values[1] - values[0],
    baseline: values[0],
    candidate: values[1],
    difference: values[1] - values[0],
    interval: { low: interval[0], high: interval[1], level: 0.9, method: "DeLong" },
    ...init,
  };
}

/** An absolute gate that passes, unless told otherwise. */
export function aBound(
  metric: string,
  figures: { rule: "min" | "max"; limit: number; value: number },
  init: Partial<EvaluationCheck> = {},
): EvaluationCheck {
  return {
    ...aGate(metric, figures.rule, init),
    expected: { [figures.rule]: figures.limit },
    observed: figures.value,
    candidate: figures.value,
    ...init,
  };
}

/** An evaluation with the outcome that its checks give it. */
export function anEvaluation(init: Partial<EvaluationEvidence> = {}): EvaluationEvidence {
  const checks = init.checks ?? [
    aChange("roc_auc", { values: [0.742, 0.753], interval: [0.007, 0.015], margin: 0.01 }),
  ];
  return {
    ...common,
    kind: "evaluation",
    name: "flight-delays",
    task: "binary",
    inputs: { results: "out/predictions.parquet", seed: 1, resamples: 1000 },
    metrics: [],
    baseline: aBaseline(),
    items: { rows: 112_480, digest, sizeBytes: 900_000 },
    ...verdictOf(checks),
    ...init,
    checks,
  };
}

/** The baseline of the default branch, paired in full. */
export function aBaseline(init: Partial<BaselineRecord> = {}): BaselineRecord {
  return {
    source: "branch",
    name: "main",
    commit: "91be0d4".padEnd(40, "0"),
    distance: 3,
    ageDays: 2.2,
    paired: 112_480,
    onlyBaseline: 0,
    onlyCandidate: 0,
    pairedBy: "id",
    differing: [],
    metrics: [],
    ...init,
  };
}

/** One metric, of all items unless a slice is given. */
export function aMetric(
  name: string,
  value: number | null,
  init: Partial<MetricRecord> = {},
): MetricRecord {
  return { name, function: name, params: {}, slice: null, value, n: 112_480, ...init };
}

function aGate(
  metric: string,
  kind: string,
  { slice, outcome = "pass" }: Partial<EvaluationCheck>,
): EvaluationCheck {
  return {
    id: `flight-delays.${metric}.${kind}.${JSON.stringify(slice ?? null)}`,
    kind,
    title: `${metric} ${kind}`,
    outcome,
    severity: "block",
    blocks: outcome !== "pass" && outcome !== "warn",
    expected: null,
    observed: null,
    source: { file: "slipway.yaml", line: 14 },
    target: { evaluation: "flight-delays", metric },
    metric,
    slice: slice ?? null,
  };
}
