import { readFile } from "node:fs/promises";
import type { StoredFile } from "@slipway/ports";
import { isPath } from "./commit-view.ts";
import { GitFailure, tryGit } from "./run-git.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** Who commits on the branch and tags: no person, since people are named in the entries alone. */
export const identity = "slipway <slipway@users.noreply.github.com>";

/** Files on top of a commit (`undefined`: a first one), and what the new commit says. */
export type CommitRequest = {
  readonly parent: string | undefined;
  readonly files: readonly StoredFile[];
  readonly removed: readonly string[];
  readonly message: string;
  /** Seconds since 1970. */
  readonly time: number;
};

/**
 * Makes a commit in the scratch repository through one process, without an index and without the contents of the
 * files that stay. Gives `undefined` where the parent holds exactly these files already.
 */
export async function writeCommit(
  { place }: ScratchRepository,
  request: CommitRequest,
): Promise<string | undefined> {
  const args = ["fast-import", "--quiet", "--force", "--done", "--date-format=raw"];
  const { code, stdout, stderr } = await tryGit(place, args, await streamOf(request));
  if (code !== 0) throw new GitFailure(args, stderr);
  const [commit, tree, before] = stdout.toString("utf8").split("\n");
  return tree === before ? undefined : commit;
}

async function streamOf(request: CommitRequest): Promise<Buffer> {
  const { parent, files, removed, message, time } = request;
  const parts: (string | Uint8Array)[] = [
    "commit refs/slipway/new\nmark :1\n",
    `committer ${identity} ${time} +0000\n`,
    ...dataOf(Buffer.from(message)),
    parent === undefined ? "" : `from ${parent}\n`,
  ];
  for (const path of removed) parts.push(`D ${quoted(path)}\n`);
  for (const { path, content } of files) {
    parts.push(`M 100644 inline ${quoted(path)}\n`, ...dataOf(await bytesOf(content)));
  }
  parts.push(
    '\nget-mark :1\nls :1 ""\n',
    parent === undefined ? "" : `ls ${parent} ""\n`,
    "done\n",
  );
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

function dataOf(bytes: Uint8Array): readonly (string | Uint8Array)[] {
  return [`data ${bytes.length}\n`, bytes, "\n"];
}

function bytesOf(content: StoredFile["content"]): Uint8Array | Promise<Uint8Array> {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array ? content : readFile(content.file);
}

function quoted(path: string): string {
  if (!isPath(path)) throw new Error(`not a path of a branch: ${path}`);
  const escaped = path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return `"${escaped}"`;
}
