import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import type { BranchChange } from "@slipway/ports";
import { onTestFinished } from "vitest";

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "t",
  GIT_AUTHOR_EMAIL: "t@example.invalid",
  GIT_COMMITTER_NAME: "t",
  GIT_COMMITTER_EMAIL: "t@example.invalid",
};

/** Runs git and gives its trimmed output. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

/** A bare remote without a commit. It serves partial clones unless told otherwise. */
export function anEmptyRemote({ filters = true } = {}): string {
  const root = aTemporaryFolder("slipway-remote-");
  git(root, "init", "--quiet", "--bare", "-b", "main", "remote.git");
  const remote = join(root, "remote.git");
  git(remote, "config", "uploadpack.allowFilter", String(filters));
  return remote;
}

/** A work tree with one commit of slipway.yaml on main, pushed. */
function aWorkTree(remote: string): string {
  const work = aTemporaryFolder("slipway-work-");
  git(work, "init", "--quiet", "-b", "main");
  git(work, "remote", "add", "origin", remote);
  commitFile(work, "slipway.yaml", "version: 1\n");
  git(work, "push", "--quiet", "origin", "main");
  return work;
}

/** A remote and a work tree of it. */
export function aRepository(options?: { readonly filters: boolean }): {
  remote: string;
  work: string;
} {
  const remote = anEmptyRemote(options);
  return { remote, work: aWorkTree(remote) };
}

/** Another clone of the remote. */
export function aClone(remote: string): string {
  const folder = aTemporaryFolder("slipway-clone-");
  git(folder, "clone", "--quiet", remote, "clone");
  return join(folder, "clone");
}

/** Commits one file; gives the commit. */
export function commitFile(work: string, file: string, text: string): string {
  writeFileSync(join(work, file), text);
  git(work, "add", file);
  git(work, "commit", "--quiet", "-m", `change ${file}`);
  return git(work, "rev-parse", "HEAD");
}

/** A change that adds files, and says so. */
export function adding(files: Readonly<Record<string, string>>): BranchChange<string> {
  return {
    files: Object.entries(files).map(([path, content]) => ({ path, content })),
    message: "Add files",
    result: Object.keys(files).join(","),
  };
}

/** The code of the user's error that an act ends with. */
export async function codeOf(act: Promise<unknown>): Promise<string> {
  return (await errorOf(act))?.code ?? "none";
}

/** The user's error that an act ends with. */
export async function errorOf(act: Promise<unknown>): Promise<UserError | undefined> {
  try {
    await act;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  return undefined;
}

/** A folder that goes with the test. */
export function aTemporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
