import { UserError } from "@slipway/kernel";
import type { BaseRevision } from "@slipway/ports";
import { credentialVariables } from "./credentials.ts";
import { gitFolder, tryGit, type GitPlace } from "./run-git.ts";

/** Which commit of which branch a pull request would be merged into; a token for a checkout without credentials. */
export type BaseOptions = {
  readonly folder: string;
  readonly ref: string;
  readonly commit: string;
  readonly token?: string;
};

/** The base branch's files, from the local repository or, where a shallow clone lacks the commit, from `origin`. */
export function gitBaseRevision(options: BaseOptions): BaseRevision {
  const place = { folder: options.folder };
  let fetched: Promise<void> | undefined;
  return {
    ref: options.ref,
    commit: options.commit,
    readText: async (path) => {
      fetched ??= fetchCommit(place, options);
      await fetched;
      const name = `${options.commit}:${path.replace(/^\.\//, "")}`;
      const { code } = await tryGit(place, ["cat-file", "-e", name]);
      if (code !== 0) return undefined;
      const { stdout } = await tryGit(place, ["cat-file", "blob", name]);
      return stdout.toString("utf8");
    },
  };
}

async function fetchCommit(place: GitPlace, { commit, ref, token }: BaseOptions): Promise<void> {
  await gitFolder(place);
  if (await hasCommit(place, commit)) return;
  const env = await credentialVariables(place, token);
  const { stderr } = await tryGit({ ...place, env }, [
    "fetch",
    "--quiet",
    "--no-tags",
    "--depth=1",
    "origin",
    commit,
  ]);
  if (await hasCommit(place, commit)) return;
  throw new UserError({
    code: "SW3201",
    message: `the base commit ${commit.slice(0, 12)} of ${ref} cannot be fetched: ${stderr.trim().slice(0, 300)}`,
    remedy:
      "Its policy judges the pull request. Give the job `contents: read`, and let actions/checkout keep its credentials or pass `github-token`.",
  });
}

async function hasCommit(place: GitPlace, commit: string): Promise<boolean> {
  return (await tryGit(place, ["cat-file", "-e", `${commit}^{commit}`])).code === 0;
}
