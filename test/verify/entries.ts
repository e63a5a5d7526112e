import type { LogEntry, PromotedEntry, RefusedEntry, RegisteredEntry } from "@slipway/contracts";

/** What an entry of the scene is about. */
export type Subject = {
  readonly model?: string;
  readonly version: string;
  readonly digest: string;
  readonly commit: string;
};

const decision = {
  direction: "promotion" as const,
  from: null,
  reason: null,
  policy: {
    file: "slipway.yaml",
    ref: "main",
    commit: "b".repeat(40),
    digest: { sha256: "c".repeat(64) },
  },
  rules: [],
  approvals: [],
  evidenceLevel: "none" as const,
  authors: [],
  gate: null,
};

/** A registration, an hour after the entry before it. */
export function aRegistration(
  subject: Subject,
  signature: RegisteredEntry["signature"] = null,
): (index: number) => LogEntry {
  return (index) => ({
    ...common(index, subject),
    type: "registered",
    evidence: [],
    files: 2,
    sizeBytes: 30,
    order: "oms-reference",
    signature,
  });
}

/** A promotion to an environment. */
export function aPromotion(
  subject: Subject,
  environment: string,
  change: Partial<PromotedEntry> = {},
): (index: number) => LogEntry {
  return (index) => ({
    ...common(index, subject),
    ...decision,
    type: "promoted",
    environment,
    registered: 0,
    hold: false,
    ...change,
  });
}

/** A refusal. */
export function aRefusal(
  subject: Subject,
  environment: string,
  change: Partial<RefusedEntry> = {},
): (index: number) => LogEntry {
  return (index) => ({
    ...common(index, subject),
    ...decision,
    type: "refused",
    environment,
    registered: 0,
    ...change,
  });
}

/** An approval of an environment that counts. */
export function approvedBy(login: string): PromotedEntry["approvals"][number] {
  return {
    person: { login, id: 7 },
    state: "approved",
    source: "environment",
    observedAt: "2026-03-01T12:00:00.000Z",
    counted: true,
  };
}

function common(index: number, { model = "flight-delays", version, digest, commit }: Subject) {
  return {
    schema: "slipway/log-entry/v1" as const,
    index,
    time: new Date(Date.UTC(2026, 2, 1, 10 + index)).toISOString(),
    key: `scene-${index}`,
    model,
    version,
    digest: { sha256: digest },
    commit,
    actor: { login: "mona", id: 1 },
    run: {},
    tool: { name: "slipway" as const, version: "0.1.0" },
  };
}
