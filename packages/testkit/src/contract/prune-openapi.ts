import { isRecord, type JsonRecord } from "../http/json.ts";

/** An endpoint of GitHub's description. */
export type OperationName = { readonly method: string; readonly path: string };

const noise = new Set(["examples", "example", "externalDocs", "x-webhooks"]);

/** Cuts GitHub's OpenAPI description down to the named operations and all that they refer to.
 * Schemas that are `nullable` without a `type`, which ajv refuses, become "this schema or null";
 * a list of allowed values gets the null that `nullable` promises; text that is empty by default may be empty
 * whatever its format.
 * @throws Error where the description lacks an operation. */
export function pruneOpenApi(
  description: JsonRecord,
  operations: readonly OperationName[],
): JsonRecord {
  const paths: Record<string, Record<string, unknown>> = {};
  const components: Record<string, Record<string, unknown>> = {};
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isRecord(value)) return value;
    const ref = value["$ref"];
    if (typeof ref === "string") keep(ref);
    const entries = Object.entries(value).filter(([key]) => !noise.has(key));
    const visited = Object.fromEntries(entries.map(([key, one]) => [key, visit(one)]));
    return allowNull(allowEmpty(visited));
  };
  const keep = (ref: string): void => {
    const [group = "", name = ""] = ref.replace("#/components/", "").split("/");
    const kept = (components[group] ??= {});
    if (name in kept) return;
    // Marked before it is visited, since schemas refer to themselves.
    kept[name] = true;
    kept[name] = visit(at(description, ["components", group, name]));
  };
  for (const { method, path } of operations) {
    const verb = method.toLowerCase();
    const operation = at(description, ["paths", path, verb]);
    if (operation === undefined) throw new Error(`GitHub describes no ${method} ${path}`);
    (paths[path] ??= {})[verb] = visit(operation);
  }
  return { openapi: description["openapi"], info: description["info"], paths, components };
}

function allowNull(schema: JsonRecord): JsonRecord {
  if (schema["nullable"] !== true) return schema;
  const values: unknown = schema["enum"];
  if (Array.isArray(values)) return { ...schema, enum: values.concat(null) };
  if ("type" in schema) return schema;
  const rest = Object.entries(schema).filter(([key]) => key !== "nullable");
  return { anyOf: [Object.fromEntries(rest), { enum: [null] }] };
}

/** An address that is "" by default is no address then. */
function allowEmpty(schema: JsonRecord): JsonRecord {
  if (schema["default"] !== "" || typeof schema["format"] !== "string") return schema;
  return { anyOf: [schema, { enum: [""] }] };
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (current, key) => (isRecord(current) ? current[key] : undefined),
    value,
  );
}
