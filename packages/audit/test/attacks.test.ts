import type { AuditVerification } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";
import { beforeEach, describe, expect, test } from "vitest";
import { bytesOf, concatBytes, hexOf } from "../src/bytes.ts";
import { bundled } from "../src/entry-bytes.ts";
import { proveEntry, verifyLog, type NamedCheckpoint } from "../src/index.ts";
import { bundlePath, entryPath, tilePath } from "../src/paths.ts";
import { leafHash } from "../src/tree-hash.ts";
import { aPromotion, aRegistration, LogInMemory, referenceTo } from "./a-log.ts";

const size = 43;
let log: LogInMemory;
/** What somebody kept of the log when it had 40 entries. */
let kept: NamedCheckpoint;

beforeEach(async () => {
  log = await aHistory(size);
});

/** Registrations, with promotions among them: entry 17 is one. */
async function aHistory(entries: number, upTo?: LogInMemory): Promise<LogInMemory> {
  const history = upTo ?? new LogInMemory();
  const one = aRegistration(0);
  const first = aPromotion(5, one);
  for (let index = 0; index < entries; index += 1) {
    if (index === 5) await history.append(() => first);
    else if (index === 17)
      await history.append(() =>
        aPromotion(17, one, { from: referenceTo(first), reason: "again" }),
      );
    else await history.append((next) => aRegistration(next));
    if (index === 39)
      kept = { name: "the checkpoint of size 40", text: history.text("checkpoint") };
  }
  return history;
}

async function verify(
  attacked: LogInMemory,
  checkpoints: readonly NamedCheckpoint[] = [],
  key = log.signer.verifierKey,
): Promise<AuditVerification> {
  return verifyLog({
    read: attacked.read,
    list: attacked.list,
    key,
    crypto: logCrypto,
    checkpoints,
  });
}

/** The checks that did not pass. */
function failures({ checks }: AuditVerification) {
  return checks
    .filter(({ outcome }) => outcome === "fail")
    .map(({ id, detail, entry }) => ({ id, detail, ...(entry === undefined ? {} : { entry }) }));
}

async function failuresOf(attacked: LogInMemory, checkpoints: readonly NamedCheckpoint[] = []) {
  const verification = await verify(attacked, checkpoints);
  expect(verification.outcome).toBe(failures(verification).length > 0 ? "fail" : "pass");
  return failures(verification);
}

function changedEntry(index: number, attacked: LogInMemory) {
  const path = entryPath(index);
  attacked.write(path, attacked.text(path).replace('"login":"mona"', '"login":"lisa"'));
  const leaf = hexOf(leafHash(attacked.files.get(path) ?? bytesOf(""), logCrypto)).slice(0, 8);
  const root = log.log?.rootHex.slice(0, 8) ?? "";
  return {
    id: "entries",
    entry: index,
    detail: `entry ${index} was changed after it was written: leaf ${leaf}… is not under root ${root}… of size ${attacked.log?.size ?? 0}`,
  };
}

/** Makes bundle and tile of the first block fit the files of the entries. */
function refit(attacked: LogInMemory, parts: readonly ("tile" | "bundle")[], width = size): void {
  const entries = Array.from(
    { length: width },
    (_, index) => attacked.files.get(entryPath(index)) ?? bytesOf(""),
  );
  const hashes = entries.map((bytes) => leafHash(bytes, logCrypto));
  if (parts.includes("tile"))
    attacked.write(tilePath({ level: 0, index: 0, width }), concatBytes(...hashes));
  if (parts.includes("bundle"))
    attacked.write(bundlePath(0, width), concatBytes(...entries.map(bundled)));
}

test("an honest log passes, with the checkpoints and proofs that were kept of it", async () => {
  const proof = await proveEntry(log.read, await log.open(), 17);

  const verification = await verify(log, [kept, { name: "the proof of entry 17", text: proof }]);

  expect(verification).toEqual({
    schema: "slipway/audit-verification/v1",
    outcome: "pass",
    key: log.signer.verifierKey.text,
    size,
    root: { sha256: log.log?.rootHex },
    checks: verification.checks,
  });
  expect(verification.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
    "checkpoint entries tiles files order story pointers versions evidence earlier earlier"
      .split(" ")
      .map((id) => `${id} pass`),
  );
});

