import { runGit, tryGit } from "../git/run-git.ts";
import { gitDirectory, type Call } from "./call.ts";
import { isAncestor, resolveCommit } from "./git-store.ts";
import { GitHubProblem } from "./problem.ts";

/**
 * Merges the default branch into the branch `ref` where that is behind, as GitHub does before a deployment unless it
 * is told `auto_merge: false`. Returns what GitHub says then, or `null` where nothing had to be merged.
 */
export async function mergeDefaultBranch(call: Call, ref: string): Promise<string | null> {
  const directory = gitDirectory(call);
  const { defaultBranch } = call.repository();
  const name = `refs/heads/${ref.replace(/^refs\/heads\//, "")}`;
  const head = await resolveCommit(directory, name);
  const base = await resolveCommit(directory, `refs/heads/${defaultBranch}`);
  if (head === null || base === null || (await isAncestor(directory, base, head))) return null;
  const merge = await tryGit({ directory, args: ["merge-tree", "--write-tree", head, base] });
  if (merge.exitCode !== 0) {
    throw new GitHubProblem(409, `Conflict merging ${defaultBranch} into ${ref}.`);
  }
  const tree = merge.stdout.toString().split("\n")[0] ?? "";
  const message = `Merge ${defaultBranch} into ${ref}`;
  const args = ["commit-tree", tree, "-p", head, "-p", base, "-m", message];
  const commit = (await runGit({ directory, args, env: webFlow(call) })).trim();
  await runGit({ directory, args: ["update-ref", name, commit, head] });
  return `Auto-merged ${defaultBranch} into ${ref} on deployment.`;
}

/** The identity and time of a commit that GitHub itself makes for the caller. */
export function webFlow(call: Call): Readonly<Record<string, string>> {
  const user = call.state.users.get(call.caller.login);
  const date = `${Math.floor(call.core.now().getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: call.caller.login,
    GIT_AUTHOR_EMAIL: `${user?.id ?? 0}+${call.caller.login}@users.noreply.github.com`,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "GitHub",
    GIT_COMMITTER_EMAIL: "noreply@github.com",
    GIT_COMMITTER_DATE: date,
  };
}
