import { runCommand } from "../run-command.ts";
import { addCounts, oneCheck, type Counts } from "../suite.ts";

/** No unused file, export or dependency: with the tests, and again as only production code sees it. */
export async function checkDeadCode(): Promise<Counts> {
  const all = await runCommand("knip", ["--no-progress", "--no-config-hints"]);
  const production = await runCommand("knip", [
    "--no-progress",
    "--no-config-hints",
    "--production",
  ]);
  return addCounts([oneCheck(all.exitCode === 0), oneCheck(production.exitCode === 0)]);
}
