import { logCrypto } from "@slipway/runner";
import { expect, test } from "vitest";
import {
  lastEntry,
  openProof,
  proveEntry,
  readEntries,
  recentEntries,
  verifyLog,
} from "../src/index.ts";
import { aRegistration, LogInMemory } from "./a-log.ts";

test("a log grows, opens from its right edge, and tells its entries", async () => {
  const log = await new LogInMemory().appendMany(600);
  const { verifierKey } = log.signer;
  log.reads = [];

  const opened = await log.open();

  expect(log.reads.length).toBeLessThanOrEqual(9);
  expect({ size: opened.size, rootHex: opened.rootHex }).toEqual({
    size: 600,
    rootHex: log.log?.rootHex,
  });
  expect(await readEntries(log.read, opened, { from: 254, to: 514 })).toEqual(
    Array.from({ length: 260 }, (_, step) => aRegistration(254 + step)),
  );
  expect(await lastEntry(log.read, opened)).toEqual(aRegistration(599));
  expect((await recentEntries(log.read, opened)).length).toBe(344);
  const proof = await proveEntry(log.read, opened, 300);
  expect(openProof(proof, verifierKey, logCrypto).entry).toEqual(aRegistration(300));
  const verification = await verifyLog({
    read: log.read,
    list: log.list,
    key: verifierKey,
    crypto: logCrypto,
    checkpoints: [{ name: "a proof", text: proof }],
  });
  expect(verification.checks.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
});
