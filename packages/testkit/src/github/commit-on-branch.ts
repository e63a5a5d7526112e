import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runGit, tryGit } from "../git/run-git.ts";
import { GraphqlProblem } from "../graphql/problem.ts";
import { listTree, resolveCommit } from "./git-store.ts";
import { gitWithInput } from "./git-tags.ts";

/** A commit to put on a branch, in whose name and at what time (as git's variables say it). */
export type BranchCommit = {
  /** The full name of the branch. */
  readonly ref: string;
  /** Where the branch has to be. */
  readonly expected: string;
  readonly message: string;
  readonly additions: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly deletions: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** Makes a commit and moves the branch to it, all or nothing; returns the commit.
 * @throws GraphqlProblem where the branch is elsewhere or the files cannot be changed like that */
export async function commitOnBranch(directory: string, commit: BranchCommit): Promise<string> {
  const { ref, expected } = commit;
  if ((await resolveCommit(directory, expected)) === null) {
    const message = `No commit exists with specified expectedHeadOid '${expected}'.`;
    throw new GraphqlProblem("NOT_FOUND", message);
  }
  if ((await resolveCommit(directory, ref)) !== expected) throw staleHead(expected);
  demandPaths(commit);
  const tree = await writeTree(directory, commit);
  const args = ["commit-tree", tree, "-p", expected, "-F", "-"];
  const made = await gitWithInput(directory, args, { input: commit.message, env: commit.env });
  if (made === null) throw new Error("git could not make the commit");
  const update = await tryGit({ directory, args: ["update-ref", ref, made, expected] });
  // Somebody else's commit may have come first.
  if (update.exitCode !== 0) throw staleHead(expected);
  return made;
}

function staleHead(expected: string): GraphqlProblem {
  const message = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
  return new GraphqlProblem("STALE_DATA", message);
}

// Git leaves such paths out without a word.
function demandPaths({ additions, deletions }: BranchCommit): void {
  const paths = [...additions.map(({ path }) => path), ...deletions];
  const invalid = paths.find((path) => {
    return path.split("/").some((part) => ["", ".", ".."].includes(part) || /^\.git$/i.test(part));
  });
  if (invalid !== undefined) {
    throw new GraphqlProblem("UNPROCESSABLE", `The path "${invalid}" is not valid.`);
  }
  if (new Set(paths).size !== paths.length) {
    throw new GraphqlProblem("UNPROCESSABLE", "A path is named more than once.");
  }
}

async function writeTree(directory: string, commit: BranchCommit): Promise<string> {
  const lines = [
    ...(await deletionLines(directory, commit)),
    ...(await additionLines(directory, commit)),
  ];
  const folder = await mkdtemp(join(tmpdir(), "slipway-index-"));
  const env = { GIT_INDEX_FILE: join(folder, "index") };
  try {
    await runGit({ directory, args: ["read-tree", commit.expected], env });
    const args = ["update-index", "-z", "--index-info"];
    const input = lines.map((line) => `${line}\0`).join("");
    if ((await gitWithInput(directory, args, { input, env })) === null) {
      throw new GraphqlProblem("UNPROCESSABLE", "The files cannot be changed like that.");
    }
    return (await runGit({ directory, args: ["write-tree"], env })).trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function deletionLines(
  directory: string,
  { expected, deletions }: BranchCommit,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const path of deletions) {
    const entries = await listTree(directory, expected, path);
    if (!entries.some((entry) => entry.path === path && entry.type !== "dir")) {
      const message = `A path was requested for deletion which does not exist as of commit oid \`${expected}\``;
      throw new GraphqlProblem("NOT_FOUND", message);
    }
    lines.push(`0 ${"0".repeat(40)}\t${path}`);
  }
  return lines;
}

async function additionLines(
  directory: string,
  { additions }: BranchCommit,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { path, bytes } of additions) {
    const blob = await gitWithInput(directory, ["hash-object", "-w", "--stdin"], { input: bytes });
    if (blob === null) throw new Error(`git could not store ${path}`);
    lines.push(`100644 ${blob}\t${path}`);
  }
  return lines;
}
