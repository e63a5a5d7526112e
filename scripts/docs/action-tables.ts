import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputs as commentMetrics } from "@slipway/comment-metrics";
import { inputs as evaluateModel } from "@slipway/evaluate-model";
import { inputs as promoteModel } from "@slipway/promote-model";
import { inputs as registerModel } from "@slipway/register-model";
import { fieldMeta, inputName, type InputSchema } from "@slipway/runner";
import { inputs as storeEvidence } from "@slipway/store-evidence";
import { inputs as validateData } from "@slipway/validate-data";
import { inputs as verifyAudit } from "@slipway/verify-audit";
import { inputs as verifyModel } from "@slipway/verify-model";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../check/run-command.ts";
import { code, table } from "./markdown.ts";
import { actionNames, actionNeeds, type ActionName } from "./permissions.ts";

const manifestSchema = z.looseObject({
  description: z.string(),
  inputs: z.record(
    z.string(),
    z.strictObject({
      description: z.string(),
      required: z.boolean().optional(),
      default: z.string().optional(),
    }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
});

/** An action.yml as far as the docs and the parity test read it. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Reads the action.yml of an action. Throws where it has another form. */
export function readManifest(name: ActionName): Manifest {
  const text = readFileSync(join(root, "actions", name, "action.yml"), "utf8");
  return manifestSchema.parse(parse(text));
}

/** The schema of each action's inputs. */
export const inputSchemas: Readonly<Record<ActionName, InputSchema>> = {
  "validate-data": validateData,
  "evaluate-model": evaluateModel,
  "comment-metrics": commentMetrics,
  "store-evidence": storeEvidence,
  "register-model": registerModel,
  "promote-model": promoteModel,
  "verify-model": verifyModel,
  "verify-audit": verifyAudit,
};

/** The generated parts of an action's README, by the name of their region. */
export function actionRegion(name: ActionName, region: string): string | undefined {
  switch (region) {
    case "inputs":
      return inputTable(name);
    case "outputs":
      return outputTable(name);
    case "permissions":
      return permissionTable(name);
    case "hosts":
      return hostTable(name);
    default:
      return undefined;
  }
}

/** Every action with its purpose, for the README of the repository. */
export function actionTable(): string {
  return table(
    ["Action", "What it does"],
    actionNames.map((name) => [
      `[${name}](actions/${name}/README.md)`,
      readManifest(name).description,
    ]),
  );
}

/** Every permission that any action needs, for the README of the repository. */
export function allPermissions(): string {
  const rows = actionNames.flatMap((name) =>
    actionNeeds[name].permissions.map(({ grant, reason }) => [name, code(grant), reason]),
  );
  return table(["Action", "Permission", "Why"], rows);
}

function inputTable(name: ActionName): string {
  const { inputs } = readManifest(name);
  const schema = inputSchemas[name];
  const rows = Object.keys(schema.shape).map((key) => {
    const title = inputName(key);
    const meta = fieldMeta(schema, key);
    const given = meta.default ?? inputs[title]?.default;
    const standard = meta.required === true ? "required" : given === undefined ? "" : code(given);
    const masked = meta.secret === true ? " (masked in the log)" : "";
    return [code(title), `${inputs[title]?.description ?? ""}${masked}`, standard];
  });
  return table(["Input", "Meaning", "Default"], rows);
}

function outputTable(name: ActionName): string {
  const { outputs } = readManifest(name);
  const rows = Object.entries(outputs).map(([title, { description }]) => [
    code(title),
    description,
  ]);
  return table(["Output", "Meaning"], rows);
}

function permissionTable(name: ActionName): string {
  const rows = actionNeeds[name].permissions.map(({ grant, reason }) => [code(grant), reason]);
  return table(["Permission", "Why"], rows);
}

function hostTable(name: ActionName): string {
  return table(
    ["Host", "Why"],
    actionNeeds[name].hosts.map(({ host, reason }) => [host, reason]),
  );
}
