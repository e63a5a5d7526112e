import { equalBytes } from "./bytes.ts";
import { edgeHash } from "./edge.ts";
import type { ReadFiles } from "./log-crypto.ts";
import { logDamaged } from "./log-damage.ts";
import type { Log } from "./open-log.ts";
import { hashesAtLevel, tilePath, tileWidth } from "./paths.ts";
import type { Subtree } from "./proof-ranges.ts";
import { hashAt, hashBytes, treeHash } from "./tree-hash.ts";

type Place = { readonly level: number; readonly index: number };

/** Hashes of a log whose every tile was followed up to the root. */
export type Tiles = {
  /** The hashes of the leaves of block `index`, 256 of them except at the right edge. */
  readonly leaves: (index: number) => Uint8Array;
  readonly hashOf: (subtree: Subtree) => Uint8Array;
};

/**
 * Reads the tiles that hold the given subtrees, with those above them, and follows each up to the root.
 * @throws UserError SW4305 for a tile that is missing or not the one that was signed
 */
export async function readTiles(
  read: ReadFiles,
  log: Log,
  subtrees: readonly Subtree[],
): Promise<Tiles> {
  const places = new Map<string, Place>();
  for (const subtree of subtrees) {
    // A full tile is known by its hash, which the tile above holds; a partial one the log has already.
    for (let place = tileOf(subtree); isFull(log, place); place = above(place))
      places.set(pathOf(place), place);
  }
  const files = places.size === 0 ? new Map<string, Uint8Array>() : await read([...places.keys()]);
  const tileAt = (place: Place): Uint8Array =>
    isFull(log, place)
      ? (files.get(pathOf(place)) ?? new Uint8Array())
      : (log.edge[place.level] ?? new Uint8Array());
  for (const place of [...places.values()].sort((left, right) => right.level - left.level))
    demandSigned(log, place, tileAt);
  return {
    leaves: (index) => tileAt({ level: 0, index }),
    hashOf: (subtree) => {
      const inTile = subtree.level % 8;
      const first = (subtree.index * 2 ** inTile) % tileWidth;
      const tile = tileAt(tileOf(subtree));
      const part = tile.subarray(first * hashBytes, (first + 2 ** inTile) * hashBytes);
      return treeHash(part, log.crypto);
    },
  };
}

function demandSigned(log: Log, place: Place, tileAt: (place: Place) => Uint8Array): void {
  const tile = tileAt(place);
  if (tile.length !== tileWidth * hashBytes)
    throw logDamaged(`${pathOf(place)} of the log is missing or not whole`);
  const signed = isFull(log, above(place))
    ? hashAt(tileAt(above(place)), place.index % tileWidth)
    : edgeHash(log.edge, place.level + 1, place.index);
  if (!equalBytes(treeHash(tile, log.crypto), signed))
    throw logDamaged(`${pathOf(place)} of the log was changed after it was written`);
}

function tileOf({ level, index }: Subtree): Place {
  const inTile = level % 8;
  return { level: Math.floor(level / 8), index: Math.floor((index * 2 ** inTile) / tileWidth) };
}

function above({ level, index }: Place): Place {
  return { level: level + 1, index: Math.floor(index / tileWidth) };
}

function isFull({ size }: Log, { level, index }: Place): boolean {
  return hashesAtLevel(size, level) >= (index + 1) * tileWidth;
}

function pathOf(place: Place): string {
  return tilePath({ ...place, width: tileWidth });
}
