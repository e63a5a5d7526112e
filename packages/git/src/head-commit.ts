import { tryGit } from "./run-git.ts";

/** The commit that is checked out in `folder`, or `undefined` outside a repository or before the first commit. */
export async function headCommit(folder: string): Promise<string | undefined> {
  const { code, stdout } = await tryGit({ folder }, ["rev-parse", "HEAD"]);
  return code === 0 ? stdout.toString("utf8").trim() : undefined;
}
