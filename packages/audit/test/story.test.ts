import type { LogEntry, PromotedEntry, PromotionRule } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";
import { beforeEach, describe, expect, test } from "vitest";
import { blobPath, evidencePath, pointerPath, verifyLog, versionPath } from "../src/index.ts";
import {
  aPromotion,
  aRefusal,
  aRegistration,
  digestOf,
  LogInMemory,
  referenceTo,
} from "./a-log.ts";

const evidence = {
  kind: "evaluation" as const,
  name: "late",
  outcome: "pass" as const,
  digest: { sha256: digestOf("the evidence") },
  finishedAt: "2026-01-01T00:00:00Z",
};
const signature = { digest: { sha256: digestOf("the bundle") }, keyHint: "abc" };
const one = aRegistration(0, { evidence: [evidence], signature });
const two = aRegistration(1);
const first = aPromotion(2, one);
const second = aPromotion(3, two, { from: referenceTo(first) });
const back = aPromotion(5, one, {
  from: referenceTo(second),
  direction: "rollback",
  reason: "too slow",
  hold: true,
});
const honest = [one, two, first, second, aRefusal(4, one, { from: referenceTo(second) }), back];
const pointer = pointerPath("production", "late");
const evidenceFile = blobPath(evidence.digest.sha256);

let log: LogInMemory;

beforeEach(async () => {
  log = await logOf(honest);
});

async function logOf(entries: readonly LogEntry[]): Promise<LogInMemory> {
  const made = new LogInMemory();
  for (const entry of entries) await made.append(() => entry);
  made.write(evidenceFile, "the evidence");
  made.write(blobPath(signature.digest.sha256), "the bundle");
  return made;
}

/** What is wrong, in the words of the verification. */
async function problemsOf({ read, list, signer }: LogInMemory): Promise<readonly string[]> {
  const key = signer.verifierKey;
  const { checks } = await verifyLog({ read, list, key, crypto: logCrypto, checkpoints: [] });
  return checks
    .filter(({ outcome }) => outcome !== "pass")
    .map(({ id, outcome, detail }) => `${id} ${outcome}: ${detail}`);
}

test("an honest story passes", async () => {
  expect(await problemsOf(log)).toEqual([]);
});

test("the pointer and the versions are the bytes that the entries leave", () => {
  expect(log.text(pointer)).toBe(`{
 "schema": "slipway/environment/v1",
 "environment": "production",
 "model": "late",
 "version": "v1.0.0",
 "digest": {
  "sha256": "${one.digest.sha256}"
 },
 "commit": "${one.commit}",
 "since": "2026-01-01T00:05:00.000Z",
 "entry": 5,
 "hold": {
  "since": "2026-01-01T00:05:00.000Z",
  "reason": "too slow",
  "entry": 5
 }
}
`);
  expect(JSON.parse(log.text(versionPath("late", "v1.0.0")))).toEqual({
    schema: "slipway/version/v1",
    model: "late",
    version: "v1.0.0",
    digest: one.digest,
    commit: one.commit,
    time: one.time,
    entry: 0,
    evidence: [evidence],
    signature: signature.digest,
  });
});

describe("files that no entry wrote", () => {
  test("pointer moved without an entry", async () => {
    log.write(pointer, log.text(pointer).replace('"v1.0.0"', '"v1.1.0"'));

    expect(await problemsOf(log)).toEqual([
      "pointers fail: environments/production/late.json does not say what entry 5 wrote",
    ]);
  });

  test("pointer set back to an older entry", async () => {
    const older = await logOf(honest.slice(0, 4));
    log.write(pointer, older.text(pointer));

    expect(await problemsOf(log)).toEqual([
      "pointers fail: environments/production/late.json does not say what entry 5 wrote",
    ]);
  });

  test("pointer removed, and a pointer for an environment that nothing was promoted to", async () => {
    log.write(pointerPath("secret", "late"), log.text(pointer));
    log.files.delete(pointer);

    expect(await problemsOf(log)).toEqual([
      "pointers fail: environments/production/late.json is missing, which entry 5 wrote",
      "pointers fail: environments/secret/late.json is there, but no entry of the log wrote it",
    ]);
  });

  test("a version that was never registered, and one with other bytes", async () => {
    log.write(versionPath("late", "v7.0.0"), log.text(versionPath("late", "v1.0.0")));
    log.write(versionPath("late", "v1.1.0"), "{}\n");

    expect(await problemsOf(log)).toEqual([
      "versions fail: models/late/v1.1.0.json does not say what entry 1 wrote",
      "versions fail: models/late/v7.0.0.json is there, but no entry of the log wrote it",
    ]);
  });

  test("an entry beyond the end, and strange files among entries and tiles", async () => {
    const strange = ["entries/000/000006.json", "entries/notes.txt", "tile/0/001", "tile/3/000"];
    for (const path of strange) log.write(path, "x");

    expect(await problemsOf(log)).toEqual(
      strange.map((path) => `files fail: ${path} is no file of a log of 6 entries`),
    );
  });
});

