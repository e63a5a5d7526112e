import { runGit, tryGit } from "../git/run-git.ts";

/** A commit as git stores it; dates are ISO 8601 in UTC. */
export type GitCommit = {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitPerson;
  readonly committer: GitPerson;
  readonly message: string;
};

/** Name, address and date of an author or committer. */
export type GitPerson = { readonly name: string; readonly email: string; readonly date: string };

/** One entry of a folder; `sizeBytes` is 0 for folders. */
export type GitEntry = {
  readonly type: "file" | "dir" | "symlink" | "submodule";
  readonly sha: string;
  readonly path: string;
  readonly sizeBytes: number;
};

/** The commit that a full ref name or a sha of at least four digits names, or `null`. */
export async function resolveCommit(directory: string, name: string): Promise<string | null> {
  if (!name.startsWith("refs/") && !/^[0-9a-f]{4,40}$/.test(name)) return null;
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const answer = await tryGit({ directory, args });
  return answer.exitCode === 0 ? answer.stdout.toString().trim() : null;
}

/** The commit that a user's `ref` names: a full ref, a branch, a tag or a sha, in this order. */
export async function resolveRef(directory: string, ref: string): Promise<string | null> {
  const candidates = ref.startsWith("refs/")
    ? [ref]
    : [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`, ref];
  for (const candidate of candidates) {
    const sha = await resolveCommit(directory, candidate);
    if (sha !== null) return sha;
  }
  return null;
}

/** The object of an exact ref (tags are not peeled), or `null`. */
export async function readRef(
  directory: string,
  name: string,
): Promise<{ readonly sha: string; readonly type: string } | null> {
  const format = "--format=%(objectname) %(objecttype) %(refname)";
  const text = await runGit({ directory, args: ["for-each-ref", format, name] });
  for (const line of text.split("\n")) {
    const [sha, type, refName] = line.split(" ");
    if (sha !== undefined && type !== undefined && refName === name) return { sha, type };
  }
  return null;
}

/** The commits of a range or list of revisions, newest first. */
export async function readCommits(
  directory: string,
  revisions: readonly string[],
): Promise<readonly GitCommit[]> {
  const format = "%H%x1f%T%x1f%P%x1f%an%x1f%ae%x1f%at%x1f%cn%x1f%ce%x1f%ct%x1f%B%x1e";
  const args = ["log", `--format=${format}`, ...revisions, "--"];
  const answer = await tryGit({ directory, args });
  if (answer.exitCode !== 0) return [];
  const records = answer.stdout.toString().split("\x1e");
  return records
    .map((record) => record.trim())
    .filter((record) => record !== "")
    .map(parseCommit);
}

function parseCommit(record: string): GitCommit {
  const fields = record.split("\x1f");
  const field = (index: number): string => fields[index] ?? "";
  const date = (index: number): string => {
    return new Date(Number(field(index)) * 1000).toISOString().replace(".000Z", "Z");
  };
  return {
    sha: field(0),
    tree: field(1),
    parents: field(2)
      .split(" ")
      .filter((sha) => sha !== ""),
    author: { name: field(3), email: field(4), date: date(5) },
    committer: { name: field(6), email: field(7), date: date(8) },
    message: field(9).trimEnd(),
  };
}

/** How many commits a range holds. */
export async function countCommits(directory: string, range: string): Promise<number> {
  return Number(await runGit({ directory, args: ["rev-list", "--count", range, "--"] }));
}

/** Says whether `ancestor` is reachable from `descendant`. */
export async function isAncestor(
  directory: string,
  ancestor: string,
  descendant: string,
): Promise<boolean> {
  const args = ["merge-base", "--is-ancestor", ancestor, descendant];
  return (await tryGit({ directory, args })).exitCode === 0;
}

/** The best common ancestor, or `null` where there is none. */
export async function mergeBase(
  directory: string,
  left: string,
  right: string,
): Promise<string | null> {
  const answer = await tryGit({ directory, args: ["merge-base", left, right] });
  return answer.exitCode === 0 ? answer.stdout.toString().trim() : null;
}

const entryTypes: Readonly<Record<string, GitEntry["type"]>> = {
  "040000": "dir",
  "120000": "symlink",
  "160000": "submodule",
};

/** The entries at exactly `path`, or those inside the folder that `path` names with a final slash. */
export async function listTree(
  directory: string,
  commit: string,
  path: string,
): Promise<readonly GitEntry[]> {
  const where = path === "" ? [] : [path];
  const args = ["--literal-pathspecs", "ls-tree", "-z", "-l", commit, "--", ...where];
  const text = await runGit({ directory, args });
  return text.split("\0").flatMap((line) => {
    const match = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line);
    if (match === null) return [];
    const [, mode = "", sha = "", size = "", entryPath = ""] = match;
    const type = entryTypes[mode] ?? "file";
    return [{ type, sha, path: entryPath, sizeBytes: size === "-" ? 0 : Number(size) }];
  });
}

/** The bytes of a blob. */
export async function readBlob(directory: string, sha: string): Promise<Buffer> {
  const answer = await tryGit({ directory, args: ["cat-file", "blob", sha] });
  if (answer.exitCode !== 0) throw new Error(`no blob ${sha}: ${answer.stderr}`);
  return answer.stdout;
}
