import { outcomes } from "@slipway/kernel";
import { z } from "zod";
import { runSchema, toolSchema } from "./evidence.ts";
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

const common = {
  schema: z.literal("slipway/log-entry/v1"),
  index: count.describe("Position in the log, from 0"),
  time: z.iso.datetime(),
  key: z.string().min(1).max(500).describe("Tells a repeated event from a new one"),
  model: modelName,
  version: versionText,
  digest: digestSchema.describe("The OMS root digest of the model"),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .describe("The commit that was registered"),
  actor: personSchema.nullable().describe("Who started the run, as the API says; null outside one"),
  run: runSchema,
  tool: toolSchema,
};

const evidenceReference = z.strictObject({
  kind: z.enum(["data-validation", "evaluation"]),
  name: modelName,
  outcome: z.enum(outcomes),
  digest: digestSchema.describe("SHA-256 of the document's bytes on the branch"),
  finishedAt: z.iso.datetime(),
});

const registered = z.strictObject({
  ...common,
  type: z.literal("registered"),
  evidence: z.array(evidenceReference),
  files: count,
  sizeBytes: count,
  order: z.literal("oms-reference").describe("How the files were sorted for the root digest"),
  signature: z
    .strictObject({ digest: digestSchema, keyHint: text })
    .nullable()
    .describe("The OMS bundle under blobs/sha256/, and the hint of its key"),
});

const decision = {
  environment: modelName,
  direction: z.enum(["promotion", "rollback"]),
  registered: count.describe("The entry that registered the version"),
  from: versionReferenceSchema.nullable().describe("What ran there until now"),
  reason: z.string().max(2000).nullable(),
  policy: decidingPolicySchema,
  rules: z.array(promotionRuleSchema),
  approvals: z.array(approvalSchema),
  evidenceLevel: z.enum(evidenceLevels),
  authors: z.array(personSchema).describe("Of the change, as the API says"),
  gate: gateSchemaOfEnvironment.nullable().describe("null where no API was asked"),
};

const promoted = z.strictObject({
  ...common,
  type: z.literal("promoted"),
  ...decision,
  hold: z.boolean().describe("Whether the next promotion here needs a reason"),
});

const refused = z.strictObject({ ...common, type: z.literal("refused"), ...decision });

/** One entry of the log, version 1: its leaf is the exact bytes of one line of JSON. */
export const logEntrySchema = z.discriminatedUnion("type", [registered, promoted, refused]);

/** The file `environments/ENVIRONMENT/MODEL.json`: what should run there. */
export const environmentPointerSchema = z.strictObject({
  schema: z.literal("slipway/environment/v1"),
  environment: modelName,
  model: modelName,
  version: versionText,
  digest: digestSchema,
  commit: z.string(),
  since: z.iso.datetime(),
  entry: count,
  hold: z
    .strictObject({ since: z.iso.datetime(), reason: z.string(), entry: count })
    .nullable()
    .describe("Set by a rollback: the next promotion needs a reason"),
});

/** The file `models/MODEL/VERSION.json`: what was registered. */
export const registeredVersionSchema = z.strictObject({
  schema: z.literal("slipway/version/v1"),
  model: modelName,
  version: versionText,
  digest: digestSchema,
  commit: z.string(),
  time: z.iso.datetime(),
  entry: count,
  evidence: z.array(evidenceReference),
  signature: digestSchema.nullable(),
});

/** An entry of the log. */
export type LogEntry = z.infer<typeof logEntrySchema>;
/** The entry of a registration. */
export type RegisteredEntry = z.infer<typeof registered>;
/** The entry of a promotion or rollback. */
export type PromotedEntry = z.infer<typeof promoted>;
/** The entry of a refused promotion. */
export type RefusedEntry = z.infer<typeof refused>;
/** Evidence as an entry names it. */
export type EvidenceReference = z.infer<typeof evidenceReference>;
/** What should run in an environment. */
export type EnvironmentPointer = z.infer<typeof environmentPointerSchema>;
/** What was registered. */
export type RegisteredVersion = z.infer<typeof registeredVersionSchema>;