describe("evidence and signatures that a registration names", () => {
  test("must be there", async () => {
    log.files.delete(evidenceFile);
    log.files.delete(blobPath(signature.digest.sha256));

    expect(await problemsOf(log)).toEqual([
      `evidence fail: the evidence evaluation late, which entry 0 names, is missing: ${evidenceFile}`,
      `evidence fail: the signature, which entry 0 names, is missing: ${blobPath(signature.digest.sha256)}`,
    ]);
  });

  test("must have the bytes that were registered", async () => {
    log.write(evidenceFile, "other evidence");
    log.write(blobPath(signature.digest.sha256), "another bundle");

    expect(await problemsOf(log)).toEqual([
      `evidence fail: ${evidenceFile} has other bytes than the evidence evaluation late that entry 0 names`,
      `evidence fail: ${blobPath(signature.digest.sha256)} has other bytes than the signature that entry 0 names`,
    ]);
  });

  test("are the blobs, whatever a later run stores as evidence of the commit", async () => {
    log.write(evidencePath(one.commit, evidence), "newer evidence");
    expect(await problemsOf(log)).toEqual([]);

    log.write(evidencePath(one.commit, evidence), "the evidence");
    log.files.delete(evidenceFile);
    expect(await problemsOf(log)).toEqual([
      `evidence fail: the evidence evaluation late, which entry 0 names, is missing: ${evidenceFile}`,
    ]);
  });
});

describe("an entry that the key signed", () => {
  const unmet: PromotionRule = {
    id: "approvals",
    title: "1 approval",
    state: "unmet",
    detail: "0",
  };
  const of = (change: Partial<PromotedEntry>) =>
    aPromotion(3, two, { from: referenceTo(first), ...change });

  test.each([
    [
      "whose time lies before the one before it",
      of({ time: "2026-01-01T00:01:59Z" }),
      "order fail: entry 3 is of 2026-01-01T00:01:59Z, which lies before entry 2 of 2026-01-01T00:02:00.000Z",
    ],
    [
      "that repeats an event",
      of({ key: first.key }),
      "order fail: entry 3 repeats the event of entry 2",
    ],
    [
      "that hides what ran there",
      of({ from: null }),
      `story fail: entry 3 says that nothing ran in production, but it was v1.0.0 (${one.digest.sha256.slice(0, 12)}) of entry 2`,
    ],
    [
      "that names another predecessor",
      of({ from: referenceTo(second) }),
      `story fail: entry 3 says that v1.1.0 (${two.digest.sha256.slice(0, 12)}) of entry 3 ran in production, but it was v1.0.0 (${one.digest.sha256.slice(0, 12)}) of entry 2`,
    ],
    [
      "of a version that was never registered",
      of({ version: "v8.0.0" }),
      "story fail: entry 3 names entry 1 as the one that registered late@v8.0.0, but it was none",
    ],
    [
      "that names another registration",
      of({ registered: 0 }),
      "story fail: entry 3 names entry 0 as the one that registered late@v1.1.0, but it was entry 1",
    ],
    [
      "with other bytes than were registered",
      of({ digest: one.digest }),
      "story fail: entry 3 is about other bytes of late@v1.1.0 than entry 1 registered",
    ],
    [
      "of another commit than was registered",
      of({ commit: "d".repeat(40) }),
      "story fail: entry 3 is about other bytes of late@v1.1.0 than entry 1 registered",
    ],
    [
      "that promotes against a rule",
      of({ rules: [unmet] }),
      "story fail: entry 3 promotes although approvals was not met",
    ],
    [
      "that registers a version again",
      aRegistration(3, { version: "v1.0.0" }),
      "story fail: entry 3 registers late@v1.0.0, which entry 0 registered",
    ],
    [
      "that refuses with a wrong predecessor",
      aRefusal(3, two),
      `story fail: entry 3 says that nothing ran in production, but it was v1.0.0 (${one.digest.sha256.slice(0, 12)}) of entry 2`,
    ],
  ])("%s is reported", async (_, entry, problem) => {
    const made = await logOf([one, two, first, entry]);

    expect((await problemsOf(made)).filter((each) => !each.startsWith("versions"))).toEqual([
      problem,
    ]);
  });

  test("may have the time of the one before it, and a promotion of the same version again", async () => {
    const again = aPromotion(3, one, { from: referenceTo(first), time: first.time, reason: "now" });

    expect(await problemsOf(await logOf([one, two, first, again]))).toEqual([]);
  });
});
