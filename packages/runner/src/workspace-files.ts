import { createHash, randomBytes } from "node:crypto";
import { createReadStream, realpathSync, type Stats } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UserError } from "@slipway/kernel";
import type { Files } from "@slipway/ports";
import { escapePath, glob } from "tinyglobby";

/** Where files may lie: `roots` beside the workspace itself, or anywhere on the user's own machine. */
export type WorkspaceOptions = {
  readonly root: string;
  readonly roots?: readonly string[];
  readonly anywhere?: boolean;
};

/** The files of a workspace. In an action a path that leads out of it, by `..` or by a link, is refused. */
export function workspaceFiles(options: WorkspaceOptions): Files {
  const root = resolve(options.root);
  const roots = [root, ...(options.roots ?? [])].map(realPath);
  const locate = (path: string): string => {
    const absolute = resolve(root, path);
    if (
      options.anywhere !== true &&
      !roots.some((allowed) => isInside(realPath(absolute), allowed))
    )
      throw leadsOut(path);
    return absolute;
  };
  const describe = async (path: string) => {
    const absolute = locate(path);
    const hash = createHash("sha256");
    let sizeBytes = 0;
    for await (const chunk of streamOf(absolute, path)) {
      hash.update(chunk);
      sizeBytes += chunk.length;
    }
    return { name: path, digest: { sha256: hash.digest("hex") }, sizeBytes };
  };
  return {
    locate,
    describe,
    readText: async (path) => decodeUtf8(await guarded(path, () => readFile(locate(path))), path),
    readBytes: (path, limit) => guarded(path, () => readStart(locate(path), limit)),
    stream: (path) => streamOf(locate(path), path),
    exists: async (path) => (await statOf(locate(path)))?.isFile() ?? false,
    list: async (pattern) => (await list(root, pattern)).filter((path) => locate(path) !== ""),
    write: (path, content) => writeWhole(locate(path), path, content),
  };
}

/** Writes beside the target first and renames, so that nobody ever reads half a file. */
export async function writeWhole(
  absolute: string,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const temporary = `${absolute}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, absolute);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(path, cause);
  }
}

/** The refusal to write a file or folder, in words. */
export function unwritable(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW1304",
    message: `${path} cannot be written: ${reasonOf(cause)}`,
    remedy: "Give the job a folder that it may write to, with space left.",
    cause,
  });
}

async function list(root: string, pattern: string): Promise<string[]> {
  const found = await statOf(resolve(root, pattern));
  if (found?.isFile()) return [pattern];
  const wanted = found?.isDirectory()
    ? `${escapePath(pattern.replace(/[/\\]+$/, ""))}/**/*.{csv,csv.gz,parquet}`
    : pattern;
  const files = await glob(wanted, {
    cwd: root,
    onlyFiles: true,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return files
    .map((file) => (isAbsolute(pattern) ? join(root, file) : file).split(sep).join("/"))
    .sort(byCodeUnits);
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

async function readStart(absolute: string, limit: number): Promise<Uint8Array> {
  const handle = await open(absolute, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(limit), 0, limit, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* streamOf(absolute: string, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(absolute, { highWaterMark: 1 << 18 })) {
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function guarded<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(path, cause);
  }
}

function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UserError({
      code: "SW1301",
      message: `${path} is not UTF-8 text`,
      remedy: "Save it as UTF-8.",
      cause,
    });
  }
}

/** The real path of the nearest part that exists, so that a link cannot lead out unseen. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), relative(parent, path));
  }
}

function isInside(path: string, root: string): boolean {
  const inner = relative(root, path);
  return inner !== ".." && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}

function leadsOut(path: string): UserError {
  return new UserError({
    code: "SW1302",
    message: `${JSON.stringify(path.slice(0, 200))} leads out of the workspace`,
    remedy: "Name a file inside the checked-out repository or the runner's temporary folder.",
  });
}

function unreadable(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW1301",
    message: `${path} cannot be read: ${reasonOf(cause)}`,
    remedy:
      "Check the path: it starts at the root of the workspace. Is the step that writes it before this one?",
    cause,
  });
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const words: Record<string, string> = {
    ENOENT: "it does not exist",
    EACCES: "permission denied",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of the path is not a folder",
    ENOSPC: "no space is left",
    EROFS: "the file system is read-only",
  };
  return words[code] ?? (code === "" ? "unknown reason" : code);
}
