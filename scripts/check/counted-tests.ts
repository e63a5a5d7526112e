import { runCommand, type CommandOptions } from "./run-command.ts";
import { type Counts } from "./suite.ts";

/** Runs a command whose output ends with `N passed, N failed`. No such line, or an exit code that contradicts it, is a failure. */
export async function countedTests(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Counts> {
  const { exitCode, output } = await runCommand(command, args, options);
  const counts = readCounts(output);
  if (counts === undefined) return { passed: 0, failed: 1 };
  const nothingRan = counts.passed + counts.failed === 0;
  const mustFail = exitCode !== 0 || nothingRan;
  return mustFail ? { ...counts, failed: Math.max(1, counts.failed) } : counts;
}

/** The counts in the last line that states them, if any does. */
export function readCounts(output: string): Counts | undefined {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (last === undefined) return undefined;
  return { passed: Number(last[1]), failed: Number(last[2]) };
}
