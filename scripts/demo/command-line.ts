import { join } from "node:path";
import { spawn } from "node:child_process";
import { isolatedGitEnv } from "@slipway/testkit";
import type { StepOutcome, Steps } from "./steps.ts";

const slipway = join(import.meta.dirname, "..", "..", "packages", "cli", "bin", "slipway.mjs");

/** A call of the command line, and how the story expects it to end. */
export type Command = {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly exitCode: 0 | 1;
  readonly outcome: StepOutcome;
  /** What the user has set beside the path. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Runs the built command line as a user would, and returns what it printed on standard output. */
export async function command(steps: Steps, wanted: Command): Promise<string> {
  const { id, title, outcome, exitCode } = wanted;
  const done = await steps.act({ id, title, outcome, exitCode }, async () => {
    const ended = await run(wanted);
    return { ...ended, outcome: outcomeOf(ended.exitCode, outcome), log: ended.stderr };
  });
  return done.stdout;
}

/** The exit code alone says how the command line ended. */
function outcomeOf(exitCode: number, expected: StepOutcome): StepOutcome {
  const ended = exitCode === 0 ? ["pass", "done"] : ["fail", "refused"];
  return ended.includes(expected) ? expected : exitCode === 0 ? "pass" : "fail";
}

type Ended = { exitCode: number; stdout: string; stderr: string; ms: number };

function run({ folder, args, env }: Command): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [slipway, ...args], {
    cwd: folder,
    env: { ...isolatedGitEnv, PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => err.push(bytes));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({
        exitCode: code ?? -1,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
        ms: performance.now() - started,
      }),
    );
  });
}
