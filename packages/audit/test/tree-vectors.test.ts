import { logCrypto } from "@slipway/runner";
import { describe, expect, test } from "vitest";
import { concatBytes, hexOf } from "../src/bytes.ts";
import { bundled, unbundle } from "../src/entry-bytes.ts";
import { bundlePath, tilePath } from "../src/paths.ts";
import {
  consistencyRanges,
  inclusionRanges,
  rangeHash,
  rootOfInclusion,
  rootsOfConsistency,
  type ConsistencyProof,
  type Range,
} from "../src/proof-ranges.ts";
import { hashAt, leafHash, treeHash } from "../src/tree-hash.ts";

// The inputs of the test vectors of Certificate Transparency, and proofs that Go's sumdb/tlog accepted.
const data = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => Uint8Array.from(Buffer.from(hex, "hex")));
const leafHashes = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
  "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
  "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
  "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
  "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
];
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const inclusion = [
  {
    leaf: 0,
    size: 8,
    hashes: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    leaf: 5,
    size: 8,
    hashes: [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  {
    leaf: 2,
    size: 3,
    hashes: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
  },
  {
    leaf: 1,
    size: 5,
    hashes: [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
  {
    leaf: 6,
    size: 7,
    hashes: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
];
const consistency = [
  {
    older: 1,
    size: 8,
    hashes: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    older: 3,
    size: 7,
    hashes: [
      "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
      "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e",
    ],
  },
  {
    older: 4,
    size: 8,
    hashes: ["6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"],
  },
  {
    older: 6,
    size: 8,
    hashes: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  {
    older: 2,
    size: 5,
    hashes: [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
  {
    older: 7,
    size: 8,
    hashes: [
      "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
      "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1",
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
];

const leaves = concatBytes(...data.map((bytes) => leafHash(bytes, logCrypto)));
const rootOf = (size: number) => treeHash(leaves.subarray(0, size * 32), logCrypto);
const bytesOfHex = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));

function hashesOf(ranges: readonly Range[]): readonly string[] {
  const hashOf = ({ level, index }: { level: number; index: number }) =>
    treeHash(leaves.subarray(index * 2 ** level * 32, (index + 1) * 2 ** level * 32), logCrypto);
  return ranges.map((range) => hexOf(rangeHash(range, hashOf, logCrypto)));
}

/** The same with one bit of byte `place` turned. */
function flipped(bytes: Uint8Array, place: number): Uint8Array {
  return bytes.with(place, (bytes[place] ?? 0) ^ 1);
}

test("leaves have the hashes of RFC 6962", () => {
  expect(data.map((_, index) => hexOf(hashAt(leaves, index)))).toEqual(leafHashes);
});

test("trees of 0 to 8 leaves have the roots of RFC 6962", () => {
  expect(roots.map((_, size) => hexOf(rootOf(size)))).toEqual(roots);
});

describe.each(inclusion)("inclusion of leaf $leaf in $size", ({ leaf, size, hashes }) => {
  const proof = { leaf: hashAt(leaves, leaf), index: leaf, size, hashes: hashes.map(bytesOfHex) };

  test("has the hashes of RFC 6962", () => {
    expect(hashesOf(inclusionRanges(leaf, size))).toEqual(hashes);
  });

  test("leads to the root, and to none for another leaf, index, number of hashes or hash", () => {
    const others = [
      { ...proof, leaf: flipped(proof.leaf, 0) },
      { ...proof, index: leaf ^ 1 },
      { ...proof, index: size },
      { ...proof, hashes: proof.hashes.slice(1) },
      { ...proof, hashes: [...proof.hashes, proof.leaf] },
      { ...proof, hashes: proof.hashes.map((hash) => flipped(hash, 31)) },
    ];

    const found = [proof, ...others].map((each) => rootOfInclusion(each, logCrypto));

    const expected = hexOf(rootOf(size));
    expect(found.map((root) => root !== undefined && hexOf(root) === expected)).toEqual([
      true,
      ...others.map(() => false),
    ]);
  });
});

describe.each(consistency)("consistency of $older leaves with $size", ({ older, size, hashes }) => {
  const proof = { older, olderRoot: rootOf(older), size, hashes: hashes.map(bytesOfHex) };
  const isProven = (each: ConsistencyProof) => {
    const found = rootsOfConsistency(each, logCrypto);
    if (found === undefined) return false;
    const isOlder = hexOf(found.older) === hexOf(each.olderRoot);
    return isOlder && hexOf(found.newer) === hexOf(rootOf(size));
  };

  test("has the hashes of RFC 6962", () => {
    expect(hashesOf(consistencyRanges(older, size))).toEqual(hashes);
  });

  test("holds, and does not for another root, size, number of hashes or hash", () => {
    const others = [
      { ...proof, olderRoot: flipped(proof.olderRoot, 5) },
      { ...proof, older: 0 },
      { ...proof, older: size + 1 },
      { ...proof, hashes: proof.hashes.slice(1) },
      { ...proof, hashes: [...proof.hashes, proof.olderRoot] },
      ...proof.hashes.map((_, place) => ({
        ...proof,
        hashes: proof.hashes.map((hash, step) => (step === place ? flipped(hash, 7) : hash)),
      })),
    ];

    expect([proof, ...others].map(isProven)).toEqual([true, ...others.map(() => false)]);
  });
});

test("tiles have the names of C2SP", () => {
  const names = [0, 255, 999, 1000, 1_234_067].map((index) =>
    tilePath({ level: 0, index, width: 256 }),
  );

  expect(names).toEqual([
    "tile/0/000",
    "tile/0/255",
    "tile/0/999",
    "tile/0/x001/000",
    "tile/0/x001/x234/067",
  ]);
  expect(tilePath({ level: 2, index: 0, width: 1 })).toBe("tile/2/000.p/1");
  expect(bundlePath(273, 112)).toBe("tile/entries/273.p/112");
});

test("an entry bundle has the form of C2SP", () => {
  const entries = data.slice(3, 6);

  const bundle = concatBytes(...entries.map(bundled));

  expect(hexOf(bundle)).toBe("0002202100023031000440414243");
  expect(unbundle(bundle, 3)).toEqual(entries);
  expect(unbundle(bundle, 2)).toBeUndefined();
  expect(unbundle(bundle.subarray(0, -1), 3)).toBeUndefined();
  expect(unbundle(concatBytes(bundle, Uint8Array.of(0)), 3)).toBeUndefined();
});
