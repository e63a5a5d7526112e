import { exitCodeOf, UserError } from "@slipway/kernel";
import { renderError } from "@slipway/report";
import { terminalStyle } from "@slipway/runner";
import { CommanderError } from "commander";
import { createProgram } from "./program.ts";
import type { Verdict } from "./verdict.ts";

/** Runs `slipway` with the arguments of this process, and alone sets its exit code. */
export async function main(): Promise<void> {
  let verdict: Verdict | undefined;
  const program = createProgram((found) => {
    verdict = found;
  });
  try {
    await program.parseAsync(process.argv);
    process.exitCode = verdict === undefined ? 0 : exitCodeOf(verdict.outcome);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function explain(error: unknown): number {
  const style = terminalStyle(process.stderr, process.env);
  // Commander has printed its own message; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`${renderError(error, style)}\n`);
    return 2;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${stack}\nThis is a bug of Slipway. Please report it: open an issue with these lines.\n`,
  );
  return 3;
}
