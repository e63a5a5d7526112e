import { runGit } from "../git/run-git.ts";

/** One file of a difference; `patch` is null for binary files. */
export type GitChange = {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  readonly sha: string | null;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | null;
};

/** The files that differ between two commits, with their patches, in git's order. */
export async function changedFiles(
  directory: string,
  from: string,
  to: string,
): Promise<readonly GitChange[]> {
  const diff = ["diff", "-M", "--no-color", "--no-ext-diff"];
  const raw = await runGit({ directory, args: [...diff, "--raw", "--abbrev=40", "-z", from, to] });
  const counts = await runGit({ directory, args: [...diff, "--numstat", from, to] });
  const patches = splitPatches(await runGit({ directory, args: [...diff, from, to] }));
  const lines = counts.split("\n");
  return parseRaw(raw).map((change, index) => {
    const [additions = "-", deletions = "-"] = (lines[index] ?? "").split("\t");
    const isBinary = additions === "-";
    return {
      ...change,
      additions: isBinary ? 0 : Number(additions),
      deletions: isBinary ? 0 : Number(deletions),
      patch: isBinary ? null : (patches[index] ?? ""),
    };
  });
}

type RawChange = Pick<GitChange, "path" | "previousPath" | "status" | "sha">;

const statuses: Readonly<Record<string, GitChange["status"]>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
};

function parseRaw(raw: string): readonly RawChange[] {
  const parts = raw.split("\0");
  const changes: RawChange[] = [];
  for (let index = 0; index + 1 < parts.length;) {
    const [, , before = "", after = "", letter = ""] = (parts[index] ?? "").split(" ");
    const status = statuses[letter.charAt(0)] ?? "changed";
    const first = parts[index + 1] ?? "";
    const isRename = status === "renamed";
    const path = isRename ? (parts[index + 2] ?? "") : first;
    const sha = status === "removed" ? before : after;
    changes.push({ path, previousPath: isRename ? first : null, status, sha });
    index += isRename ? 3 : 2;
  }
  return changes;
}

function splitPatches(text: string): readonly string[] {
  const files = text.split(/^diff --git .*$/m).slice(1);
  return files.map((file) => {
    const start = file.search(/^@@ /m);
    return start < 0 ? "" : file.slice(start).replace(/\n$/, "");
  });
}
