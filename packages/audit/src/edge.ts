import { concatBytes } from "./bytes.ts";
import type { LogCrypto } from "./log-crypto.ts";
import { hashesAtLevel, levelsOf, tilePath, tileWidth, type TileName } from "./paths.ts";
import { hashAt, hashBytes, nodeHash, treeHash } from "./tree-hash.ts";

/** The hashes of the partial tile of each level, from the leaves up; none where a level ends with a full tile. */
export type Edge = readonly Uint8Array[];

/** The names of the partial tiles of a tree of `size` leaves. */
export function edgeTiles(size: number): readonly TileName[] {
  return Array.from({ length: levelsOf(size) }, (_, level) => {
    const hashes = hashesAtLevel(size, level);
    return { level, index: Math.floor(hashes / tileWidth), width: hashes % tileWidth };
  }).filter(({ width }) => width > 0);
}

/** The root of a tree, from its partial tiles alone: they hold the hash of each full one. */
export function rootOfEdge(edge: Edge, crypto: LogCrypto): Uint8Array {
  let root: Uint8Array | undefined;
  for (const tile of edge) {
    for (const hash of peaksOf(tile, crypto))
      root = root === undefined ? hash : nodeHash(hash, root, crypto);
  }
  return root ?? treeHash(new Uint8Array(), crypto);
}

/** The hashes of the complete subtrees of a partial tile, the smallest (which is the last) first. */
function peaksOf(tile: Uint8Array, crypto: LogCrypto): readonly Uint8Array[] {
  const peaks: Uint8Array[] = [];
  let end = tile.length / hashBytes;
  for (let width = 1; end > 0; width *= 2) {
    if (end % (2 * width) === 0) continue;
    peaks.push(treeHash(tile.subarray((end - width) * hashBytes, end * hashBytes), crypto));
    end -= width;
  }
  return peaks;
}

/** A tile that changes when a leaf is added. */
export type ChangedTile = { readonly path: string; readonly content: Uint8Array };

/** The edge with one more leaf on top of `size`, and the tiles that change by it. */
export function withLeaf(
  { edge, size }: { readonly edge: Edge; readonly size: number },
  leaf: Uint8Array,
  crypto: LogCrypto,
): { readonly edge: Edge; readonly tiles: readonly ChangedTile[] } {
  const next = [...edge];
  const tiles: ChangedTile[] = [];
  let carry: Uint8Array | undefined = leaf;
  for (let level = 0; carry !== undefined; level += 1) {
    const content: Uint8Array = concatBytes(next[level] ?? new Uint8Array(), carry);
    const width = content.length / hashBytes;
    const index = Math.floor(hashesAtLevel(size, level) / tileWidth);
    tiles.push({ path: tilePath({ level, index, width }), content });
    const isFull = width === tileWidth;
    next[level] = isFull ? new Uint8Array() : content;
    carry = isFull ? treeHash(content, crypto) : undefined;
  }
  return { edge: next, tiles };
}

/** Hash `index` of a level, where it lies in the partial tile. */
export function edgeHash(edge: Edge, level: number, index: number): Uint8Array {
  return hashAt(edge[level] ?? new Uint8Array(), index % tileWidth);
}
