import type { LogCrypto } from "./log-crypto.ts";

/** Bytes of a hash. */
export const hashBytes = 32;

/** Hash number `index` of hashes that lie one after the other. */
export function hashAt(hashes: Uint8Array, index: number): Uint8Array {
  return hashes.subarray(index * hashBytes, (index + 1) * hashBytes);
}

/** SHA-256(0x00 ‖ data), the hash of a leaf (RFC 6962 section 2.1). */
export function leafHash(data: Uint8Array, { sha256 }: LogCrypto): Uint8Array {
  const input = new Uint8Array(data.length + 1);
  input.set(data, 1);
  return sha256(input);
}

/** SHA-256(0x01 ‖ left ‖ right), the hash of a node (RFC 6962 section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array, { sha256 }: LogCrypto): Uint8Array {
  const input = new Uint8Array(1 + 2 * hashBytes);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + hashBytes);
  return sha256(input);
}

/** The tree hash of leaf hashes that lie one after the other (RFC 6962 section 2.1); of none, SHA-256 of nothing. */
export function treeHash(hashes: Uint8Array, { sha256 }: LogCrypto): Uint8Array {
  let count = hashes.length / hashBytes;
  if (count === 0) return sha256(new Uint8Array());
  // Pairing from the left and carrying an odd last one up gives the tree that the RFC defines from the top.
  const level = hashes.slice();
  const input = new Uint8Array(1 + 2 * hashBytes);
  input[0] = 1;
  while (count > 1) {
    const pairs = Math.floor(count / 2);
    for (let pair = 0; pair < pairs; pair += 1) {
      input.set(level.subarray(pair * 2 * hashBytes, (pair + 1) * 2 * hashBytes), 1);
      level.set(sha256(input), pair * hashBytes);
    }
    if (count % 2 === 1)
      level.copyWithin(pairs * hashBytes, (count - 1) * hashBytes, count * hashBytes);
    count = pairs + (count % 2);
  }
  return level.slice(0, hashBytes);
}
