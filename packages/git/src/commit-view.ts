import type { BranchView } from "@slipway/ports";
import { GitFailure, runGit, tryGit } from "./run-git.ts";
import { unreachable, type ScratchRepository } from "./scratch-repository.ts";

/** Above this a listing of the whole tree is cheaper, and fits a command line of Windows, unlike the paths. */
const maxNamedLength = 16_000;

/** Above this, whole folders come five times as fast: git judges each thing that it is asked for. */
const maxSingleContents = 1000;

/** The files of one commit of a scratch repository; contents that are not there yet are fetched in one request. */
export function commitView(scratch: ScratchRepository, commit: string | undefined): BranchView {
  if (commit === undefined)
    return {
      commit,
      readFiles: () => Promise.resolve(new Map()),
      list: () => Promise.resolve([]),
    };
  return {
    commit,
    readFiles: async (paths) => {
      const ids = await idsOf(scratch, commit, paths);
      const blobs = await readBlobs(scratch, commit, ids);
      return new Map(
        [...ids].flatMap(([path, id]) => {
          const bytes = blobs.get(id);
          return bytes === undefined ? [] : [[path, bytes] as const];
        }),
      );
    },
    list: async (folder) => {
      const below = folder.replace(/\/+$/, "");
      const tree = below === "" ? [] : [`${below}/`];
      return [...(await listTree(scratch, ["-r", commit, "--", ...tree])).keys()].sort();
    },
  };
}

async function idsOf(
  scratch: ScratchRepository,
  commit: string,
  paths: readonly string[],
): Promise<Map<string, string>> {
  const wanted = new Set(paths.filter(isPath));
  if (wanted.size === 0) return new Map();
  const length = [...wanted].reduce((sum, path) => sum + path.length + 1, 0);
  const args = length > maxNamedLength ? ["-r", commit] : [commit, "--", ...wanted];
  const found = await listTree(scratch, args);
  return new Map(
    [...wanted].flatMap((path) => {
      const id = found.get(path);
      return id === undefined ? [] : [[path, id] as const];
    }),
  );
}

/** Whether a path names a file below the top of a tree. */
export function isPath(path: string): boolean {
  return !path.includes("\0") && path.split("/").every((part) => !["", ".", ".."].includes(part));
}

/** Paths and ids of plain files: a link of the branch is no file. */
async function listTree(
  { place }: ScratchRepository,
  args: readonly string[],
): Promise<Map<string, string>> {
  const command = ["ls-tree", "-z", "--full-tree", ...args];
  const { code, stdout, stderr } = await tryGit(place, command);
  if (code !== 0) throw new GitFailure(command, stderr);
  const files = new Map<string, string>();
  for (const line of stdout.toString("utf8").split("\0")) {
    const tab = line.indexOf("\t");
    const [mode, kind, id] = line.slice(0, Math.max(tab, 0)).split(" ");
    if (kind === "blob" && mode !== "120000" && id !== undefined)
      files.set(line.slice(tab + 1), id);
  }
  return files;
}

async function readBlobs(
  scratch: ScratchRepository,
  commit: string,
  paths: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const ids = [...new Set(paths.values())];
  let blobs = await readPresent(scratch, ids);
  let missing = ids.filter((id) => !blobs.has(id));
  if (missing.length > maxSingleContents) {
    await fetchFolders(scratch, commit, paths);
    blobs = await readPresent(scratch, ids);
    missing = ids.filter((id) => !blobs.has(id));
  }
  if (missing.length === 0) return blobs;
  const words = await scratch.fetch({ wanted: missing, filter: "blob:none", negotiates: false });
  if (words !== undefined) throw unreachable("the contents of files of origin", words);
  return new Map([...blobs, ...(await readPresent(scratch, missing))]);
}

/** Asks for whole folders at the top; what does not come (git before 2.36 cannot) is asked for one by one. */
async function fetchFolders(
  scratch: ScratchRepository,
  commit: string,
  paths: ReadonlyMap<string, string>,
): Promise<void> {
  const deep = [...paths.keys()].filter((path) => path.includes("/"));
  const folders = new Set(deep.map((path) => path.slice(0, path.indexOf("/"))));
  if (folders.size === 0) return;
  const names = [...folders].map((folder) => `${commit}:${folder}`);
  const trees = await runGit(scratch.place, ["rev-parse", ...names]);
  await scratch.fetch({
    wanted: trees.split("\n"),
    filter: "blob:limit=1g",
    negotiates: false,
    options: ["--refetch"],
  });
}

/** Reads what is there through one process; an id that is not there is not in the map. */
async function readPresent(
  { place }: ScratchRepository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const args = ["cat-file", "--batch", "--buffer"];
  const { code, stdout, stderr } = await tryGit(place, args, `${ids.join("\n")}\n`);
  if (code !== 0) throw new GitFailure(args, stderr);
  const blobs = new Map<string, Uint8Array>();
  for (let start = 0; start < stdout.length;) {
    const end = stdout.indexOf(10, start);
    const [id = "", kind, size] = stdout.toString("latin1", start, end).split(" ");
    start = end + 1;
    if (kind === "missing") continue;
    const length = Number(size);
    // Bytes of their own: a part of git's whole output would keep all of it, and show it to who asks for its buffer.
    blobs.set(id, new Uint8Array(stdout.subarray(start, start + length)));
    start += length + 1;
  }
  return blobs;
}
