import { rm } from "node:fs/promises";
import { demoFolder, readDemo } from "../read-demo.ts";
import { runCommand } from "../run-command.ts";
import { addCounts, oneCheck, type Counts } from "../suite.ts";

/** The demo plays to its end, and its account has the form that others read and names what is there. */
export async function checkDemo(): Promise<Counts> {
  await rm(demoFolder, { recursive: true, force: true });
  const { exitCode } = await runCommand("npm", ["run", "demo"]);
  const { steps, models } = await readDemo();
  process.stdout.write(`result.json has ${steps.length} steps and ${models.length} models\n`);
  return addCounts([oneCheck(exitCode === 0), oneCheck(steps.length > 0)]);
}
