import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { fakeOperations, pruneOpenApi } from "@slipway/testkit";

// Usage: node scripts/prune-openapi.ts DIRECTORY
// DIRECTORY has @octokit/openapi, openapi-backend and ajv-formats installed; the result is written into it.
const directory = resolve(process.argv[2] ?? ".ci/cache/openapi");
const load = createRequire(join(directory, "package.json"));
const source = load.resolve("@octokit/openapi/generated/api.github.com.json");
const description: unknown = JSON.parse(await readFile(source, "utf8"));
if (typeof description !== "object" || description === null || Array.isArray(description)) {
  throw new Error(`${source} is no OpenAPI description`);
}
const pruned = JSON.stringify(
  pruneOpenApi(Object.fromEntries(Object.entries(description)), fakeOperations),
);
await writeFile(join(directory, "github.pruned.json"), pruned);
console.log(`${fakeOperations.length} operations, ${pruned.length} characters`);
