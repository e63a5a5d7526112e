import { credentialVariables } from "./credentials.ts";
import { runGit, tryGit, type GitPlace } from "./run-git.ts";

const deepenSteps = ["--deepen=50", "--deepen=500", "--unshallow"];

/**
 * The nearest ancestor of HEAD (HEAD itself included) among `commits`, with the number of commits between them.
 * A shallow clone is deepened step by step until one is found or the whole history is there.
 */
export async function nearestAncestor(
  repository: GitPlace,
  commits: ReadonlySet<string>,
  token?: string,
): Promise<{ commit: string; distance: number } | undefined> {
  let found = await nearestLocal(repository, commits);
  for (const step of deepenSteps) {
    if (found !== undefined || !(await isShallow(repository))) break;
    const env = await credentialVariables(repository, token);
    const head = await runGit(repository, ["rev-parse", "HEAD"]);
    const { code } = await tryGit({ ...repository, env }, [
      "fetch",
      "--quiet",
      "--no-tags",
      step,
      "origin",
      head,
    ]);
    if (code !== 0) break;
    found = await nearestLocal(repository, commits);
  }
  return found;
}

async function nearestLocal(repository: GitPlace, commits: ReadonlySet<string>) {
  const { code, stdout } = await tryGit(repository, ["rev-list", "--max-count=100000", "HEAD"]);
  if (code !== 0) return undefined;
  let nearest: { commit: string; distance: number } | undefined;
  const ancestors = stdout
    .toString("utf8")
    .split("\n")
    .filter((commit) => commits.has(commit));
  // The list is newest first: a handful of the newest hold the nearest one, side branches included.
  for (const commit of ancestors.slice(0, 10)) {
    const distance = Number(await runGit(repository, ["rev-list", "--count", `${commit}..HEAD`]));
    if (nearest === undefined || distance < nearest.distance) nearest = { commit, distance };
  }
  return nearest;
}

async function isShallow(repository: GitPlace): Promise<boolean> {
  return (await runGit(repository, ["rev-parse", "--is-shallow-repository"])) === "true";
}
