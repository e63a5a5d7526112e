import { UserError } from "@slipway/kernel";
import { modelManifest, type ModelFile } from "./model-digest.ts";

/**
 * Refuses a model with two names, of files or of folders, that are one name to some file systems: the model would
 * lose a file there, and have another digest.
 * @throws UserError SW4103
 */
export function demandDistinctNames(files: readonly ModelFile[]): void {
  const known = new Map<string, string>();
  for (const { name } of modelManifest(files)) {
    for (let end = name.indexOf("/"); ; end = name.indexOf("/", end + 1)) {
      const path = end === -1 ? name : name.slice(0, end);
      const key = folded(path);
      const other = known.get(key);
      if (other !== undefined && other !== path) throw clash(other, path);
      known.set(key, path);
      if (end === -1) break;
    }
  }
}

/** One form for all spellings that a file system may take for the same: `ß` is `SS` to some. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

function clash(one: string, other: string): UserError {
  const isCase = one.normalize("NFC") !== other.normalize("NFC");
  return new UserError({
    code: "SW4103",
    message: `the model has ${quoted(one)} and ${quoted(other)}, which differ only in ${isCase ? "case" : "their Unicode form"}`,
    remedy:
      "On macOS and Windows they are one file, and the model would be another one there. Rename one of them.",
  });
}

/** A name for people, with controls and whatever is not ASCII spelled out, since two names may look alike. */
function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 200)).replaceAll(/[^ -~]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
