import { UserError } from "@slipway/kernel";
import type { ArtifactFile } from "@slipway/ports";
import { unpackEntry, zipEntries, type ZipEntry } from "./zip-entries.ts";

const document = /^(?:data-validation|evaluation)-[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.json$/;
const blob = /^blobs\/sha256\/[0-9a-f]{64}$/;
const mebibyte = 1024 * 1024;
const maxFiles = 500;
const maxFileBytes = 32 * mebibyte;
const maxDocumentBytes = 64 * mebibyte;
const maxBlobBytes = 256 * mebibyte;

/** The largest artifact that is downloaded. */
export const maxArtifactBytes = 256 * mebibyte;

/**
 * Takes evidence out of a zip that a stranger may have made: `<kind>-<name>.json` at its top and, where asked for,
 * `blobs/sha256/<digest>`; whatever else is in it stays inside. At most 500 files, 32 MiB each, 64 MiB of documents.
 * @throws UserError SW3106 for a zip that is damaged, too large, or has links or paths that lead out
 */
export function unpackEvidence(
  bytes: Uint8Array,
  { blobs = false }: { readonly blobs?: boolean } = {},
): readonly ArtifactFile[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = zipEntries(zip);
    for (const { name } of entries) refuseStrayPath(name);
    const wanted = entries.filter(({ name }) => document.test(name) || (blobs && blob.test(name)));
    refuseExcess(wanted, zip.length, blobs ? maxBlobBytes : maxDocumentBytes);
    return wanted.map((entry) => ({ name: entry.name, bytes: unpackEntry(zip, entry) }));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unusable("it is no readable zip file", cause);
  }
}

function refuseStrayPath(name: string): void {
  const isStray = /^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split("/").includes("..");
  if (isStray) throw unusable(`it holds a path that leads out: ${shown(name)}`);
}

function refuseExcess(wanted: readonly ZipEntry[], zipBytes: number, maxBytes: number): void {
  if (wanted.length > maxFiles) throw unusable(`it holds more than ${maxFiles} files`);
  if (new Set(wanted.map(({ name }) => name)).size < wanted.length)
    throw unusable("it holds a file twice");
  const link = wanted.find(({ isFile }) => !isFile);
  if (link !== undefined) throw unusable(`${shown(link.name)} in it is no plain file`);
  const large = wanted.find(({ sizeBytes }) => sizeBytes > maxFileBytes);
  if (large !== undefined) throw unusable(`${shown(large.name)} in it is larger than 32 MiB`);
  const total = (key: "sizeBytes" | "packedBytes") =>
    wanted.reduce((sum, entry) => sum + entry[key], 0);
  // Files that share their packed bytes would take far longer to unpack than the zip is large.
  if (total("sizeBytes") > maxBytes || total("packedBytes") > zipBytes)
    throw unusable(`it unpacks to more than ${maxBytes / mebibyte} MiB`);
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}

function unusable(problem: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW3106",
    message: `the artifact cannot be used: ${problem}`,
    remedy:
      "Look at the run and the step that made it; Slipway's own artifacts hold evidence and nothing that leads out.",
    cause,
  });
}
