import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import { credentialVariables, remoteAddress } from "./credentials.ts";
import { gitFolder, GitFailure, runGit, tryGit, type GitPlace } from "./run-git.ts";

const tip = "refs/slipway/tip";

/**
 * A small bare repository inside the user's own git folder that holds the tip of one branch of `origin`, without
 * the contents of files until they are asked for. The user's clone stays as it was: no shallow marks, no refs.
 */
export type BranchStore = {
  readonly place: GitPlace;
  /** The branch's newest commit, or `undefined` where the remote has no such branch. */
  readonly refresh: () => Promise<string | undefined>;
};

/** Opens the store. @throws UserError SW3204 outside a repository, SW3201 where `origin` cannot be reached */
export async function openBranchStore(
  repository: GitPlace,
  branch: string,
  token?: string,
): Promise<BranchStore> {
  const local = await gitFolder(repository);
  const folder = join(local, "slipway", "branch.git");
  const address = await remoteAddress(repository);
  if (!existsSync(join(folder, "HEAD"))) {
    await mkdir(folder, { recursive: true });
    await runGit({ folder }, ["init", "--quiet", "--bare"]);
  }
  const place = {
    folder,
    env: { ...(await credentialVariables(repository, token)), GIT_DIR: folder },
  };
  await runGit(place, ["config", "remote.origin.url", address ?? local]);
  await runGit(place, ["config", "remote.origin.promisor", "true"]);
  await runGit(place, ["config", "remote.origin.partialclonefilter", "blob:none"]);
  return { place, refresh: () => refresh(place, branch) };
}

async function refresh(place: GitPlace, branch: string): Promise<string | undefined> {
  const refspec = `+refs/heads/${branch}:${tip}`;
  const args = [
    "fetch",
    "--quiet",
    "--no-tags",
    "--depth=1",
    "--filter=blob:none",
    "origin",
    refspec,
  ];
  const { code, stderr } = await tryGit(place, args);
  if (code === 0) return runGit(place, ["rev-parse", tip]);
  if (/couldn't find remote ref/i.test(stderr)) return undefined;
  throw new UserError({
    code: "SW3201",
    message: `the branch ${branch} of origin cannot be read: ${new GitFailure(args, stderr).stderr.slice(0, 300)}`,
    remedy: "Check the network and that the job has `contents: read`, then run again.",
  });
}
