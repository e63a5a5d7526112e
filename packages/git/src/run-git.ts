import { spawn } from "node:child_process";
import { UserError } from "@slipway/kernel";

/** How one call of git ended. */
export type GitResult = { readonly code: number; readonly stdout: Buffer; readonly stderr: string };

/** A folder, and the variables, that git is called with. */
export type GitPlace = { readonly folder: string; readonly env?: Readonly<Record<string, string>> };

/** What a hook of git leaves in the environment, and what would lead a call into another repository. */
const misleading = new Set([
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_NAMESPACE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
]);

/** Runs git without a shell, without prompts and in English. @throws UserError SW3204 where git is missing */
export function tryGit(
  place: GitPlace,
  args: readonly string[],
  input: string | Uint8Array = "",
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, {
      cwd: place.folder,
      env: { ...ownEnvironment(), GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", ...place.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    // A git that ended early closes its input; its exit code tells more than the broken pipe.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", (cause) => reject(missingGit(cause)));
    child.on("close", (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
  });
}

/** A call of git that was expected to succeed and did not. */
export class GitFailure extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args[0] ?? ""} failed: ${withoutSecrets(stderr)}`);
    this.name = "GitFailure";
    this.stderr = withoutSecrets(stderr);
  }
}

/** Runs git and gives what it printed, without the last line end. @throws GitFailure, UserError SW3204 */
export async function runGit(
  place: GitPlace,
  args: readonly string[],
  input?: string | Uint8Array,
): Promise<string> {
  const { code, stdout, stderr } = await tryGit(place, args, input);
  if (code !== 0) throw new GitFailure(args, stderr);
  return stdout.toString("utf8").replace(/\n$/, "");
}

/** The folder that holds the repository's own files. @throws UserError SW3204 outside a repository */
export async function gitFolder(place: GitPlace): Promise<string> {
  const { code, stdout } = await tryGit(place, [
    "rev-parse",
    "--path-format=absolute",
    "--git-common-dir",
  ]);
  if (code === 0) return stdout.toString("utf8").trim();
  throw new UserError({
    code: "SW3204",
    message: "this folder is not in a git repository",
    remedy: "Check the repository out first: `uses: actions/checkout` before this step.",
  });
}

/** Takes credentials out of what git prints (addresses and headers), and cuts it. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/(https?:\/\/)[^/@\s]+@/g, "$1***@")
    .replaceAll(/(authorization: *)\S+( \S+)?/gi, "$1***")
    .trim()
    .slice(0, 1000);
}

function ownEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !misleading.has(key)));
}

function missingGit(cause: Error): UserError {
  return new UserError({
    code: "SW3204",
    message: `git cannot be started: ${cause.message}`,
    remedy: "Install git, or use a runner image that has it.",
    cause,
  });
}
