import type {
  Evidence,
  EvaluationCheck,
  EvidenceReference,
  Person,
  PromotionRule,
} from "@slipway/contracts";
import { decidePromotion, type Answer, type PromotionFacts, type Stay } from "../src/index.ts";

export const mara: Person = { login: "mara", id: 11 };
export const jo: Person = { login: "jo", id: 12 };
export const li: Person = { login: "li", id: 13 };

export const digest = { sha256: "9ab1c2d3e4f5".padEnd(64, "0") };
export const otherDigest = { sha256: "0c11d2e3f4a5".padEnd(64, "0") };
export const now = "2026-03-02T16:40:00Z";

const documentDigest = (letter: string) => ({ sha256: letter.repeat(64) });

export const evaluationReference: EvidenceReference = {
  kind: "evaluation",
  name: "flight-delays",
  outcome: "pass",
  digest: documentDigest("a"),
  finishedAt: "2026-02-28T12:00:00Z",
};
export const dataReference: EvidenceReference = {
  kind: "data-validation",
  name: "flights",
  outcome: "pass",
  digest: documentDigest("b"),
  finishedAt: "2026-02-28T11:00:00Z",
};

const common = {
  schema: "slipway/evidence/v1",
  outcome: "pass",
  summary: { pass: 1, warn: 0, fail: 0, inconclusive: 0, error: 0 },
  inputs: {},
  policy: { origin: "base", loosened: [] },
  tool: { name: "slipway", version: "0.1.0" },
  run: {},
  startedAt: "2026-02-28T10:00:00Z",
} as const;

/** A gate of severity `block` that passes, unless told otherwise. */
export function aCheck(init: Partial<EvaluationCheck> = {}): EvaluationCheck {
  return {
    id: "flight-delays/roc_auc/max-drop",
    kind: "max-drop",
    title: "ROC AUC max-drop 0.01",
    outcome: "pass",
    severity: "block",
    blocks: false,
    expected: null,
    observed: null,
    source: { file: "slipway.yaml", line: 14 },
    target: { evaluation: "flight-delays" },
    ...init,
  };
}

/** The evaluation of the candidate's bytes. */
export function anEvaluation(
  checks: EvaluationCheck[] = [aCheck()],
  init: Partial<Extract<Evidence, { kind: "evaluation" }>> = {},
): Evidence {
  return {
    ...common,
    kind: "evaluation",
    name: "flight-delays",
    policy: { origin: "base", loosened: [] },
    subjects: [{ name: "model", digest, sizeBytes: 1 }],
    finishedAt: evaluationReference.finishedAt,
    task: "binary",
    checks,
    metrics: [],
    baseline: null,
    items: { rows: 1 },
    ...init,
  };
}

/** The validation of a data set. */
function aValidation(): Evidence {
  return {
    ...common,
    policy: { origin: "base", loosened: [] },
    kind: "data-validation",
    name: "flights",
    subjects: [],
    finishedAt: dataReference.finishedAt,
    rows: 1,
    checks: [
      {
        id: "flights.id.required",
        kind: "required",
        title: "required",
        outcome: "pass",
        severity: "block",
        blocks: false,
        expected: null,
        observed: null,
        source: { file: "contract.yaml", line: 1 },
        target: { dataset: "flights" },
        examined: 1,
        failed: 0,
        samples: [],
      },
    ],
  };
}

/** 31 h in staging, and still there. */
export const aStay: Stay = {
  version: "v1.1.0",
  digest,
  since: "2026-03-01T09:12:00Z",
  until: null,
};

/** An approval for the environment in run 8123. */
export function anApproval(person: Person, init: Partial<Answer> = {}): Answer {
  return { person, state: "approved", source: "environment", runId: 8123, ...init };
}

/** A review of pull request 7. */
export function aReview(person: Person, init: Partial<Answer> = {}): Answer {
  return { person, state: "approved", source: "pull-request", pullRequest: 7, ...init };
}

/** v1.1.0 by mara, on its way to production, where v1.0.0 runs; nothing but evidence is demanded. */
export function someFacts(init: Partial<PromotionFacts> = {}): PromotionFacts {
  return {
    now,
    model: {
      name: "flight-delays",
      path: "model/",
      data: ["flights"],
      evaluations: ["flight-delays"],
    },
    environment: { name: "production" },
    candidate: {
      schema: "slipway/version/v1",
      model: "flight-delays",
      version: "v1.1.0",
      digest,
      commit: "91be0d4".padEnd(40, "0"),
      time: "2026-02-28T13:00:00Z",
      entry: 40,
      evidence: [evaluationReference, dataReference],
      signature: null,
    },
    current: {
      schema: "slipway/environment/v1",
      environment: "production",
      model: "flight-delays",
      version: "v1.0.0",
      digest: otherDigest,
      commit: "0".repeat(40),
      since: "2026-02-11T10:05:00Z",
      entry: 17,
      hold: null,
    },
    upstream: [],
    evidence: [
      { reference: evaluationReference, document: anEvaluation() },
      { reference: dataReference, document: aValidation() },
    ],
    reason: null,
    answers: [],
    authors: [mara],
    starters: [],
    members: new Map(),
    gate: {
      exists: true,
      reviewers: [{ login: "jo", id: 1 }, { team: "leads" }],
      preventSelfReview: true,
      waitMinutes: 0,
      adminsBypass: false,
      branchPolicy: true,
    },
    identity: "confirmed",
    run: { id: 8123, attempt: 1 },
    ...init,
  };
}

/** The same with an environment that demands something. */
export function factsFor(
  environment: Partial<PromotionFacts["environment"]>,
  init: Partial<PromotionFacts> = {},
): PromotionFacts {
  return someFacts({ environment: { name: "production", ...environment }, ...init });
}

/** The facts of going back to v1.0.0, which once was in staging for long. */
export function aRollback(
  environment: Partial<PromotionFacts["environment"]> = {},
  init: Partial<PromotionFacts> = {},
): PromotionFacts {
  const facts = factsFor(environment, init);
  const { candidate, current } = facts;
  return {
    ...facts,
    candidate: { ...candidate, version: "v1.0.0" },
    current: current === null ? null : { ...current, version: "v1.1.0" },
  };
}

/** State and detail of one rule of the decision. */
export function ruleOf(facts: PromotionFacts, id: PromotionRule["id"]) {
  const rule = decidePromotion(facts).rules.find((one) => one.id === id);
  return rule === undefined ? undefined : [rule.state, rule.detail];
}

/** The evidence with another evaluation. */
export function withEvaluation(
  ...args: Parameters<typeof anEvaluation>
): Pick<PromotionFacts, "evidence"> {
  const { evidence } = someFacts();
  return {
    evidence: evidence.map((one) =>
      one.reference.kind === "evaluation" ? { ...one, document: anEvaluation(...args) } : one,
    ),
  };
}
