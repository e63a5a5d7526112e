import {
  verdictOf,
  type DataEvidence,
  type EvaluationCheck,
  type EvaluationEvidence,
  type Evidence,
} from "@slipway/contracts";
import { modelRootDigest } from "@slipway/registry";
import { contractText, policyText, sha256 } from "./scene.ts";

/** What evidence is about, and how it ended. */
export type EvidenceInit = {
  readonly commit: string;
  readonly finishedAt: string;
  readonly model: Readonly<Record<string, string>>;
  /** The text of the slipway.yaml that judged; by default the one of plain environments. */
  readonly policy?: string;
  readonly checks?: readonly Partial<EvaluationCheck>[];
};

/** The evidence that validate-data and evaluate-model leave for a commit and a model's bytes. */
export function evidenceOf(init: EvidenceInit): Evidence[] {
  return [validation(init), evaluation(init)];
}

function common({ commit, finishedAt, policy = policyText() }: EvidenceInit) {
  return {
    schema: "slipway/evidence/v1" as const,
    inputs: {},
    policy: {
      origin: "working-tree" as const,
      file: "slipway.yaml",
      digest: { sha256: sha256(new TextEncoder().encode(policy)) },
      loosened: [],
    },
    tool: { name: "slipway", version: "0.1.0" },
    run: { commit },
    startedAt: finishedAt,
    finishedAt,
  };
}

const check = {
  severity: "block" as const,
  blocks: false,
  outcome: "pass" as const,
  expected: null,
  observed: null,
  source: { file: "slipway.yaml", line: 1 },
};

function validation(init: EvidenceInit): DataEvidence {
  const checks = [
    {
      ...check,
      id: "rows.id.required",
      kind: "required",
      title: "required",
      target: { dataset: "rows", column: "id" },
      examined: 3,
      failed: 0,
      samples: [],
    },
  ];
  return {
    ...common(init),
    kind: "data-validation",
    name: "rows",
    subjects: [
      {
        name: "rows.odcs.yaml",
        digest: { sha256: sha256(new TextEncoder().encode(contractText)) },
        sizeBytes: contractText.length,
      },
    ],
    rows: 3,
    checks,
    ...verdictOf(checks),
  };
}

function evaluation(init: EvidenceInit): EvaluationEvidence {
  const target = { evaluation: "churn", metric: "roc_auc" };
  const gates = init.checks ?? [{}];
  const checks = gates.map((gate, at) => ({
    ...check,
    id: `churn.roc_auc.min.${at}`,
    kind: "min",
    title: "ROC AUC ≥ 0.5",
    target,
    ...gate,
  }));
  return {
    ...common(init),
    kind: "evaluation",
    name: "churn",
    task: "binary",
    subjects: [{ name: "model/", digest: digestOf(init.model), sizeBytes: 1 }],
    checks,
    ...verdictOf(checks),
    metrics: [],
    baseline: null,
    items: { rows: 3 },
  };
}

/** The root digest of files that lie below `model/`. */
function digestOf(files: Readonly<Record<string, string>>): { sha256: string } {
  const encoder = new TextEncoder();
  const listed = Object.entries(files)
    .filter(([path]) => path.startsWith("model/"))
    .map(([path, text]) => ({
      name: path.slice("model/".length),
      digest: { sha256: sha256(encoder.encode(text)) },
    }));
  return modelRootDigest(listed, sha256);
}
