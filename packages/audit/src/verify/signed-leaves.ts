import { concatBytes, equalBytes } from "../bytes.ts";
import { hashesAtLevel, tilePath, tileWidth, widthIn } from "../paths.ts";
import { hashAt, hashBytes, treeHash } from "../tree-hash.ts";
import { leavesOfBundles, leavesOfTiles, type Leaves, type LogCopy } from "./log-copy.ts";

/** The leaves that the checkpoint signs, as far as any part of the copy still knows them. */
export type SignedLeaves = {
  readonly leaves: Leaves;
  /** Blocks of 256 leaves that nobody knows any more. */
  readonly unknownBlocks: ReadonlySet<number>;
};

/**
 * Finds the leaves that were signed. Entries, tiles and bundles say the same thing three times: whichever of them has
 * the signed root tells what was changed in the others; where none has, the level above may still tell for most blocks of 256.
 */
export function findSignedLeaves(copy: LogCopy, entries: Leaves): SignedLeaves | undefined {
  const { root } = copy.checkpoint;
  const candidates = [() => entries, () => leavesOfTiles(copy), () => leavesOfBundles(copy)];
  const told: Leaves[] = [];
  for (const candidate of candidates) {
    const leaves = candidate();
    if (equalBytes(treeHash(leaves, copy.crypto), root))
      return { leaves, unknownBlocks: new Set() };
    told.push(leaves);
  }
  return findByBlocks(copy, told);
}

function findByBlocks(copy: LogCopy, told: readonly Leaves[]): SignedLeaves | undefined {
  const { size, root } = copy.checkpoint;
  const blocks = hashesAtLevel(size, 1);
  const above = levelOne(copy);
  const start = blocks * tileWidth * hashBytes;
  const edge = told.find((leaves) => {
    const rest = leaves.subarray(start);
    const last = rest.length === 0 ? rest : treeHash(rest, copy.crypto);
    return equalBytes(treeHash(concatBytes(above, last), copy.crypto), root);
  });
  if (blocks === 0 || edge === undefined) return undefined;
  const leaves = edge.slice();
  const unknown = new Set<number>();
  for (let block = 0; block < blocks; block += 1) {
    const from = block * tileWidth * hashBytes;
    const parts = told.map((each) => each.subarray(from, from + tileWidth * hashBytes));
    const right = parts.find((part) =>
      equalBytes(treeHash(part, copy.crypto), hashAt(above, block)),
    );
    if (right === undefined) unknown.add(block);
    else leaves.set(right, from);
  }
  return { leaves, unknownBlocks: unknown };
}

/** The hashes of the full tiles of level 0, as the tiles of level 1 tell them. */
function levelOne({ checkpoint: { size }, files }: LogCopy): Uint8Array {
  const count = hashesAtLevel(size, 1);
  const hashes = new Uint8Array(count * hashBytes);
  for (let index = 0; index * tileWidth < count; index += 1) {
    const width = widthIn(size, { level: 1, index });
    const tile = files.get(tilePath({ level: 1, index, width }));
    if (tile?.length === width * hashBytes) hashes.set(tile, index * tileWidth * hashBytes);
  }
  return hashes;
}
