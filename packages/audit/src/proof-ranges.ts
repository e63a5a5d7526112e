import { nodeHash } from "./tree-hash.ts";
import type { LogCrypto } from "./log-crypto.ts";

/** The leaves from `low` up to, and without, `high`. */
export type Range = { readonly low: number; readonly high: number };

/** The complete subtree of 2^level leaves with number `index` among those of its level. */
export type Subtree = { readonly level: number; readonly index: number };

/** What the hashes of an inclusion proof cover, from the leaf's sibling up (RFC 6962 section 2.1.1). */
export function inclusionRanges(leaf: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  let range: Range = { low: 0, high: size };
  while (range.high - range.low > 1) {
    const { left, right } = halves(range);
    ranges.unshift(leaf < left.high ? right : left);
    range = leaf < left.high ? left : right;
  }
  return ranges;
}

/** What the hashes of a consistency proof from `older` leaves cover (RFC 6962 section 2.1.2); `older` is not 0. */
export function consistencyRanges(older: number, size: number): readonly Range[] {
  const ranges: Range[] = [];
  let range: Range = { low: 0, high: size };
  while (range.high !== older) {
    const { left, right } = halves(range);
    ranges.unshift(older <= left.high ? right : left);
    range = older <= left.high ? left : right;
  }
  return range.low === 0 ? ranges : [range, ...ranges];
}

/** The complete subtrees that a range of a proof is made of, from the left. */
export function subtreesOf(range: Range): readonly Subtree[] {
  const level = Math.log2(range.high - range.low);
  if (Number.isInteger(level)) return [{ level, index: range.low / 2 ** level }];
  const { left, right } = halves(range);
  return [...subtreesOf(left), ...subtreesOf(right)];
}

/** The hash of a range of a proof, from the hashes of its complete subtrees. */
export function rangeHash(
  range: Range,
  hashOf: (subtree: Subtree) => Uint8Array,
  crypto: LogCrypto,
): Uint8Array {
  const hashes = subtreesOf(range).map(hashOf);
  return hashes.reduceRight((right, left) => nodeHash(left, right, crypto));
}

/** A proof that `leaf`, the hash of leaf `index`, is under a root of `size` leaves. */
export type InclusionProof = {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
};

/** The root that an inclusion proof leads to (RFC 6962 section 2.1.1), or `undefined` where it has not as many hashes as it must. */
export function rootOfInclusion(proof: InclusionProof, crypto: LogCrypto): Uint8Array | undefined {
  if (proof.index >= proof.size) return undefined;
  const ranges = inclusionRanges(proof.index, proof.size);
  if (ranges.length !== proof.hashes.length) return undefined;
  return proof.hashes.reduce((root, hash, step) => {
    const onLeft = (ranges[step]?.low ?? 0) < proof.index;
    return onLeft ? nodeHash(hash, root, crypto) : nodeHash(root, hash, crypto);
  }, proof.leaf);
}

/** A proof that the tree of `size` leaves begins with the `older` leaves under `olderRoot`. */
export type ConsistencyProof = {
  readonly older: number;
  readonly olderRoot: Uint8Array;
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
};

/** The two roots that a consistency proof leads to (RFC 6962 section 2.1.2), or `undefined` where it has not as many hashes as it must. */
export function rootsOfConsistency(
  { older, olderRoot, size, hashes }: ConsistencyProof,
  crypto: LogCrypto,
): { readonly older: Uint8Array; readonly newer: Uint8Array } | undefined {
  if (older === 0 || older > size) return undefined;
  const ranges = consistencyRanges(older, size);
  if (ranges.length !== hashes.length) return undefined;
  // The first hash of a proof is a part of both trees, unless the whole older tree is that part.
  const startsInside = ranges[0] !== undefined && ranges[0].high === older;
  const first = startsInside ? hashes[0] : olderRoot;
  let roots = { older: first ?? olderRoot, newer: first ?? olderRoot };
  for (let step = startsInside ? 1 : 0; step < hashes.length; step += 1) {
    const hash = hashes[step] ?? olderRoot;
    const isLater = (ranges[step]?.low ?? 0) >= older;
    roots = isLater
      ? { older: roots.older, newer: nodeHash(roots.newer, hash, crypto) }
      : {
          older: nodeHash(hash, roots.older, crypto),
          newer: nodeHash(hash, roots.newer, crypto),
        };
  }
  return roots;
}

function halves({ low, high }: Range): { left: Range; right: Range } {
  let width = 1;
  while (width * 2 < high - low) width *= 2;
  return { left: { low, high: low + width }, right: { low: low + width, high } };
}
