import { spawn } from "node:child_process";
import { join } from "node:path";

/** The folder of the repository. */
export const root = join(import.meta.dirname, "..", "..");

/** What a finished command said; `output` is standard output and standard error as they came. */
export type CommandResult = { readonly exitCode: number; readonly output: string };

/** `isQuiet` shows nothing, so that the caller can decide what is worth showing. */
export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isQuiet?: boolean;
};

/** Runs a command from the root of the repository and shows its output while it runs. Throws only when it cannot start. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  if (options.isQuiet !== true) process.stdout.write(`$ ${[command, ...args].join(" ")}\n`);
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    // Windows finds `prettier` only as prettier.cmd, which needs a shell.
    shell: process.platform === "win32",
  });
  let output = "";
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
    if (options.isQuiet !== true) process.stdout.write(chunk);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { exitCode, output };
}

/** Runs a command quietly, and throws with its output when it fails. */
export async function requireCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { exitCode, output } = await runCommand(command, args, { ...options, isQuiet: true });
  if (exitCode !== 0) throw new Error(`${[command, ...args].join(" ")} failed:\n${output}`);
  return output;
}
