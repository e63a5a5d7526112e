import { logCrypto } from "@slipway/runner";
import { beforeAll, describe, expect, test } from "vitest";
import { concatBytes, equalBytes, hexOf } from "../src/bytes.ts";
import { rootOfEdge, withLeaf } from "../src/edge.ts";
import { bundled, bytesOfEntry } from "../src/entry-bytes.ts";
import {
  checkConsistency,
  openCheckpoint,
  openProof,
  proveEntry,
  readEntries,
} from "../src/index.ts";
import { bundlePath, entryPath, hashesAtLevel, levelsOf, tilePath, widthIn } from "../src/paths.ts";
import { leafHash, treeHash } from "../src/tree-hash.ts";
import { aRegistration, LogInMemory, type Files } from "./a-log.ts";

const largest = 600;
const borders = [1, 2, 3, 127, 128, 254, 255, 256, 257, 258, 511, 512, 513, 600];

type Snapshot = { readonly files: Files; readonly checkpoint: string; readonly rootHex: string };

/** The whole log at each size, appended one by one. */
const snapshots: Snapshot[] = [];
const log = new LogInMemory();
const { verifierKey } = log.signer;

beforeAll(async () => {
  for (let size = 1; size <= largest; size += 1) {
    const { checkpoint, rootHex } = await log.append((index) => aRegistration(index));
    snapshots.push({ files: new Map(log.files), checkpoint, rootHex });
  }
});

function at(size: number): Snapshot {
  const found = snapshots[size - 1];
  if (found === undefined) throw new Error(`no log of size ${size}`);
  return found;
}

function entryBytes(index: number): Uint8Array {
  return bytesOfEntry(aRegistration(index));
}

/** All tiles, bundles and entries of a log of that size, made from nothing but its entries. */
function fromScratch(size: number): Files {
  const files: Files = new Map();
  const entries = Array.from({ length: size }, (_, index) => entryBytes(index));
  entries.forEach((bytes, index) => files.set(entryPath(index), bytes));
  let hashes = concatBytes(...entries.map((bytes) => leafHash(bytes, logCrypto)));
  for (let level = 0; level < levelsOf(size); level += 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index * 256 < hashesAtLevel(size, level); index += 1) {
      const width = widthIn(size, { level, index });
      const tile = hashes.slice(index * 8192, index * 8192 + width * 32);
      files.set(tilePath({ level, index, width }), tile);
      if (width === 256) above.push(treeHash(tile, logCrypto));
      const bundle = entries.slice(index * 256, index * 256 + width).map(bundled);
      if (level === 0) files.set(bundlePath(index, width), concatBytes(...bundle));
    }
    hashes = concatBytes(...above);
  }
  return files;
}

test("the root after each append is the one that is computed from scratch, and the checkpoint signs it", () => {
  const leaves = concatBytes(
    ...Array.from({ length: largest }, (_, index) => leafHash(entryBytes(index), logCrypto)),
  );

  snapshots.forEach(({ checkpoint, rootHex }, step) => {
    const size = step + 1;
    const root = treeHash(leaves.subarray(0, size * 32), logCrypto);
    expect(rootHex).toBe(hexOf(root));
    expect(openCheckpoint(checkpoint, verifierKey, logCrypto)).toEqual({
      origin: verifierKey.name,
      size,
      root,
    });
  });
});

describe.each(borders)("a log of %i entries", (size) => {
  test("has exactly the files that are made from scratch", () => {
    const { files } = at(size);
    const ofTree = new Map([...files].filter(([path]) => /^(?:entries|tile)\//.test(path)));

    const expected = fromScratch(size);

    expect([...ofTree.keys()].sort()).toEqual([...expected.keys()].sort());
    const differing = [...expected].filter(
      ([path, bytes]) => !equalBytes(bytes, ofTree.get(path) ?? new Uint8Array()),
    );
    expect(differing).toEqual([]);
  });

  test("tells all its entries, and proves each of some of them", async () => {
    const copy = copyOf(size);
    const opened = await copy.open();

    const entries = await readEntries(copy.read, opened, { from: 0, to: size });

    expect(entries).toEqual(Array.from({ length: size }, (_, index) => aRegistration(index)));
    for (const index of [...borders, 1].map((border) => border - 1).filter((one) => one < size)) {
      const proof = openProof(await proveEntry(copy.read, opened, index), verifierKey, logCrypto);
      expect(proof.entry).toEqual(aRegistration(index));
      expect(proof.checkpoint.size).toBe(size);
    }
  });

  test("is consistent with every earlier one, and with no other", async () => {
    const copy = copyOf(size);
    const opened = await copy.open();
    const root = treeHash(new Uint8Array(), logCrypto);
    const empty = { origin: verifierKey.name, size: 0, root };

    const others = borders.filter((older) => older <= size + 1);
    const middle = Array.from({ length: Math.ceil(size / 31) }, (_, step) => 1 + step * 31);
    const olders = [...others, ...middle].filter((older) => older <= largest);
    const answers = [await checkConsistency(copy.read, opened, empty)];
    for (const older of olders) {
      const checkpoint = openCheckpoint(at(older).checkpoint, verifierKey, logCrypto);
      const other = { ...checkpoint, root: checkpoint.root.with(9, (checkpoint.root[9] ?? 0) ^ 1) };
      answers.push(await checkConsistency(copy.read, opened, checkpoint));
      expect(await checkConsistency(copy.read, opened, other)).toBe(false);
    }

    expect(answers).toEqual([true, ...olders.map((older) => older <= size)]);
  });
});

test("a log of another origin is consistent with nothing", async () => {
  const copy = copyOf(3);
  const older = { ...openCheckpoint(at(2).checkpoint, verifierKey, logCrypto), origin: "other" };

  expect(await checkConsistency(copy.read, await copy.open(), older)).toBe(false);
});

test("a tree of 66,000 leaves has the same root and the same tiles, three levels high", () => {
  const size = 66_000;
  const leaves = new Uint8Array(size * 32);
  let edge: readonly Uint8Array[] = [];
  for (let index = 0; index < size; index += 1) {
    const leaf = leafHash(Uint8Array.of(index >> 16, (index >> 8) & 255, index & 255), logCrypto);
    leaves.set(leaf, index * 32);
    const next = withLeaf({ edge, size: index }, leaf, logCrypto);
    edge = next.edge;
    if (index === 65_535) {
      expect(next.tiles.map(({ path }) => path)).toEqual([
        "tile/0/255",
        "tile/1/000",
        "tile/2/000.p/1",
      ]);
    }
  }

  expect(edge.map(({ length }) => length / 32)).toEqual([208, 1, 1]);
  expect(hexOf(rootOfEdge(edge, logCrypto))).toBe(hexOf(treeHash(leaves, logCrypto)));
});

function copyOf(size: number): LogInMemory {
  const copy = new LogInMemory();
  for (const [path, bytes] of at(size).files) copy.files.set(path, bytes);
  return copy;
}
