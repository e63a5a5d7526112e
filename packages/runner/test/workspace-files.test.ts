import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataEvidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { afterEach, beforeEach, expect, test } from "vitest";
import { evidenceFolder, workspaceFiles, writeWhole } from "../src/index.ts";

let folder: string;
let root: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "slipway files "));
  root = join(folder, "work");
  mkdirSync(join(root, "data"), { recursive: true });
  writeFileSync(join(folder, "secret.csv"), "secret");
  writeFileSync(join(root, "data", "a.csv"), "a\n");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act();
    return "none";
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

test("nothing outside of the workspace is read, listed, described or written", async () => {
  const files = workspaceFiles({ root });
  symlinkSync(join(folder, "secret.csv"), join(root, "link.csv"));
  symlinkSync(folder, join(root, "up"));
  const outside = ["../secret.csv", join(folder, "secret.csv"), "link.csv", "up/secret.csv"];
  const acts = outside.flatMap((path) => [
    () => files.readText(path),
    () => files.readBytes(path, 1),
    () => files.describe(path),
    () => files.exists(path),
    () => files.list(path),
    () => files.locate(path),
    () => files.write(path, "x"),
  ]);

  const codes = await Promise.all([...acts, () => files.list("../*.csv")].map(codeOf));

  expect(new Set(codes)).toEqual(new Set(["SW1302"]));
  expect(readFileSync(join(folder, "secret.csv"), "utf8")).toBe("secret");
});

test("a new file behind a link that leads out is not written either", async () => {
  symlinkSync(folder, join(root, "up"));

  expect(await codeOf(() => workspaceFiles({ root }).write("up/new/file.txt", "x"))).toBe("SW1302");
  expect(existsSync(join(folder, "new"))).toBe(false);
});

test("names that only look as if they led out are inside", async () => {
  const files = workspaceFiles({ root });
  await files.write("..data/x.csv", "x");
  await files.write("data/../y.csv", "y");

  expect(await files.readText("..data/x.csv")).toBe("x");
  expect(await files.readText("y.csv")).toBe("y");
});

test("a workspace that is reached through a link is the same workspace", async () => {
  symlinkSync(root, join(folder, "alias"));

  expect(await workspaceFiles({ root: join(folder, "alias") }).readText("data/a.csv")).toBe("a\n");
});

test("a write replaces the whole file or nothing, and leaves no temporary file", async () => {
  const files = workspaceFiles({ root });
  mkdirSync(join(root, "taken"));
  await files.write("data/a.csv", "new");

  const codes = [
    await codeOf(() => files.write("taken", "x")),
    await codeOf(() => files.write("data/a.csv/b.csv", "x")),
  ];

  expect(codes).toEqual(["SW1304", "SW1304"]);
  expect(readdirSync(join(root, "data"))).toEqual(["a.csv"]);
  expect(readdirSync(root).sort()).toEqual(["data", "taken"]);
});

test("many writers of one file leave one whole version", async () => {
  const path = join(root, "shared.json");
  const texts = Array.from({ length: 20 }, (_, at) => String(at).repeat(50_000));

  await Promise.all(texts.map((text) => writeWhole(path, path, text)));

  expect(texts).toContain(readFileSync(path, "utf8"));
  expect(readdirSync(root).filter((name) => name.includes("shared"))).toEqual(["shared.json"]);
});

test("a file that is missing, a folder or no text is refused with its path", async () => {
  const files = workspaceFiles({ root });
  writeFileSync(join(root, "latin.txt"), Buffer.from([0x64, 0xe9]));

  const codes = await Promise.all(
    ["none.txt", "data", "latin.txt"].map((path) => codeOf(() => files.readText(path))),
  );

  expect(codes).toEqual(["SW1301", "SW1301", "SW1301"]);
});

function evidence(): DataEvidence {
  return {
    schema: "slipway/evidence/v1",
    kind: "data-validation",
    name: "flights",
    outcome: "pass",
    summary: { pass: 0, warn: 0, fail: 0, inconclusive: 0, error: 0 },
    subjects: [],
    inputs: {},
    policy: { origin: "working-tree", loosened: [] },
    tool: { name: "slipway", version: "0.1.0" },
    run: {},
    startedAt: "2026-03-02T16:40:00Z",
    finishedAt: "2026-03-02T16:40:01Z",
    rows: 0,
    checks: [],
  };
}

test("evidence is found again, in the order of its names", async () => {
  const found = evidenceFolder(join(root, "evidence"));
  await found.write({ ...evidence(), name: "b" });
  await found.write({ ...evidence(), name: "a" });

  expect((await found.list()).map(({ evidence: { name } }) => name)).toEqual(["a", "b"]);
});

test("evidence that does not fit its own schema is never written", async () => {
  const found = evidenceFolder(join(root, "evidence"));

  await expect(found.write({ ...evidence(), rows: Number.NaN })).rejects.toThrow();
  await expect(found.write({ ...evidence(), name: "../../a" })).rejects.toThrow();

  expect(readdirSync(found.path)).toEqual(["blobs"]);
});

test("evidence that is half-written or no evidence at all is refused, not skipped", async () => {
  const found = evidenceFolder(join(root, "evidence"));
  const path = await found.write(evidence());
  const whole = readFileSync(path, "utf8");
  for (const text of [
    whole.slice(0, 100),
    "{}",
    "[]",
    "null",
    whole.replace('"pass"', '"great"'),
  ]) {
    writeFileSync(path, text);
    expect(await codeOf(() => found.list())).toBe("SW1401");
  }
});

test("fields that a later Slipway adds are overlooked", async () => {
  const found = evidenceFolder(join(root, "evidence"));
  const path = await found.write(evidence());
  writeFileSync(path, JSON.stringify({ ...evidence(), later: 1 }));

  expect((await found.list())[0]?.evidence).toEqual(evidence());
});

test("a folder of evidence that cannot be made is the user's to mend", async () => {
  writeFileSync(join(root, "file"), "");

  expect(await codeOf(() => evidenceFolder(join(root, "file", "evidence")))).toBe("SW1304");
});
