import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  appendEntry,
  generateLogKey,
  openLog,
  parseSignerKey,
  proveEntry,
  type Log,
} from "@slipway/audit";
import type { LogEntry } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ensureLogChecker } from "../../scripts/check/tools.ts";

// A suite that cannot run fails: Go has to be on the machine, and its module proxy within reach once.
const sizes = [1, 2, 3, 7, 255, 256, 257, 300, 513];
const folder = mkdtempSync(join(tmpdir(), "audit-interop-"));
let built: string;
const { secret, verifierKey } = generateLogKey(
  "example.com/octo/model",
  new Uint8Array(32).fill(7),
  logCrypto,
);
const signer = parseSignerKey(secret, logCrypto);

beforeAll(async () => {
  const logs = join(folder, "logs");
  const files = new Map<string, Uint8Array>();
  const read = (paths: readonly string[]) =>
    Promise.resolve(new Map([...files].filter(([path]) => paths.includes(path))));
  let log = await openLog(read, verifierKey, logCrypto);
  write(join(logs, "vkey"), verifierKey.text);
  while (log.size < Math.max(...sizes)) {
    log = append(log, files);
    if (!sizes.includes(log.size)) continue;
    const home = join(logs, String(log.size));
    for (const [path, bytes] of files) write(join(home, path), bytes);
    const indexes = new Set([0, Math.floor(log.size / 2), log.size - 1]);
    for (const index of indexes)
      write(join(home, "proofs", `${index}.tlog-proof`), await proveEntry(read, log, index));
  }
  built = await ensureLogChecker();
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pairs = (sizes.length * (sizes.length + 1)) / 2;
const tiles = sizes.map((size) => size + Math.floor(size / 256)).reduce((sum, one) => sum + one);
const expected = {
  Checkpoints: sizes.length,
  Trees: pairs,
  RefusedTrees: pairs,
  // Sizes 1 and 2 have fewer entries than the three places at which the others are proven.
  Proofs: 1 + 2 + (sizes.length - 2) * 3,
  RefusedTiles: tiles,
};

test("Go's note and tlog accept checkpoints, records, trees and proofs, and none with a bit turned", () => {
  const { status, stdout, stderr } = spawnSync(built, [join(folder, "logs")], { encoding: "utf8" });

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const counts = z.record(z.string(), z.int()).parse(JSON.parse(stdout));
  expect({ ...counts, ...expected }).toEqual(counts);
  // Every byte of every checkpoint, entry and proof, and every hash of every tile, was turned once.
  const refused = Object.entries(counts).filter(([name]) => name.startsWith("Refused"));
  expect(refused.filter(([, count]) => count < sizes.length)).toEqual([]);
});

test("the same program refuses a log of which one byte was changed after it was signed", () => {
  const path = join(folder, "logs", "300", "entries", "000", "000016.json");
  write(path, "{}\n");

  const { status, stderr } = spawnSync(built, [join(folder, "logs")], { encoding: "utf8" });

  expect({ status, stderr: stderr.includes("entry 16") }).toEqual({ status: 1, stderr: true });
});

function append(log: Log, files: Map<string, Uint8Array>): Log {
  const appended = appendEntry(log, anEntry, { signer, crypto: logCrypto });
  for (const { path, content } of appended.files)
    files.set(path, typeof content === "string" ? Buffer.from(content) : content);
  for (const path of appended.superseded) files.delete(path);
  return appended.log;
}

function anEntry(index: number): LogEntry {
  return {
    schema: "slipway/log-entry/v1",
    index,
    time: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    key: `run-${index}`,
    model: "late",
    version: `v1.${index}.0`,
    digest: { sha256: index.toString(16).padStart(64, "0") },
    commit: "a".repeat(40),
    actor: null,
    run: { commit: "a".repeat(40) },
    tool: { name: "slipway", version: "0.1.0" },
    type: "registered",
    evidence: [],
    files: 1,
    sizeBytes: index,
    order: "oms-reference",
    signature: null,
  };
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
