import { equalBytes } from "./bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { ReadFiles } from "./log-crypto.ts";
import type { Log } from "./open-log.ts";
import { consistencyRanges, rangeHash, rootsOfConsistency, subtreesOf } from "./proof-ranges.ts";
import { readTiles } from "./tiles.ts";
import { treeHash } from "./tree-hash.ts";

/**
 * Whether the log begins with the entries that an older checkpoint signs: nothing was changed, inserted or cut off since.
 * @throws UserError SW4305 for tiles that are not those of the log
 */
export async function checkConsistency(
  read: ReadFiles,
  log: Log,
  older: Checkpoint,
): Promise<boolean> {
  if (older.origin !== log.key.name || older.size > log.size) return false;
  if (older.size === log.size) return equalBytes(older.root, log.root);
  if (older.size === 0) return equalBytes(older.root, treeHash(new Uint8Array(), log.crypto));
  const ranges = consistencyRanges(older.size, log.size);
  const tiles = await readTiles(read, log, ranges.flatMap(subtreesOf));
  const hashes = ranges.map((range) => rangeHash(range, tiles.hashOf, log.crypto));
  const proof = { older: older.size, olderRoot: older.root, size: log.size, hashes };
  const roots = rootsOfConsistency(proof, log.crypto);
  return (
    roots !== undefined && equalBytes(roots.older, older.root) && equalBytes(roots.newer, log.root)
  );
}
