import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, runCommand } from "../run-command.ts";
import { oneCheck, type Counts } from "../suite.ts";

const script = "scripts/docs/main.ts";

/** Generated tables, schemas and snippets equal what regenerating them would write. */
export async function checkDocs(): Promise<Counts> {
  if (!existsSync(join(root, script))) throw new Error(`${script} is missing.`);
  const { exitCode } = await runCommand("node", [script, "--check"]);
  return oneCheck(exitCode === 0);
}
