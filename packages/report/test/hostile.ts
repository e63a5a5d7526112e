import type { Evidence } from "@slipway/contracts";
import { aBaseline, aChange, aDataCheck, aMetric, anEvaluation, aValidation } from "./builders.ts";

/** Evidence with `text` in every field that holds free text. */
export function hostileScene(text: string): readonly Evidence[] {
  const free = {
    title: text,
    note: text,
    reason: text,
    waived: { by: text, reason: text, until: text },
    expected: text,
    observed: text,
    source: { file: text, line: 1 },
  };
  const document: Pick<Evidence, "subjects" | "inputs" | "policy" | "tool" | "run"> = {
    subjects: [{ name: text, digest: { sha256: "0".repeat(64) }, sizeBytes: 1 }],
    inputs: { [text]: text, fingerprint: { data: text } },
    policy: {
      origin: "pull-request",
      file: text,
      ref: text,
      commit: text,
      note: text,
      loosened: [{ what: text, from: text, to: text, source: { file: text, line: 1 } }],
    },
    tool: { name: text, version: text },
    run: { headCommit: text, url: text },
  };
  const slice = { [text]: text };
  const sample = { file: text, row: 1, line: 2, column: text, value: text };
  const change = { values: [0.7, 0.6], interval: [-0.2, -0.05], margin: 0.01 } as const;
  return [
    aValidation({
      ...document,
      checks: [
        aDataCheck({
          ...free,
          id: "a",
          kind: text.slice(0, 100) || "x",
          code: text,
          outcome: "fail",
          failed: 3,
          target: { dataset: text, column: text },
          samples: [sample],
        }),
        aDataCheck({ ...free, id: "b", kind: text.slice(0, 100) || "x" }),
      ],
    }),
    anEvaluation({
      ...document,
      checks: [
        {
          ...aChange(text, {
            ...change,
            values: [...change.values],
            interval: [...change.interval],
          }),
          ...free,
          expected: 0.01,
          outcome: "fail",
          blocks: true,
          interval: { low: -0.2, high: -0.05, level: 0.9, method: text },
        },
        {
          ...aChange(
            text,
            { ...change, values: [...change.values], interval: [...change.interval] },
            { slice },
          ),
          ...free,
          outcome: "pass",
        },
      ],
      metrics: [
        aMetric(text, 0.6, { function: text, params: { [text]: text } }),
        aMetric(text, 0.6, { slice, undefined: text }),
      ],
      baseline: aBaseline({
        name: text,
        commit: text,
        pairedBy: text,
        metrics: [aMetric(text, 0.7, { slice })],
      }),
      items: { rows: 10, notice: text },
    }),
    anEvaluation({
      ...document,
      checks: [
        {
          ...aChange("accuracy", { values: [0.7, 0.6], interval: [-0.2, -0.05], margin: 0.01 }),
          ...free,
          outcome: "error",
          blocks: true,
        },
      ],
      baseline: aBaseline({ differing: [text, text] }),
    }),
  ];
}
