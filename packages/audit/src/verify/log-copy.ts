import { equalBytes, hexOf } from "../bytes.ts";
import type { Checkpoint } from "../checkpoint.ts";
import { unbundle } from "../entry-bytes.ts";
import type { LogCrypto } from "../log-crypto.ts";
import { bundlePath, entryPath, tilePath, tileWidth, widthIn } from "../paths.ts";
import { hashAt, hashBytes, leafHash } from "../tree-hash.ts";

/** Everything that a copy of a log has, and the checkpoint that it is judged by. */
export type LogCopy = {
  readonly checkpoint: Checkpoint;
  readonly rootHex: string;
  /** Every path below the folders of the log. */
  readonly paths: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly crypto: LogCrypto;
};

/** The hashes of all leaves as one of the three places tells them; zeros where it does not. */
export type Leaves = Uint8Array;

/** Of the files of the entries. */
export function leavesOfEntries({ checkpoint, files, crypto }: LogCopy): Leaves {
  const leaves = new Uint8Array(checkpoint.size * hashBytes);
  for (let index = 0; index < checkpoint.size; index += 1) {
    const bytes = files.get(entryPath(index));
    if (bytes !== undefined) leaves.set(leafHash(bytes, crypto), index * hashBytes);
  }
  return leaves;
}

/** Of the tiles of level 0. */
export function leavesOfTiles({ checkpoint: { size }, files }: LogCopy): Leaves {
  const leaves = new Uint8Array(size * hashBytes);
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = widthIn(size, { level: 0, index });
    const tile = files.get(tilePath({ level: 0, index, width }));
    if (tile?.length === width * hashBytes) leaves.set(tile, index * tileWidth * hashBytes);
  }
  return leaves;
}

/** Of the entry bundles. */
export function leavesOfBundles({ checkpoint: { size }, files, crypto }: LogCopy): Leaves {
  const leaves = new Uint8Array(size * hashBytes);
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = widthIn(size, { level: 0, index });
    const bundle = files.get(bundlePath(index, width)) ?? new Uint8Array();
    const entries = unbundle(bundle, width) ?? [];
    for (const [offset, bytes] of entries.entries())
      leaves.set(leafHash(bytes, crypto), (index * tileWidth + offset) * hashBytes);
  }
  return leaves;
}

/** Whether leaf `index` is the same in both. */
export function isSameLeaf(left: Leaves, right: Leaves, index: number): boolean {
  return equalBytes(hashAt(left, index), hashAt(right, index));
}

/** The hash of leaf `index` as text. */
export function leafHex(leaves: Leaves, index: number): string {
  return hexOf(hashAt(leaves, index));
}
