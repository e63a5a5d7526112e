import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { root, runCommand } from "../run-command.ts";
import { oneCheck, type Counts } from "../suite.ts";

const folder = join(root, "demo-out");

/** The demo plays to its end and leaves its account. */
export async function checkDemo(): Promise<Counts> {
  await rm(folder, { recursive: true, force: true });
  const { exitCode } = await runCommand("npm", ["run", "demo"]);
  const steps = await countSteps();
  process.stdout.write(`demo-out/result.json has ${steps} steps\n`);
  return oneCheck(exitCode === 0 && steps > 0);
}

async function countSteps(): Promise<number> {
  const result: unknown = JSON.parse(await readFile(join(folder, "result.json"), "utf8"));
  if (typeof result !== "object" || result === null || !("steps" in result)) return 0;
  return Array.isArray(result.steps) ? result.steps.length : 0;
}
