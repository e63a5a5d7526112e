import { logCrypto } from "@slipway/runner";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bytesOf } from "../src/bytes.ts";
import {
  checkConsistency,
  lastEntry,
  openCheckpoint,
  openLog,
  openProof,
  proveEntry,
  readEntries,
  recentEntries,
} from "../src/index.ts";
import { aKey, aRegistration, LogInMemory } from "./a-log.ts";

let original: LogInMemory;
let ofHundred: string;
let log: LogInMemory;

beforeAll(async () => {
  original = await new LogInMemory().appendMany(100);
  ofHundred = original.text("checkpoint");
  await original.appendMany(500);
});

beforeEach(() => {
  log = new LogInMemory();
  for (const [path, bytes] of original.files) log.files.set(path, bytes);
});

/** Turns one bit of a file. */
function flip(path: string, place = 100): void {
  const bytes = log.files.get(path);
  if (bytes === undefined) throw new Error(`no ${path}`);
  log.write(path, bytes.with(place, (bytes[place] ?? 0) ^ 1));
}

describe("a log", () => {
  test("that does not exist yet is empty", async () => {
    const opened = await new LogInMemory().open();

    const { size, rootHex, checkpoint } = opened;
    expect({ size, rootHex, checkpoint }).toEqual({
      size: 0,
      rootHex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      checkpoint: undefined,
    });
    expect(await lastEntry(log.read, opened)).toBeUndefined();
    expect(await recentEntries(log.read, opened)).toEqual([]);
  });

  test("opens from its checkpoint, two tiles and one bundle", async () => {
    const { size, rootHex } = await log.open();

    expect({ size, rootHex }).toEqual({ size: 600, rootHex: original.log?.rootHex });
    expect(log.reads).toEqual([
      "checkpoint",
      "tile/0/002.p/88",
      "tile/1/000.p/2",
      "tile/entries/002.p/88",
    ]);
  });

  test("tells its newest entries: 256 of them at least", async () => {
    const opened = await log.open();

    expect(await lastEntry(log.read, opened)).toEqual(aRegistration(599));
    expect(await recentEntries(log.read, opened)).toEqual(
      Array.from({ length: 344 }, (_, step) => aRegistration(256 + step)),
    );
    expect(await readEntries(log.read, opened, { from: 255, to: 257 })).toEqual([
      aRegistration(255),
      aRegistration(256),
    ]);
    expect(await readEntries(log.read, opened, { from: 599, to: 9999 })).toEqual([
      aRegistration(599),
    ]);
    expect(await readEntries(log.read, opened, { from: 600, to: 601 })).toEqual([]);
  });

  test("tells the entries of one model, and follows those of others too", async () => {
    const opened = await log.open();
    const { model } = aRegistration(0);
    const range = { from: 254, to: 258 };

    expect(await readEntries(log.read, opened, { ...range, model })).toEqual(
      [254, 255, 256, 257].map((index) => aRegistration(index)),
    );
    expect(await readEntries(log.read, opened, { ...range, model: model.slice(1) })).toEqual([]);
    flip("tile/entries/000", 5000);
    await expect(readEntries(log.read, opened, { ...range, model: "other" })).rejects.toMatchObject(
      {
        code: "SW4305",
      },
    );
  });

  test.each(["tile/0/000", "tile/entries/000", "entries/000/000000.json"])(
    "of which %s is there without a checkpoint is damaged, never empty",
    async (path) => {
      const bytes = log.files.get(path) ?? bytesOf("");
      log.files.clear();
      log.files.set(path, bytes);

      await expect(log.open()).rejects.toMatchObject({ code: "SW4304" });
    },
  );

  test.each(["tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88"])(
    "whose %s was changed or removed does not open",
    async (path) => {
      flip(path, 40);
      await expect(log.open()).rejects.toMatchObject({ code: "SW4305" });

      log.files.delete(path);
      await expect(log.open()).rejects.toMatchObject({ code: "SW4305" });

      log.write(path, "short");
      await expect(log.open()).rejects.toMatchObject({ code: "SW4305" });
    },
  );

  test("of another key does not open", async () => {
    const opening = openLog(log.read, aKey(8).verifierKey, logCrypto);

    await expect(opening).rejects.toMatchObject({ code: "SW4304" });
  });

  test("with an older checkpoint put back does not open", async () => {
    log.write("checkpoint", ofHundred);

    await expect(log.open()).rejects.toMatchObject({ code: "SW4305" });
  });
});

