import type {
  Approval,
  AuditVerification,
  LogEntry,
  ModelHistory,
  ModelVerification,
  Promotion,
  PromotionRule,
  Registration,
} from "@slipway/contracts";

const sha256 = (start: string) => ({ sha256: start.padEnd(64, "0") });
const digest = sha256("9ab1c2d3e4f5");
const older = sha256("0c11d2e3f4a5");
const root = sha256("77aa01bc99de");
const commit = "91be0d4".padEnd(40, "0");
const mara = { login: "mara", id: 11 };
const jo = { login: "jo", id: 12 };

export const policy = { file: "slipway.yaml", ref: "main", commit, digest: sha256("1") };
export const approvedByJo: Approval = {
  person: jo,
  state: "approved",
  source: "environment",
  observedAt: "2026-03-02T16:40:00Z",
  runId: 8123,
  counted: true,
};
export const approvedByMara: Approval = {
  ...approvedByJo,
  person: mara,
  counted: false,
  note: "an author of the change",
};

export const rules: readonly PromotionRule[] = [
  {
    id: "registered",
    title: "registered in the log",
    state: "met",
    detail: "entry 40, 2026-02-28 13:00 UTC",
  },
  {
    id: "evidence",
    title: "evidence of these bytes passes",
    state: "met",
    detail: "evaluation `flight-delays` passes and data `flights` passes",
  },
  {
    id: "evidence-age",
    title: "evidence not older than 7 days",
    state: "met",
    detail: "evaluation `flight-delays` 2 days and data `flights` 2 days",
  },
  { id: "order", title: "was in `staging`", state: "met", detail: "since 2026-03-01 09:12 UTC" },
  {
    id: "soak",
    title: "stayed in `staging` for ≥ 24 h",
    state: "met",
    detail: "31 h, since 2026-03-01 09:12 UTC",
  },
  {
    id: "freeze",
    title: "outside freeze windows",
    state: "met",
    detail: "next: Fri 16:00 to Mon 08:00 UTC",
  },
  {
    id: "approvals",
    title: "1 approval, not by the author",
    state: "met",
    detail: "1 of 1: `jo` (environment approval, run 8123)",
  },
];

/** The rules with some of them in another state. */
export function rulesWith(changed: readonly Partial<PromotionRule>[]): PromotionRule[] {
  return rules.map((rule) => ({ ...rule, ...changed.find(({ id }) => id === rule.id) }));
}

/** v1.1.0 is now in production. */
export function aPromotion(init: Partial<Promotion> = {}): Promotion {
  return {
    schema: "slipway/promotion/v1",
    outcome: "pass",
    state: "allowed",
    dryRun: false,
    alreadyThere: false,
    changed: true,
    model: "flight-delays",
    version: "v1.1.0",
    digest,
    environment: "production",
    direction: "promotion",
    from: { version: "v1.0.0", digest: older, entry: 17 },
    reason: null,
    hold: false,
    rules: [...rules],
    approvals: [approvedByJo],
    evidenceLevel: "oidc+review",
    authors: [mara],
    gate: null,
    policy,
    decidedAt: "2026-03-02T16:40:05Z",
    runId: 8123,
    entry: 42,
    checkpoint: { size: 43, root },
    deployment: { id: 77, url: "https://github.example/acme/flights/deployments/77" },
    tag: "flight-delays#production#2",
    proof: "flight-delays-v1.1.0-production.tlog-proof",
    notices: [],
    ...init,
  };
}

/** What nobody logged and nothing moved for. */
export const nothingMoved = {
  entry: null,
  checkpoint: null,
  deployment: null,
  tag: null,
  proof: null,
} as const;

/** v1.1.0 was registered. */
export function aRegistration(init: Partial<Registration> = {}): Registration {
  return {
    schema: "slipway/registration/v1",
    outcome: "pass",
    state: "registered",
    model: "flight-delays",
    version: "v1.1.0",
    digest,
    commit,
    entry: 40,
    checkpoint: { size: 41, root },
    tag: "flight-delays@v1.1.0",
    signature: "model.sig",
    proof: "flight-delays-v1.1.0.tlog-proof",
    notices: [],
    ...init,
  };
}

