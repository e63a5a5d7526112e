import { z } from "zod";
import { commentPayloadSchema } from "./comment-payload.ts";
import { configSchema } from "./config.ts";
import { evidenceSchema } from "./evidence.ts";

const published = {
  slipway: { schema: configSchema, title: "slipway.yaml, version 1" },
  evidence: { schema: evidenceSchema, title: "Slipway evidence, version 1" },
  comment: { schema: commentPayloadSchema, title: "Payload of a Slipway comment, version 1" },
} as const;

/** The names of the published JSON Schemas. */
export const jsonSchemaNames = ["slipway", "evidence", "comment"] as const;

/** A name of {@link jsonSchemaNames}. */
export type JsonSchemaName = (typeof jsonSchemaNames)[number];

/** The JSON Schema (draft 2020-12) that is published for `name`, made from the schema that the code parses with. */
export function jsonSchemaOf(name: JsonSchemaName): Record<string, unknown> {
  const { schema, title } = published[name];
  return { ...z.toJSONSchema(schema, { target: "draft-2020-12" }), title };
}
