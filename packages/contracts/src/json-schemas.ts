import { z } from "zod";
import { commentPayloadSchema } from "./comment-payload.ts";
import { configSchema } from "./config.ts";
import {
  auditVerificationSchema,
  historySchema,
  modelVerificationSchema,
  promotionSchema,
  registrationSchema,
} from "./delivery-documents.ts";
import { evidenceSchema } from "./evidence.ts";
import { environmentPointerSchema, logEntrySchema, registeredVersionSchema } from "./log-entry.ts";

const published = {
  slipway: { schema: configSchema, title: "slipway.yaml, version 1" },
  evidence: { schema: evidenceSchema, title: "Slipway evidence, version 1" },
  comment: { schema: commentPayloadSchema, title: "Payload of a Slipway comment, version 1" },
  "log-entry": { schema: logEntrySchema, title: "Entry of a Slipway log, version 1" },
  environment: { schema: environmentPointerSchema, title: "Slipway environment, version 1" },
  version: { schema: registeredVersionSchema, title: "Version of a model, version 1" },
  registration: { schema: registrationSchema, title: "Slipway registration, version 1" },
  promotion: { schema: promotionSchema, title: "Slipway promotion, version 1" },
  history: { schema: historySchema, title: "History of a model, version 1" },
  "audit-verification": {
    schema: auditVerificationSchema,
    title: "Verification of a Slipway log, version 1",
  },
  "model-verification": {
    schema: modelVerificationSchema,
    title: "Verification of a model, version 1",
  },
} as const;

/** The names of the published JSON Schemas. */
export const jsonSchemaNames = [
  "slipway",
  "evidence",
  "comment",
  "log-entry",
  "environment",
  "version",
  "registration",
  "promotion",
  "history",
  "audit-verification",
  "model-verification",
] as const;

/** A name of {@link jsonSchemaNames}. */
export type JsonSchemaName = (typeof jsonSchemaNames)[number];

/** The JSON Schema (draft 2020-12) that is published for `name`, made from the schema that the code parses with. */
export function jsonSchemaOf(name: JsonSchemaName): Record<string, unknown> {
  const { schema, title } = published[name];
  return { ...z.toJSONSchema(schema, { target: "draft-2020-12" }), title };
}