describe("an old entry", () => {
  test("that was edited is named", async () => {
    const expected = changedEntry(17, log);

    expect(await failuresOf(log)).toEqual([expected]);
  });

  test("of which any single byte was changed is named", async () => {
    const path = entryPath(17);
    const bytes = log.files.get(path) ?? bytesOf("");
    for (let place = 0; place < bytes.length; place += 29) {
      log.write(path, bytes.with(place, (bytes[place] ?? 0) ^ 1));
      expect((await failuresOf(log)).map(({ entry }) => entry)).toEqual([17]);
    }
  });

  test("that was inserted moves those behind it, and the first of them is named", async () => {
    for (let index = size; index > 17; index -= 1)
      log.write(entryPath(index), log.files.get(entryPath(index - 1)) ?? bytesOf(""));
    log.write(entryPath(17), `${JSON.stringify(aRegistration(17, { version: "v9.9.9" }))}\n`);

    const found = await failuresOf(log);

    expect(found.slice(0, 2).map(({ id, entry }) => ({ id, entry }))).toEqual([
      { id: "entries", entry: 17 },
      { id: "entries", entry: 18 },
    ]);
    expect(found.slice(-2).map(({ detail }) => detail)).toEqual([
      "and 6 more of this kind",
      "entries/000/000043.json is no file of a log of 43 entries",
    ]);
  });

  test("that was deleted is named", async () => {
    log.files.delete(entryPath(17));

    expect(await failuresOf(log)).toEqual([
      { id: "entries", entry: 17, detail: "entry 17 is missing: entries/000/000017.json" },
    ]);
  });

  test("that was edited together with its tile is named, thanks to the bundle", async () => {
    const expected = changedEntry(17, log);
    refit(log, ["tile"]);

    expect(await failuresOf(log)).toEqual([
      expected,
      { id: "tiles", detail: "tile/0/000.p/43 was changed: it is not made of the signed entries" },
    ]);
  });

  test("that was edited together with its bundle is named, thanks to the tile", async () => {
    const expected = changedEntry(17, log);
    refit(log, ["bundle"]);

    expect(await failuresOf(log)).toEqual([
      expected,
      { id: "tiles", entry: 17, detail: "entry 17 was changed in tile/entries/000.p/43" },
    ]);
  });

  test("that was edited together with tile and bundle, without signing again, is not under the root", async () => {
    changedEntry(17, log);
    refit(log, ["tile", "bundle"]);

    expect(
      (await failuresOf(log)).map(({ id, detail }) => [id, detail.replace(/\b[0-9a-f]{8}…/g, "…")]),
    ).toEqual([
      [
        "entries",
        "the 43 entries have root …, but the checkpoint signs …: the log was rewritten without its key",
      ],
    ]);
  });

  test("of a full block, edited everywhere but in the level above, leads to its block", async () => {
    const large = await aHistory(300);
    log = large;
    changedEntry(17, large);
    refit(large, ["tile", "bundle"], 256);

    expect(
      (await failuresOf(large)).map(({ id, entry, detail }) => [id, entry, detail.slice(0, 36)]),
    ).toEqual([["entries", 0, "something among the entries 0 to 255"]]);
  });
});

describe("a tile or a bundle", () => {
  test("that was changed alone is named, and the entries still pass", async () => {
    const tile = log.files.get("tile/0/000.p/43") ?? bytesOf("");
    log.write("tile/0/000.p/43", tile.with(40, (tile[40] ?? 0) ^ 1));
    const bundle = log.files.get("tile/entries/000.p/43") ?? bytesOf("");
    log.write("tile/entries/000.p/43", bundle.with(40, (bundle[40] ?? 0) ^ 1));

    expect((await failuresOf(log)).map(({ detail }) => detail)).toEqual([
      "tile/0/000.p/43 was changed: it is not made of the signed entries",
      "entry 0 was changed in tile/entries/000.p/43",
    ]);
  });

  test("that is missing is named", async () => {
    log.files.delete("tile/0/000.p/43");
    log.files.delete("tile/entries/000.p/43");

    expect((await failuresOf(log)).map(({ detail }) => detail)).toEqual([
      "tile/0/000.p/43 is missing",
      "tile/entries/000.p/43 is missing",
    ]);
  });

  test("that a larger one replaced may stay as it was, but not otherwise", async () => {
    const untidy = await aHistory(300, new LogInMemory({ keepsPartials: true }));
    expect(untidy.files.has("tile/0/000.p/42")).toBe(true);
    expect(await failuresOf(untidy)).toEqual([]);

    untidy.write("tile/0/000.p/42", new Uint8Array(42 * 32));
    untidy.write("tile/entries/000.p/7", untidy.files.get("tile/entries/000.p/6") ?? bytesOf(""));

    expect((await failuresOf(untidy)).map(({ detail }) => detail)).toEqual([
      "tile/0/000.p/42, which was replaced since, was changed",
      "tile/entries/000.p/7, which was replaced since, was changed",
    ]);
  });
});

