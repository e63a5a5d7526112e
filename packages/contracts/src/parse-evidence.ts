import { UserError } from "@slipway/kernel";
import type { z } from "zod";
import { evidenceSchema, type Evidence } from "./evidence.ts";

/** Longer evidence is refused unread: 32 MiB of text. */
export const maxEvidenceChars = 32 * 1024 * 1024;

/**
 * Reads an evidence file. Unknown fields, of a later Slipway, are dropped; everything else must fit.
 * @throws UserError SW1401
 */
export function parseEvidence(text: string, file: string): Evidence {
  if (text.length > maxEvidenceChars) throw damaged(file, "it is larger than 32 MiB");
  const value = parseJson(text, file);
  const strict = checked(value, file);
  if (strict.success) return strict.data;
  dropUnknown(value, strict.error.issues);
  const tolerant = checked(value, file);
  if (tolerant.success) return tolerant.data;
  const issue = tolerant.error.issues[0];
  const where =
    issue === undefined || issue.path.length === 0
      ? ""
      : ` at ${issue.path.map(String).join(".").slice(0, 200)}`;
  throw damaged(file, `${issue?.message ?? "wrong form"}${where}`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(file, "it is not JSON (half-written?)", cause);
  }
}

function checked(value: unknown, file: string) {
  try {
    return evidenceSchema.safeParse(value);
  } catch (cause) {
    // The schema follows nested values as deep as they go.
    if (cause instanceof RangeError) throw damaged(file, "it is nested too deep", cause);
    throw cause;
  }
}

function dropUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): void {
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    let node: unknown = value;
    for (const step of issue.path)
      node = typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined;
    if (typeof node !== "object" || node === null) continue;
    for (const key of issue.keys) Reflect.deleteProperty(node, key);
  }
}

function damaged(file: string, detail: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW1401",
    message: `${file} is not evidence of Slipway: ${detail}`,
    remedy: "Make it again with slipway validate or slipway evaluate.",
    cause,
  });
}
