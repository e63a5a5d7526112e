import { hexOf } from "../bytes.ts";
import { entryPath, tileWidth } from "../paths.ts";
import { treeHash } from "../tree-hash.ts";
import { counted, shortHash, type Problem } from "./findings.ts";
import {
  isSameLeaf,
  leafHex,
  leavesOfBundles,
  leavesOfTiles,
  type Leaves,
  type LogCopy,
} from "./log-copy.ts";
import type { SignedLeaves } from "./signed-leaves.ts";

/** Names the entries that are not the ones that were signed. */
export function findChangedEntries(
  copy: LogCopy,
  entries: Leaves,
  signed: SignedLeaves | undefined,
): readonly Problem[] {
  const missing = findMissing(copy);
  if (signed === undefined) return [...missing, ...findDisagreements(copy, entries)];
  const changed = findChanged(copy, entries, signed);
  return [...missing, ...changed, ...findUnknownBlocks(signed)];
}

function findMissing({ checkpoint: { size }, files }: LogCopy): Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < size; index += 1) {
    const path = entryPath(index);
    if (!files.has(path))
      problems.push({ entry: index, detail: `entry ${index} is missing: ${path}` });
  }
  return problems;
}

function findChanged(copy: LogCopy, entries: Leaves, signed: SignedLeaves): Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < copy.checkpoint.size; index += 1) {
    if (
      signed.unknownBlocks.has(Math.floor(index / tileWidth)) ||
      isSameLeaf(entries, signed.leaves, index)
    )
      continue;
    if (copy.files.has(entryPath(index))) problems.push(changed(copy, entries, index));
  }
  return problems;
}

function changed({ rootHex, checkpoint }: LogCopy, entries: Leaves, index: number): Problem {
  const leaf = shortHash(leafHex(entries, index));
  const under = `root ${shortHash(rootHex)} of size ${checkpoint.size}`;
  return {
    entry: index,
    detail: `entry ${index} was changed after it was written: leaf ${leaf} is not under ${under}`,
  };
}

function findUnknownBlocks({ unknownBlocks }: SignedLeaves): Problem[] {
  return [...unknownBlocks].map((block) => {
    const first = block * tileWidth;
    const detail = `something among the entries ${first} to ${first + tileWidth - 1} was changed after it was written, in the entries, the tiles and the bundles: which of them cannot be told`;
    return { entry: first, detail };
  });
}

/** Nothing has the signed root: what the three places disagree about is all that can be named. */
function findDisagreements(copy: LogCopy, entries: Leaves): Problem[] {
  const { checkpoint, crypto, rootHex, files } = copy;
  const tiles = leavesOfTiles(copy);
  const bundles = leavesOfBundles(copy);
  const problems: Problem[] = [];
  for (let index = 0; index < checkpoint.size; index += 1) {
    if (!files.has(entryPath(index))) continue;
    const others = [
      ...(isSameLeaf(entries, tiles, index) ? [] : ["tile"]),
      ...(isSameLeaf(entries, bundles, index) ? [] : ["bundle"]),
    ];
    if (others.length === 0) continue;
    const detail = `entry ${index} is not the one that its ${others.join(" and its ")} tells`;
    problems.push({ entry: index, detail });
  }
  const own = hexOf(treeHash(entries, crypto));
  const all = counted(checkpoint.size, "entry has", "entries have");
  const detail = `the ${all} root ${shortHash(own)}, but the checkpoint signs ${shortHash(rootHex)}: the log was rewritten without its key`;
  return [{ detail }, ...problems];
}
