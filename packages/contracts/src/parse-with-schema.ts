import { nearestWord, UserError, type ErrorCode } from "@slipway/kernel";
import { z } from "zod";
import { showPlace, type YamlSource } from "./yaml-source.ts";

type Mistake = { readonly code: ErrorCode; readonly text: string; readonly hint?: string };

/**
 * Parses the whole of `source` and names every mistake, each with file, line and column.
 * @throws UserError SW1204 for an unknown key, SW1202 for anything else that does not fit
 */
export function parseWithSchema<T>(source: YamlSource, schema: z.ZodType<T>, what: string): T {
  const result = schema.safeParse(source.value, { reportInput: true });
  if (result.success) return result.data;
  const mistakes = result.error.issues.flatMap((issue) => describe(issue, source, schema));
  throw asUserError(mistakes, what);
}

function describe(issue: z.core.$ZodIssue, source: YamlSource, schema: z.ZodType): Mistake[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => {
      const place = showPlace(source.placeOf(issue.path, key));
      const meant = nearestWord(key, known);
      const guess = meant === undefined ? "" : `Did you mean "${meant}"? `;
      const text = `${place}: unknown key "${key.slice(0, 80)}"`;
      return {
        code: "SW1204" as const,
        text,
        hint: `${guess}Known keys here: ${known.join(", ")}.`,
      };
    });
  }
  const where = issue.path.length === 0 ? "" : `${issue.path.map(String).join(".")}: `;
  const place = showPlace(source.placeOf(issue.path));
  return [{ code: "SW1202", text: `${place}: ${where}${plain(issue)}` }];
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") {
    return issue.input === undefined
      ? `is missing (${issue.expected} expected)`
      : `must be ${article(issue.expected)}`;
  }
  if (issue.code === "invalid_value") {
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  }
  return issue.message;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function asUserError(mistakes: readonly Mistake[], what: string): UserError {
  const first = mistakes.find(({ code }) => code === "SW1204") ?? mistakes[0];
  const shown = mistakes.slice(0, 20).map(({ text }) => text);
  const more = mistakes.length > 20 ? [`and ${mistakes.length - 20} more`] : [];
  const hints = mistakes.flatMap(({ hint }) => hint ?? []).slice(0, 5);
  return new UserError({
    code: first?.code ?? "SW1202",
    message: [...shown, ...more].join("\n"),
    remedy:
      hints.length > 0 ? hints.join("\n") : `Mend ${what} there; its keys are in docs/schemas.`,
  });
}

/** The keys that an object at `path` may have, read from the JSON Schema of `schema`. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let nodes: unknown[] = [z.toJSONSchema(schema, { unrepresentable: "any" })];
  for (const step of path) nodes = nodes.flatMap(branches).flatMap((node) => childOf(node, step));
  const keys = nodes
    .flatMap(branches)
    .flatMap((node) => Object.keys(record(record(node)["properties"])));
  return [...new Set(keys)];
}

function childOf(node: unknown, step: PropertyKey): unknown[] {
  const object = record(node);
  const child =
    typeof step === "number"
      ? object["items"]
      : (record(object["properties"])[String(step)] ?? object["additionalProperties"]);
  return child === undefined ? [] : [child];
}

function branches(node: unknown): unknown[] {
  const object = record(node);
  const alternatives = [object["anyOf"], object["oneOf"], object["allOf"]]
    .filter(Array.isArray)
    .flat();
  return [node, ...alternatives.flatMap(branches)];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
