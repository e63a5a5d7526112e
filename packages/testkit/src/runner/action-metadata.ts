import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { parse } from "yaml";

import { isRecord } from "../http/json.ts";

/** What the runner reads from `action.yml`: defaults of the inputs, declared outputs, the script. */
export type ActionMetadata = {
  readonly defaults: Readonly<Record<string, string>>;
  readonly outputs: readonly string[];
  readonly main: string;
};

/** Reads an action's folder; expressions in defaults are replaced by `context`, keyed like `github.token`.
 * @throws Error for an action that is no JavaScript action, or an expression that `context` lacks. */
export async function readActionMetadata(
  folder: string,
  context: Readonly<Record<string, string>>,
): Promise<ActionMetadata> {
  const document: unknown = parse(await readFile(join(folder, "action.yml"), "utf8"));
  const runs = isRecord(document) ? document["runs"] : undefined;
  if (!isRecord(document) || !isRecord(runs) || typeof runs["main"] !== "string") {
    throw new Error(`${folder} is not a JavaScript action`);
  }
  if (runs["using"] !== "node24") throw new Error(`${folder} does not use node24`);
  const inputs = isRecord(document["inputs"]) ? document["inputs"] : {};
  const outputs = isRecord(document["outputs"]) ? document["outputs"] : {};
  const defaults = Object.entries(inputs).map(([name, input]) => {
    const value: unknown = isRecord(input) ? input["default"] : undefined;
    return [name, evaluate(asText(value), context)] as const;
  });
  return {
    defaults: Object.fromEntries(defaults),
    outputs: Object.keys(outputs),
    main: join(folder, runs["main"]),
  };
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function evaluate(text: string, context: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (_, expression: string) => {
    const value = context[expression];
    if (value === undefined) throw new Error(`the runner cannot evaluate: ${expression}`);
    return value;
  });
}