const common = {
  schema: "slipway/log-entry/v1",
  key: "run-8123",
  model: "flight-delays",
  commit,
  actor: mara,
  run: {},
  tool: { name: "slipway", version: "0.1.0" },
} as const;
const decision = {
  environment: "production",
  direction: "promotion",
  registered: 40,
  from: null,
  reason: null,
  policy,
  evidenceLevel: "review",
  gate: null,
} as const;

/** A promotion of v1.0.0, then of v1.1.0 after a refusal, and a rollback. */
export const events: readonly LogEntry[] = [
  {
    ...common,
    type: "registered",
    index: 16,
    time: "2026-02-11T09:00:00Z",
    version: "v1.0.0",
    digest: older,
    evidence: [],
    files: 1,
    sizeBytes: 1,
    order: "oms-reference",
    signature: null,
  },
  {
    ...common,
    ...decision,
    type: "promoted",
    index: 17,
    time: "2026-02-11T10:05:00Z",
    version: "v1.0.0",
    digest: older,
    rules: [],
    approvals: [{ ...approvedByJo, person: { login: "li", id: 13 } }],
    authors: [mara],
    hold: false,
  },
  {
    ...common,
    ...decision,
    type: "refused",
    index: 41,
    time: "2026-03-02T16:30:00Z",
    version: "v1.1.0",
    digest,
    rules: rulesWith([{ id: "approvals", state: "unmet" }]),
    approvals: [approvedByMara],
    authors: [mara],
  },
  {
    ...common,
    ...decision,
    type: "promoted",
    index: 42,
    time: "2026-03-02T16:40:00Z",
    version: "v1.1.0",
    digest,
    rules: [...rules],
    approvals: [approvedByJo],
    authors: [mara],
    hold: false,
  },
  {
    ...common,
    ...decision,
    type: "promoted",
    direction: "rollback",
    reason: "late flights",
    index: 43,
    time: "2026-03-03T08:00:00Z",
    version: "v1.0.0",
    digest: older,
    rules: [],
    approvals: [approvedByJo],
    authors: [mara],
    hold: true,
  },
];

/** All of it, after the rollback. */
export function aHistory(init: Partial<ModelHistory> = {}): ModelHistory {
  return {
    schema: "slipway/history/v1",
    model: "flight-delays",
    environment: null,
    at: null,
    log: { size: 44, root },
    current: [
      {
        environment: "production",
        version: "v1.0.0",
        digest: older,
        since: "2026-03-03T08:00:00Z",
        entry: 43,
        hold: "late flights",
      },
    ],
    events: [...events],
    ...init,
  };
}

/** A log that is whole. */
export function anAudit(init: Partial<AuditVerification> = {}): AuditVerification {
  return {
    schema: "slipway/audit-verification/v1",
    outcome: "pass",
    key: "example.com/slipway-test+116ce583+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
    size: 43,
    root,
    checks: [
      {
        id: "checkpoint",
        title: "The checkpoint is signed by the log's key",
        outcome: "pass",
        detail: "size 43, root 77aa01bc99de",
      },
      {
        id: "entries",
        title: "Every entry lies under the signed root",
        outcome: "pass",
        detail: "43 entries",
      },
    ],
    ...init,
  };
}

/** A folder that is what production should run. */
export function aModelCheck(init: Partial<ModelVerification> = {}): ModelVerification {
  return {
    schema: "slipway/model-verification/v1",
    outcome: "pass",
    path: "model",
    digest,
    model: "flight-delays",
    version: "v1.1.0",
    environment: "production",
    checks: [
      {
        id: "registered",
        title: "the folder is a registered version",
        outcome: "pass",
        detail: "flight-delays v1.1.0",
        entry: 40,
      },
      {
        id: "environment",
        title: "it is what production should run",
        outcome: "pass",
        detail: "since 2026-03-02 16:40 UTC",
        entry: 42,
      },
    ],
    ...init,
  };
}
