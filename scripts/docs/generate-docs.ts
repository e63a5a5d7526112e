import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonSchemaNames, jsonSchemaOf } from "@slipway/contracts";
import { format, resolveConfig } from "prettier";
import { root } from "../check/run-command.ts";
import { actionRegion, actionTable, allPermissions } from "./action-tables.ts";
import { cutSnippet } from "./cut-snippet.ts";
import { fillRegions } from "./markdown.ts";
import { actionNames } from "./permissions.ts";
import { commandTable, errorTable, findingTable, metricTable } from "./reference-tables.ts";

const tables: Readonly<Record<string, () => string>> = {
  actions: actionTable,
  "all permissions": allPermissions,
  commands: commandTable,
  errors: errorTable,
  findings: findingTable,
  metrics: metricTable,
};

/** Every document with generated parts as it should be, by its path from the root. */
export async function generateDocs(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const name of jsonSchemaNames) {
    const schema = JSON.stringify(jsonSchemaOf(name), undefined, 2);
    files.set(`docs/schemas/${name}.schema.json`, `${schema}\n`);
  }
  for (const path of await listDocuments()) {
    const text = await readFile(join(root, path), "utf8");
    if (!text.includes("<!-- generated: ")) continue;
    const filled = fillRegions(text, (region) => contentOf(path, region));
    const target = join(root, path);
    const options = await resolveConfig(target);
    files.set(path, await format(filled, { ...options, filepath: target }));
  }
  return files;
}

async function listDocuments(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const pattern of ["docs/*.md", "docs/adr/*.md"]) {
    for await (const path of glob(pattern, { cwd: root })) found.push(path.replaceAll("\\", "/"));
  }
  const faces = ["README.md", ...actionNames.map((name) => `actions/${name}/README.md`)];
  return [...faces.filter((path) => existsSync(join(root, path))), ...found.sort()];
}

function contentOf(path: string, region: string): string | undefined {
  const source = /^snippet (.+)$/.exec(region)?.[1];
  if (source !== undefined) return cutSnippet(source);
  const action = actionNames.find((name) => path === `actions/${name}/README.md`);
  return action === undefined ? tables[region]?.() : actionRegion(action, region);
}
