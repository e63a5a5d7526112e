import { outcomes } from "@slipway/kernel";
import { z } from "zod";
import { logEntrySchema } from "./log-entry.ts";
import {
  approvalSchema,
  decidingPolicySchema,
  digestSchema,
  evidenceLevels,
  gateSchemaOfEnvironment,
  modelName,
  personSchema,
  promotionRuleSchema,
  versionReferenceSchema,
  versionText,
} from "./promotion-parts.ts";

const count = z.int().min(0);
const text = z.string().max(10_000);
const outcome = z.enum(outcomes);

const checkpoint = z
  .strictObject({ size: count, root: digestSchema })
  .describe("The log's size and root after this");

/** What register-model did, as JSON. */
export const registrationSchema = z.strictObject({
  schema: z.literal("slipway/registration/v1"),
  outcome,
  state: z
    .enum(["registered", "already-registered"])
    .describe("already-registered: the same bytes were; whatever was missing of it was completed"),
  model: modelName,
  version: versionText,
  digest: digestSchema,
  commit: text,
  entry: count,
  checkpoint,
  tag: text.nullable(),
  signature: text.nullable().describe("Where the OMS bundle was written"),
  proof: text.nullable().describe("Where the proof was written"),
  notices: z.array(text),
});

/** What promote-model decided and did, as JSON. */
export const promotionSchema = z.strictObject({
  schema: z.literal("slipway/promotion/v1"),
  outcome,
  state: z.enum(["allowed", "refused", "waiting"]),
  dryRun: z.boolean(),
  alreadyThere: z.boolean().describe("The environment pointed at this version before"),
  changed: z.boolean().describe("This run moved it, now or in an earlier attempt"),
  model: modelName,
  version: versionText,
  digest: digestSchema,
  environment: modelName,
  direction: z.enum(["promotion", "rollback"]),
  from: versionReferenceSchema.nullable(),
  reason: z.string().nullable(),
  hold: z.boolean(),
  rules: z.array(promotionRuleSchema),
  approvals: z.array(approvalSchema),
  evidenceLevel: z.enum(evidenceLevels),
  authors: z.array(personSchema),
  gate: gateSchemaOfEnvironment.nullable(),
  policy: decidingPolicySchema,
  decidedAt: z.iso.datetime(),
  runId: count.nullable(),
  entry: count.nullable().describe("null where nothing was logged"),
  checkpoint: checkpoint.nullable(),
  deployment: z.strictObject({ id: count, url: text }).nullable(),
  tag: text.nullable(),
  proof: text.nullable(),
  notices: z.array(text),
});

/** What `slipway history` tells, as JSON. */
export const historySchema = z.strictObject({
  schema: z.literal("slipway/history/v1"),
  model: modelName,
  environment: modelName.nullable(),
  at: z.iso.datetime().nullable(),
  log: checkpoint,
  current: z
    .array(
      z.strictObject({
        environment: modelName,
        version: versionText,
        digest: digestSchema,
        since: z.iso.datetime(),
        entry: count,
        hold: text.nullable().describe("The reason of the rollback that holds it"),
      }),
    )
    .describe("What ran where at `at`, or runs now"),
  events: z.array(logEntrySchema).describe("Oldest first; with `at` none that came later"),
});

const verificationCheck = z.strictObject({
  id: z.string().min(1).max(100),
  title: text,
  outcome,
  detail: text,
  entry: count.optional().describe("The entry it is about"),
});

/** What `slipway verify audit` found, as JSON. */
export const auditVerificationSchema = z.strictObject({
  schema: z.literal("slipway/audit-verification/v1"),
  outcome,
  key: text.describe("The C2SP verifier key that was used"),
  size: count,
  root: digestSchema.nullable(),
  checks: z.array(verificationCheck),
});

/** What `slipway verify model` found, as JSON. */
export const modelVerificationSchema = z.strictObject({
  schema: z.literal("slipway/model-verification/v1"),
  outcome,
  path: text,
  digest: digestSchema.nullable(),
  model: modelName.nullable(),
  version: versionText.nullable(),
  environment: modelName.nullable(),
  checks: z.array(verificationCheck),
});

/** What register-model did. */
export type Registration = z.infer<typeof registrationSchema>;
/** What promote-model decided and did. */
export type Promotion = z.infer<typeof promotionSchema>;
/** What `slipway history` tells. */
export type ModelHistory = z.infer<typeof historySchema>;
/** One line of a verification. */
export type VerificationCheck = z.infer<typeof verificationCheck>;
/** What `slipway verify audit` found. */
export type AuditVerification = z.infer<typeof auditVerificationSchema>;
/** What `slipway verify model` found. */
export type ModelVerification = z.infer<typeof modelVerificationSchema>;
