import { UserError, type Digest } from "@slipway/kernel";
import { demandModelPath } from "./model-path.ts";

/** A file of a model: its path inside the folder, with `/` between the parts, and the digest of its bytes. */
export type ModelFile = { readonly name: string; readonly digest: Digest };

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array) => string;

/** What belongs to git at the top of a folder is no part of a model. */
export const excludedAtTop: ReadonlySet<string> = new Set([
  ".git",
  ".gitignore",
  ".gitattributes",
  ".github",
]);

/**
 * The root digest of OpenSSF Model Signing: SHA-256 over the raw digests of the files, in the order of the
 * reference implementation (component by component, each by its UTF-8 bytes).
 * @throws UserError SW4101 for a model without files, SW4107 for a name that leads out of it
 */
export function modelRootDigest(files: readonly ModelFile[], sha256: Sha256): Digest {
  const manifest = modelManifest(files);
  if (manifest.length === 0) {
    throw new UserError({
      code: "SW4101",
      message: "the model's folder holds no files",
      remedy:
        "Let the training write its files there before this step, or correct `path` under `models:`.",
    });
  }
  for (const { name } of manifest) demandModelPath(name);
  return rootInOrder(manifest, sha256);
}

/** SHA-256 over the raw digests of the files in the order given. */
export function rootInOrder(files: readonly ModelFile[], sha256: Sha256): Digest {
  const bytes = new Uint8Array(files.length * 32);
  for (const [index, { digest }] of files.entries()) bytes.set(rawBytes(digest), index * 32);
  return { sha256: sha256(bytes) };
}

/** The files that make the model, in the order in which they are signed; what belongs to git is left out. */
export function modelManifest(files: readonly ModelFile[]): readonly ModelFile[] {
  return inReferenceOrder(files.filter(({ name }) => !excludedAtTop.has(name.split("/")[0] ?? "")));
}

/** Files as the reference implementation sorts them. */
export function inReferenceOrder(files: readonly ModelFile[]): readonly ModelFile[] {
  return files
    .map((file) => ({
      file,
      parts: file.name.split("/").map((part) => new TextEncoder().encode(part)),
    }))
    .sort((left, right) => compareParts(left.parts, right.parts))
    .map(({ file }) => file);
}

function compareParts(left: readonly Uint8Array[], right: readonly Uint8Array[]): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareBytes(part, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const order = (left[at] ?? 0) - (right[at] ?? 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function rawBytes({ sha256 }: Digest): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) =>
    Number.parseInt(sha256.slice(at * 2, at * 2 + 2), 16),
  );
}