describe("a rewritten log that was signed again with the log's own key", () => {
  let rewritten: LogInMemory;

  beforeEach(async () => {
    const before = kept;
    rewritten = new LogInMemory();
    for (let index = 0; index < size; index += 1)
      await rewritten.append((next) =>
        aRegistration(next, next === 17 ? { version: "v9.9.9" } : {}),
      );
    kept = before;
  });

  test("passes for someone who kept nothing: this is the limit of a log without a witness", async () => {
    expect(await failuresOf(rewritten)).toEqual([]);
  });

  test("is caught by a checkpoint that somebody kept", async () => {
    const found = await failuresOf(rewritten, [kept]);

    expect(found.map(({ id, detail }) => [id, detail.replace(/\b[0-9a-f]{8}…/g, "…")])).toEqual([
      [
        "earlier",
        "the checkpoint of size 40: it signs root … of size 40, but this log begins with other entries: it was rewritten and signed again",
      ],
    ]);
  });

  test("is caught by a proof that somebody kept", async () => {
    const text = await proveEntry(log.read, await log.open(), 17);

    const found = await failuresOf(rewritten, [{ name: "my proof", text }]);

    expect(found.map(({ id, detail }) => [id, detail.replace(/\b[0-9a-f]{8}…/g, "…")])).toEqual([
      [
        "earlier",
        "my proof: it signs root … of size 43, the log another one of the same size: the key signed two logs",
      ],
    ]);
  });

  test("split view: of two logs of one size, each is caught by the checkpoint of the other", async () => {
    const one = { name: "what one saw", text: log.text("checkpoint") };
    const other = { name: "what another saw", text: rewritten.text("checkpoint") };

    const found = [await failuresOf(log, [other]), await failuresOf(rewritten, [one])];

    expect(
      found.map((each) =>
        each.map(({ id, detail }) => [id, detail.endsWith("the key signed two logs")]),
      ),
    ).toEqual([[["earlier", true]], [["earlier", true]]]);
  });
});

describe("a log whose end was cut off", () => {
  test("and that was set back to an older state is caught by a newer checkpoint", async () => {
    const newer = { name: "the newest checkpoint", text: log.text("checkpoint") };
    const cut = await aHistory(20);

    expect(await failuresOf(cut)).toEqual([]);
    expect(await failuresOf(cut, [newer])).toEqual([
      {
        id: "earlier",
        detail: "the newest checkpoint: the log had 43 entries and has 20 now: its end was cut off",
      },
    ]);
  });

  test("whose checkpoint still signs it misses its last entry", async () => {
    log.files.delete(entryPath(42));
    log.files.delete(bundlePath(0, 43));
    log.files.delete(tilePath({ level: 0, index: 0, width: 43 }));

    expect((await failuresOf(log)).map(({ id, entry }) => [id, entry])).toContainEqual([
      "entries",
      42,
    ]);
  });

  test("and removed as a whole is caught by any checkpoint", async () => {
    log.files.clear();

    expect((await verify(log)).outcome).toBe("inconclusive");
    expect(failures(await verify(log, [kept]))).toEqual([
      {
        id: "earlier",
        detail:
          "the checkpoint of size 40: the log had 40 entries and has 0 now: its end was cut off",
      },
    ]);
  });

  test("of which the checkpoint alone was removed is no empty log", async () => {
    log.files.delete("checkpoint");

    expect((await failuresOf(log)).map(({ id }) => id)).toEqual(["checkpoint"]);
    await expect(log.open()).rejects.toMatchObject({ code: "SW4304" });
  });
});
