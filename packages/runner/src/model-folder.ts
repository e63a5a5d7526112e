import { lstat, readdir, stat } from "node:fs/promises";
import { basename, isAbsolute } from "node:path";
import { UserError } from "@slipway/kernel";
import type { ModelFolder } from "@slipway/ports";
import { hashFile, newPieces } from "./hash-file.ts";

type ListedFile = { readonly name: string; readonly path: Buffer };

/** Files that are read at once: more would only wait for each other, and each holds two pieces in memory. */
const atOnce = 4;

/** The files of a model's folder; `locate` turns a path of the workspace into an absolute one. */
export function modelFolder(locate: (path: string) => string): ModelFolder {
  return {
    read: async (path) => {
      const root = locateModel(locate, path);
      const found = await stat(root).catch((error: unknown) => absent(error, path));
      if (found === undefined) return undefined;
      if (!found.isDirectory()) throw noFolder(path);
      const listed: ListedFile[] = [];
      try {
        await listFolder({ folder: Buffer.from(root), prefix: "", model: path }, listed);
        return await hashAll(listed);
      } catch (cause) {
        throw cause instanceof UserError ? cause : unreadable(path, cause);
      }
    },
  };
}

/** A path inside the workspace that leads out of it all the same goes through a link. */
function locateModel(locate: (path: string) => string, path: string): string {
  try {
    return locate(path);
  } catch (cause) {
    const isInside = !isAbsolute(path) && !path.split(/[/\\]/).includes("..");
    if (!isInside || !(cause instanceof UserError) || cause.code !== "SW1302") throw cause;
    throw new UserError({
      code: "SW4102",
      message: `${quoted(path)} is a link, or lies behind one, that leads out of the workspace`,
      remedy: "Copy the model's files into the workspace, and name the folder that holds them.",
      cause,
    });
  }
}

function absent(error: unknown, path: string): undefined {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return undefined;
  throw unreadable(path, error);
}

type Place = { readonly folder: Buffer; readonly prefix: string; readonly model: string };

/** Names are read as bytes, since decoding replaces whatever is not UTF-8, and two names would become one. */
async function listFolder(place: Place, listed: ListedFile[]): Promise<void> {
  const { folder, prefix, model } = place;
  const entries = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
  for (const entry of entries) {
    const part = decodeName(entry.name, place);
    const name = `${prefix}${part}`;
    const path = Buffer.concat([folder, Buffer.from("/"), entry.name]);
    // A file system that does not tell the type of an entry is asked once more.
    const kind = entry.isFile() || entry.isDirectory() ? entry : await lstat(path);
    if (kind.isDirectory()) await listFolder({ folder: path, prefix: `${name}/`, model }, listed);
    else if (kind.isFile()) listed.push({ name, path });
    else throw noFile({ model, name, isLink: kind.isSymbolicLink() });
  }
}

function decodeName(bytes: Buffer, { model, prefix }: Place): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UserError({
      code: "SW4107",
      message: `${quoted(model)}: the name ${quoted(prefix + bytes.toString("latin1"))} is not UTF-8, so that nothing can sign it`,
      remedy: "Rename the file: a model's names are Unicode.",
      cause,
    });
  }
}

async function hashAll(listed: readonly ListedFile[]) {
  const files: { name: string; digest: { sha256: string }; sizeBytes: number }[] = [];
  const queue = listed.entries();
  const work = async () => {
    const pieces = newPieces();
    for (const [at, { name, path }] of queue)
      files[at] = { name, ...(await hashFile(path, pieces)) };
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, listed.length) }, work));
  return files;
}

function noFile(found: {
  readonly model: string;
  readonly name: string;
  readonly isLink: boolean;
}) {
  const { model, name, isLink } = found;
  return new UserError({
    code: "SW4102",
    message: `${quoted(model)}: ${quoted(name)} is ${isLink ? "a link" : "no file but a pipe, a socket or a device"}, which no signature covers`,
    remedy: isLink
      ? "Put the file itself into the model's folder: what a link leads to can change unseen."
      : "Take it out of the model's folder.",
  });
}

function noFolder(path: string): UserError {
  return new UserError({
    code: "SW4104",
    message: `${quoted(path)} is a file, not the folder of a model`,
    remedy: `Put it into a folder of its own, and name that: mkdir model && mv ${basename(path)} model/`,
  });
}

function unreadable(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW1301",
    message: `${quoted(path)} cannot be read whole: ${codeOf(cause) || "unknown reason"}`,
    remedy: "Let this step read every file of the model, and let nothing change them meanwhile.",
    cause,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}
