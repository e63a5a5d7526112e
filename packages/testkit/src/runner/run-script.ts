import { spawn } from "node:child_process";

/** A Node script to run in a process of its own, with exactly this environment. */
export type ScriptRun = {
  readonly script: string;
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly args?: readonly string[];
  /** Given the process while it runs, which then leads a process group of its own. */
  readonly onStart?: (pid: number) => void;
};

/** How a script ended; `output` is both streams in the order in which they arrived. */
export type ScriptEnd = {
  readonly exitCode: number;
  /** Whether it was killed, in time or not, instead of ending by itself. */
  readonly wasKilled: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly output: string;
  readonly ms: number;
};

/** Runs a script with this Node; one that does not end in time is killed and has exit code -1. */
export async function runScript(run: ScriptRun): Promise<ScriptEnd> {
  const started = performance.now();
  const child = spawn(process.execPath, [run.script, ...(run.args ?? [])], {
    detached: run.onStart !== undefined,
    cwd: run.directory,
    env: { ...run.env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: run.timeoutMs,
    killSignal: "SIGKILL",
  });
  if (child.pid !== undefined) run.onStart?.(child.pid);
  const chunks: { readonly isError: boolean; readonly bytes: Buffer }[] = [];
  child.stdout.on("data", (bytes: Buffer) => chunks.push({ isError: false, bytes }));
  child.stderr.on("data", (bytes: Buffer) => chunks.push({ isError: true, bytes }));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const text = (wanted: readonly { readonly bytes: Buffer }[]): string => {
    return Buffer.concat(wanted.map((chunk) => chunk.bytes)).toString();
  };
  return {
    exitCode: exitCode ?? -1,
    wasKilled: exitCode === null,
    stdout: text(chunks.filter((chunk) => !chunk.isError)),
    stderr: text(chunks.filter((chunk) => chunk.isError)),
    output: text(chunks),
    ms: Math.round(performance.now() - started),
  };
}
