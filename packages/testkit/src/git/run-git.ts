import { spawn } from "node:child_process";
import { devNull } from "node:os";

/** How git is started: folder, arguments, more environment. */
export type GitCall = {
  readonly directory: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** What git answered; `exitCode` is whatever it was. */
export type GitAnswer = {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
};

/** The environment that hides this machine's and this user's git configuration. */
export const isolatedGitEnv: Readonly<Record<string, string>> = {
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

/** Runs git without any configuration of the machine, and reports its exit code instead of throwing. */
export async function tryGit(call: GitCall): Promise<GitAnswer> {
  const child = spawn("git", ["-C", call.directory, ...call.args], {
    env: { ...isolatedGitEnv, ...call.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? -1));
  });
  return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
}

/** Runs git and returns its standard output; throws what git said where the exit code is not 0. */
export async function runGit(call: GitCall): Promise<string> {
  const answer = await tryGit(call);
  if (answer.exitCode !== 0) {
    throw new Error(`git ${call.args.join(" ")} ended with ${answer.exitCode}: ${answer.stderr}`);
  }
  return answer.stdout.toString();
}
