import { existsSync } from "node:fs";
import { join } from "node:path";
import { countedTests } from "../counted-tests.ts";
import { root } from "../run-command.ts";
import { type Counts } from "../suite.ts";
import { ensureActionlint, ensureOpenApi, ensurePythonTools } from "../tools.ts";

const config = "vitest.slow.config.ts";

/** The tests that need more than Node and npm: the fake GitHub against GitHub's own description, workflows under act. */
export async function runSlowTests(): Promise<Counts> {
  if (!existsSync(join(root, config))) throw new Error(`${config} is missing.`);
  await ensurePythonTools();
  await ensureActionlint();
  const env = { SLIPWAY_OPENAPI_DIR: await ensureOpenApi() };
  return countedTests("vitest", ["run", "--config", config], { env });
}
