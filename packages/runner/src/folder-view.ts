import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { UserError } from "@slipway/kernel";
import type { BranchView } from "@slipway/ports";

/**
 * A checkout or export of the slipway branch, as plain files; git's own folder is no part of it.
 * @throws UserError SW1301 where a path is a link or a special file, or cannot be read
 */
export function folderView(path: string): BranchView {
  const root = resolve(path);
  return {
    commit: undefined,
    readFiles: async (paths) => {
      const files = new Map<string, Uint8Array>();
      const queue = [...new Set(paths)].filter(isInside);
      const folders = new Map<string, Promise<boolean>>();
      // A few at once: 20,000 open files would be more than a system allows.
      const readNext = async (): Promise<void> => {
        for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
          const bytes = await readPlain(root, next, folders);
          if (bytes !== undefined) files.set(next, bytes);
        }
      };
      await Promise.all(Array.from({ length: 32 }, readNext));
      return files;
    },
    list: async (folder) => {
      const below = folder.replace(/\/+$/, "");
      if (below !== "" && !isInside(below)) return [];
      return (await listPlain(root, below, new Map())).sort();
    },
  };
}

function isInside(path: string): boolean {
  const parts = path.split("/");
  return (
    parts[0] !== ".git" &&
    parts.every((part) => !["", ".", ".."].includes(part)) &&
    !/[\\\0]/.test(path)
  );
}

async function readPlain(
  root: string,
  path: string,
  folders: Map<string, Promise<boolean>>,
): Promise<Uint8Array | undefined> {
  if (!(await isFolder(root, parentOf(path), folders))) return undefined;
  const kind = await kindOf(root, path);
  if (kind !== "file") return undefined;
  return new Uint8Array(await guarded(path, () => readFile(join(root, path))));
}

async function listPlain(
  root: string,
  folder: string,
  folders: Map<string, Promise<boolean>>,
): Promise<string[]> {
  if (!(await isFolder(root, folder, folders))) return [];
  const entries = await guarded(folder, () =>
    readdir(join(root, folder), { withFileTypes: true, recursive: true }),
  );
  return entries.flatMap((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (path === ".git" || path.startsWith(".git/")) return [];
    if (entry.isFile()) return [path];
    if (!entry.isDirectory()) throw noPlainFile(path);
    return [];
  });
}

/** Every folder on the way is looked at once: a link among them would lead out. */
function isFolder(
  root: string,
  folder: string,
  known: Map<string, Promise<boolean>>,
): Promise<boolean> {
  if (folder === "") return Promise.resolve(true);
  const before = known.get(folder);
  if (before !== undefined) return before;
  const found = isFolder(root, parentOf(folder), known).then(
    async (isThere) => isThere && (await kindOf(root, folder)) === "folder",
  );
  known.set(folder, found);
  return found;
}

async function kindOf(root: string, path: string): Promise<"file" | "folder" | undefined> {
  const found = await guarded(path, () => lstat(join(root, path)).catch(missing));
  if (found === undefined) return undefined;
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  throw noPlainFile(path);
}

function missing(error: unknown): undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return undefined;
  throw error;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

async function guarded<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(path, cause);
  }
}

function noPlainFile(path: string): UserError {
  return new UserError({
    code: "SW1301",
    message: `${JSON.stringify(path.slice(0, 200))} is a link or a special file, and the slipway branch has none`,
    remedy: "Check the branch out again, or export it anew.",
  });
}

function unreadable(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW1301",
    message: `${JSON.stringify(path.slice(0, 200))} of the slipway branch cannot be read`,
    remedy: "Check the folder's permissions.",
    cause,
  });
}
