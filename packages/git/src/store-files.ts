import { randomInt, randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "@slipway/kernel";
import type { StoredFile } from "@slipway/ports";
import type { BranchStore } from "./branch-store.ts";
import { runGit, tryGit, type GitPlace } from "./run-git.ts";

/** How often a writer that lost the race tries again. Each round another writer won, so all of 20 get through. */
const maxAttempts = 30;

const identity = {
  GIT_AUTHOR_NAME: "slipway",
  GIT_AUTHOR_EMAIL: "slipway@users.noreply.github.com",
  GIT_COMMITTER_NAME: "slipway",
  GIT_COMMITTER_EMAIL: "slipway@users.noreply.github.com",
};

/** What is stored, on which branch, and what the commit says. */
export type StoreRequest = {
  readonly branch: string;
  readonly files: readonly StoredFile[];
  readonly message: string;
};

/**
 * Adds files to the branch in one commit that the remote accepts only on top of the tip that it was made from.
 * @throws UserError SW3202 where the remote refuses, SW3203 after 30 attempts
 */
export async function storeFiles(store: BranchStore, request: StoreRequest) {
  for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
    const parent = await store.refresh();
    const commit = await commitOf(store.place, parent, request);
    if (commit === undefined) return { commit: parent ?? "", changed: false, attempts };
    const lease = `--force-with-lease=refs/heads/${request.branch}:${parent ?? ""}`;
    const args = ["push", "--quiet", lease, "origin", `${commit}:refs/heads/${request.branch}`];
    const { code, stderr } = await tryGit(store.place, args);
    if (code === 0) return { commit, changed: true, attempts };
    if (!lostTheRace(stderr)) throw refused(request.branch, stderr);
    await sleep(randomInt(20, 60 * Math.min(attempts, 10)));
  }
  throw new UserError({
    code: "SW3203",
    message: `the branch ${request.branch} moved ${maxAttempts} times while evidence was stored`,
    remedy: "Run the job again; a `concurrency` group for it keeps writers apart.",
  });
}

function lostTheRace(stderr: string): boolean {
  return /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|already exists|incorrect old value/i.test(
    stderr,
  );
}

/** The new commit, or `undefined` where the branch holds exactly these files already. */
async function commitOf(
  place: GitPlace,
  parent: string | undefined,
  request: StoreRequest,
): Promise<string | undefined> {
  const index = join(place.folder, `index-${randomUUID()}`);
  const inIndex = { ...place, env: { ...place.env, GIT_INDEX_FILE: index } };
  try {
    if (parent !== undefined) await runGit(inIndex, ["read-tree", parent]);
    for (const file of request.files) {
      const blob = await writeBlob(place, file);
      await runGit(inIndex, [
        "update-index",
        "--add",
        "--cacheinfo",
        `100644,${blob},${file.path}`,
      ]);
    }
    const tree = await runGit(inIndex, ["write-tree", "--missing-ok"]);
    if (parent !== undefined && tree === (await runGit(place, ["rev-parse", `${parent}^{tree}`])))
      return undefined;
    const parents = parent === undefined ? [] : ["-p", parent];
    const author = { ...place, env: { ...place.env, ...identity } };
    return await runGit(author, ["commit-tree", tree, ...parents, "-m", request.message]);
  } finally {
    await rm(index, { force: true });
  }
}

async function writeBlob(place: GitPlace, { content }: StoredFile): Promise<string> {
  if (typeof content !== "string" && !(content instanceof Uint8Array))
    return runGit(place, ["hash-object", "-w", "--no-filters", content.file]);
  const file = join(place.folder, `blob-${randomUUID()}`);
  try {
    await writeFile(file, content);
    return await runGit(place, ["hash-object", "-w", "--no-filters", file]);
  } finally {
    await rm(file, { force: true });
  }
}

function refused(branch: string, stderr: string): UserError {
  const detail = stderr.trim().slice(0, 400);
  const forbidden =
    /403|denied|not permitted|permission|could not read username|authentication failed/i.test(
      detail,
    );
  return new UserError({
    code: "SW3202",
    message: `origin refuses to store evidence on the branch ${branch}: ${detail}`,
    remedy: forbidden
      ? "Add to the job:\n    permissions:\n      contents: write\nand let actions/checkout keep its credentials, or pass `github-token`."
      : `Let rules and hooks of the repository allow pushes to ${branch}.`,
  });
}