describe("what is read of an open log is followed up to its root", () => {
  test("a changed bundle is refused, and the entry named", async () => {
    const opened = await log.open();
    flip("tile/entries/001", 100);

    const reading = readEntries(log.read, opened, { from: 300, to: 301 });

    await expect(reading).rejects.toThrow("entry 256 was changed after it was written");
    await expect(reading).rejects.toMatchObject({ code: "SW4305" });
  });

  test.each(["tile/0/001", "tile/entries/001"])("a missing %s is refused", async (path) => {
    const opened = await log.open();
    log.files.delete(path);

    const reading = readEntries(log.read, opened, { from: 300, to: 301 });

    await expect(reading).rejects.toMatchObject({ code: "SW4305" });
  });

  test("a changed tile is refused by everything that needs it", async () => {
    const opened = await log.open();
    const older = openCheckpoint(ofHundred, log.signer.verifierKey, logCrypto);
    flip("tile/0/000");

    const reading = readEntries(log.read, opened, { from: 0, to: 1 });
    const proving = proveEntry(log.read, opened, 3);
    const comparing = checkConsistency(log.read, opened, older);

    await expect(reading).rejects.toMatchObject({ code: "SW4305" });
    await expect(proving).rejects.toMatchObject({ code: "SW4305" });
    await expect(comparing).rejects.toMatchObject({ code: "SW4305" });
  });

  test("a changed entry is not proven, nor one beyond the end", async () => {
    const opened = await log.open();
    flip("entries/000/000300.json");
    log.write("entries/000/000600.json", "{}\n");

    await expect(proveEntry(log.read, opened, 300)).rejects.toMatchObject({ code: "SW4305" });
    await expect(proveEntry(log.read, opened, 600)).rejects.toMatchObject({ code: "SW4305" });
    await expect(proveEntry(log.read, opened, 601)).rejects.toMatchObject({ code: "SW4305" });
  });
});

describe("a proof", () => {
  test("holds its entry and stands alone", async () => {
    const opened = await log.open();

    const proof = await proveEntry(log.read, opened, 300);

    expect(openProof(proof, log.signer.verifierKey, logCrypto)).toEqual({
      entry: aRegistration(300),
      index: 300,
      checkpoint: { origin: opened.key.name, size: 600, root: opened.root },
    });
    expect(proof.split("\n").slice(0, 3)).toEqual([
      "c2sp.org/tlog-proof@v1",
      `extra ${Buffer.from(log.text("entries/000/000300.json")).toString("base64")}`,
      "index 300",
    ]);
    expect(proof.endsWith(`\n\n${opened.checkpoint ?? ""}`)).toBe(true);
  });

  test("with one bit of any byte turned, or cut at any byte, is refused", async () => {
    const proof = bytesOf(await proveEntry(log.read, await log.open(), 300));
    const accepted: string[] = [];
    for (let place = 0; place < proof.length; place += 1) {
      if (isAccepted(proof.with(place, (proof[place] ?? 0) ^ 1))) accepted.push(`bit ${place}`);
      if (isAccepted(proof.subarray(0, place))) accepted.push(`cut ${place}`);
    }

    expect(accepted).toEqual([]);
  });

  test("with CRLF, without its entry, of another version or key is refused", async () => {
    const proof = await proveEntry(log.read, await log.open(), 300);
    const others = [
      proof.replaceAll("\n", "\r\n"),
      proof.replace(/extra .*\n/, ""),
      proof.replace("@v1", "@v2"),
      proof.replace("index 300", "index 301"),
      proof.replace("index 300", "index 0300"),
    ];

    expect(others.map((text) => isAccepted(bytesOf(text)))).toEqual(others.map(() => false));
    expect(() => openProof(proof, aKey(8).verifierKey, logCrypto)).toThrow(
      expect.objectContaining({ code: "SW4304" }),
    );
  });

  function isAccepted(bytes: Uint8Array): boolean {
    try {
      openProof(new TextDecoder().decode(bytes), log.signer.verifierKey, logCrypto);
      return true;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      expect(code).toMatch(/^SW430[45]$/);
      return false;
    }
  }
});
