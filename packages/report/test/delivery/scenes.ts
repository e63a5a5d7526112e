import type { ModelHistory, Promotion, Registration } from "@slipway/contracts";
import type { AuditVerification, ModelVerification } from "@slipway/contracts";
import {
  aHistory,
  aModelCheck,
  anAudit,
  aPromotion,
  approvedByMara,
  approvedByJo,
  aRegistration,
  events,
  nothingMoved,
  rulesWith,
} from "./builders.ts";

const ownApproval = {
  id: "approvals",
  state: "unmet",
  detail: "0 of 1; `mara` approved, but is the author",
} as const;
const lacking = { id: "approvals", state: "waiting", detail: "0 of 1" } as const;
const notices = [
  "the environment `production` has no required reviewers: GitHub lets every job of it start and asks nobody, so that only reviews of the pull request can count",
  "this is attempt 2 of the run: the API does not say which attempt was approved",
];

/** Promotions that are printed and reviewed. */
export const promotionScenes: Readonly<Record<string, Promotion>> = {
  allowed: aPromotion(),
  first: aPromotion({ from: null, approvals: [], evidenceLevel: "actor-only", notices }),
  refused: aPromotion({
    ...nothingMoved,
    outcome: "fail",
    state: "refused",
    entry: 41,
    checkpoint: { size: 42, root: { sha256: "5b0e".padEnd(64, "0") } },
    rules: rulesWith([ownApproval]),
    approvals: [approvedByMara],
  }),
  "refused-throughout": aPromotion({
    ...nothingMoved,
    outcome: "fail",
    state: "refused",
    dryRun: true,
    approvals: [{ ...approvedByJo, state: "rejected" }],
    rules: [
      ...rulesWith([
        { id: "registered", state: "unmet", detail: "entry 40 registered another model, `fraud`" },
        {
          id: "evidence",
          state: "unmet",
          detail:
            "evaluation `flight-delays` is inconclusive: `ROC AUC max-drop 0.01` (12000 items would decide)",
        },
        {
          id: "evidence-age",
          state: "unmet",
          detail: "evaluation `flight-delays` 7 days 2 h: too old",
        },
        { id: "order", state: "unmet", detail: "these bytes were never in `staging`" },
        { id: "soak", state: "unmet", detail: "these bytes were never in `staging`" },
        {
          id: "freeze",
          state: "waiting",
          detail: "frozen until 2026-03-09 08:00 UTC (Fri 16:00 to Mon 08:00 UTC)",
        },
        { id: "approvals", state: "unmet", detail: "0 of 1; `jo` rejected it" },
      ]),
      {
        id: "hold",
        title: "not held, or a reason ends the hold",
        state: "unmet",
        detail: "held since 2026-03-02 10:00 UTC by the rollback of entry 44 (late flights)",
      },
    ],
  }),
  waiting: aPromotion({
    ...nothingMoved,
    outcome: "inconclusive",
    state: "waiting",
    rules: rulesWith([
      lacking,
      { id: "soak", state: "waiting", detail: "7 h 27 min so far; enough at 2026-03-03 09:12 UTC" },
    ]),
    approvals: [],
    notices,
  }),
  rollback: aPromotion({
    version: "v1.0.0",
    digest: { sha256: "0c11d2e3f4a5".padEnd(64, "0") },
    direction: "rollback",
    from: { version: "v1.1.0", digest: { sha256: "9ab1c2d3e4f5".padEnd(64, "0") }, entry: 42 },
    reason: "late flights are missed at DEN since Monday",
    hold: true,
    rules: [
      ...rulesWith([
        {
          id: "soak",
          state: "skipped",
          detail: "the policy skips it for rollbacks; it would be waiting: 7 h so far",
        },
      ]),
      { id: "reason", title: "a rollback has a reason", state: "met", detail: "given" },
    ],
  }),
  "dry-run": aPromotion({ ...nothingMoved, dryRun: true }),
  "already-there": aPromotion({ alreadyThere: true }),
};

/** Registrations that are printed and reviewed. */
export const registrationScenes: Readonly<Record<string, Registration>> = {
  registered: aRegistration(),
  again: aRegistration({
    outcome: "warn",
    state: "already-registered",
    signature: null,
    proof: null,
    notices: ["the tag was missing and is written now"],
  }),
};

/** Histories that are printed and reviewed. */
export const historyScenes: Readonly<Record<string, ModelHistory>> = {
  all: aHistory(),
  environment: aHistory({
    environment: "production",
    events: events.filter(({ type, index }) => type === "promoted" && index < 43),
  }),
  moment: aHistory({
    environment: "production",
    at: "2026-03-02T16:35:00Z",
    current: [
      {
        environment: "production",
        version: "v1.0.0",
        digest: { sha256: "0c11d2e3f4a5".padEnd(64, "0") },
        since: "2026-02-11T10:05:00Z",
        entry: 17,
        hold: null,
      },
    ],
    events: events.slice(1, 3),
  }),
  nothing: aHistory({
    current: [],
    events: [],
    log: { size: 0, root: { sha256: "e3b0c44298fc".padEnd(64, "0") } },
  }),
};

/** Verifications that are printed and reviewed. */
export const verificationScenes: Readonly<Record<string, AuditVerification | ModelVerification>> = {
  audit: anAudit(),
  "audit-changed": anAudit({
    outcome: "fail",
    checks: [
      ...anAudit().checks.slice(0, 1),
      {
        id: "entries",
        title: "Every entry lies under the signed root",
        outcome: "fail",
        detail:
          "entry 17 was changed after it was written: leaf 5b0e… is not under root 77aa… of size 43",
        entry: 17,
      },
      {
        id: "pointers",
        title: "Environments point at what the log says",
        outcome: "fail",
        detail: "`production` points at v9.9.9",
        entry: 42,
      },
    ],
  }),
  "audit-nothing": anAudit({ outcome: "inconclusive", size: 0, root: null, checks: [] }),
  model: aModelCheck(),
  "model-other": aModelCheck({
    outcome: "fail",
    model: null,
    version: null,
    checks: [
      {
        id: "registered",
        title: "the folder is a registered version",
        outcome: "fail",
        detail: "no version has these bytes",
      },
    ],
  }),
};
