import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { openLog, proveEntry } from "@slipway/audit";
import { modelVerificationSchema, type ModelVerification } from "@slipway/contracts";
import { folderView, logCrypto } from "@slipway/runner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slipway, type Ended } from "./command-line.ts";
import { aSigner, createScene, withChangedByte, type Scene } from "./scene.ts";

let scene: Scene;
let folder: string;

beforeAll(async () => {
  scene = await createScene();
  folder = await scene.exportLog("log");
  scene.write("key.pem", scene.publicKeyPem);
  for (const entry of [0, 3, 4, 5, 6])
    scene.write(`entry-${entry}.tlog-proof`, await proofOf(entry));
});

afterAll(() => scene.git.remove());

async function proofOf(entry: number): Promise<string> {
  const { readFiles } = folderView(folder);
  const log = await openLog(readFiles, scene.signer.verifierKey, logCrypto);
  return proveEntry(readFiles, log, entry);
}

const verify = (...args: string[]) =>
  slipway(scene.git.work, ["verify", "model", ...args, "--format", "json"]);

/** With the exported log, so that git is not asked. */
const offline = (...args: string[]) => verify(...args, "--log", folder, "--key", scene.key);

function documentOf({ stdout, stderr }: Ended): ModelVerification {
  if (stdout === "") throw new Error(stderr);
  return modelVerificationSchema.parse(JSON.parse(stdout));
}

/** Exit code, and how each check ended. */
function outcomesOf(ended: Ended): Readonly<Record<string, string | number>> {
  const checks = documentOf(ended).checks.map(({ id, outcome }) => [id, outcome] as const);
  return { code: ended.code, ...Object.fromEntries(checks) };
}

const detailOf = (ended: Ended, id: string) =>
  documentOf(ended).checks.find((check) => check.id === id)?.detail;

/** A copy of a model's folder. */
function copyOf(model: string, name: string): string {
  const target = join(scene.git.work, name);
  cpSync(join(scene.git.work, model), target, { recursive: true });
  return target;
}

test("what production runs is verified from the repository, and the detail says since when and by whom", async () => {
  const ended = await verify("model", "--env", "production");

  expect(outcomesOf(ended)).toEqual({
    code: 0,
    folder: "pass",
    registered: "pass",
    entry: "pass",
    environment: "pass",
    pointer: "pass",
  });
  expect(documentOf(ended)).toMatchObject({
    outcome: "pass",
    path: "model",
    digest: { sha256: scene.old.digest },
    model: "flight-delays",
    version: "v1.0.0",
    environment: "production",
  });
  expect(detailOf(ended, "environment")).toBe(
    `flight-delays v1.0.0 (sha256:${scene.old.digest.slice(0, 12)}) since 2026-03-01 16:00 UTC by entry 6, approved by jo, a rollback (late flights were missed)`,
  );
});

test("a registered version that production should not run fails, and what it should run is named", async () => {
  const ended = await offline("newer", "--env", "production", "--public-key", "key.pem");

  expect(outcomesOf(ended)).toEqual({
    code: 1,
    folder: "pass",
    registered: "pass",
    entry: "pass",
    environment: "fail",
    signature: "pass",
  });
  expect(detailOf(ended, "environment")).toMatch(
    /^production should run flight-delays v1\.0\.0 \(sha256:[0-9a-f]{12}\) since 2026-03-01 16:00 UTC by entry 6, approved by jo/,
  );
});

test("an environment that nothing was promoted to should run nothing", async () => {
  const ended = await offline("model", "--env", "nowhere");

  expect(ended.code).toBe(1);
  expect(detailOf(ended, "environment")).toBe("nothing was ever promoted to nowhere");
});

test("a folder with one changed byte is no registered version", async () => {
  const changed = withChangedByte(
    join(scene.git.work, "newer"),
    join(scene.git.work, "changed"),
    "weights.bin",
  );

  const ended = await offline(changed, "--env", "production");

  expect(outcomesOf(ended)).toEqual({
    code: 1,
    folder: "pass",
    registered: "fail",
    environment: "fail",
  });
  expect(documentOf(ended)).toMatchObject({ model: null, version: null });
  expect(detailOf(ended, "registered")).toContain("a file was changed, added or removed");
});

test("a folder with an extra file is no registered version, and the signature does not cover it", async () => {
  const extra = copyOf("newer", "extra");
  writeFileSync(join(extra, "README.md"), "hello");
  const log = await scene.exportLog("bundle");
  const bundle = readdirSync(join(log, "blobs/sha256"))[0] ?? "";
  const signature = join(log, "blobs/sha256", bundle);

  const ended = await offline(extra, "--signature", signature, "--public-key", "key.pem");

  expect(outcomesOf(ended)).toEqual({
    code: 1,
    folder: "pass",
    registered: "fail",
    signature: "fail",
  });
  expect(detailOf(ended, "signature")).toContain("README.md");
});

test("another folder, of another model, is told apart by name", async () => {
  const ended = await offline("model", "--model", "arrival-times");

  expect(ended.code).toBe(1);
  expect(detailOf(ended, "registered")).toContain("they are flight-delays v1.0.0");
});

test("a folder that is missing, empty, a file, or holds a link or clashing names is the user's error", async () => {
  mkdirSync(join(scene.git.work, "empty"));
  symlinkSync(join(scene.git.work, "slipway.yaml"), join(copyOf("model", "linked"), "link"));
  const clash = copyOf("model", "clash");
  writeFileSync(join(clash, "CONFIG.json"), "{}");
  const codes: string[] = [];
  for (const path of ["missing", "empty", "slipway.yaml", "linked", "clash"]) {
    const { code, stderr } = await offline(path);
    codes.push(`${code} ${/SW\d{4}/.exec(stderr)?.[0] ?? stderr}`);
  }

  expect(codes).toEqual(["2 SW4104", "2 SW4101", "2 SW4104", "2 SW4102", "2 SW4103"]);
});

test("a signature that nobody asked about is a warning, one that was asked for and cannot be checked is none", async () => {
  const asked = scene.write("given.sig", "{}");

  const silent = await offline("newer");
  const unsigned = await offline("model");
  const wanted = await offline("model", "--public-key", "key.pem");
  const keyless = await offline("newer", "--signature", asked);

  expect([silent, unsigned, wanted, keyless].map((each) => outcomesOf(each))).toEqual([
    expect.objectContaining({ code: 0, signature: "warn" }),
    { code: 0, folder: "pass", registered: "pass", entry: "pass" },
    expect.objectContaining({ code: 1, signature: "fail" }),
    expect.objectContaining({ code: 1, signature: "inconclusive" }),
  ]);
  expect(detailOf(wanted, "signature")).toContain("registered unsigned");
});

test("a bundle on the branch that was exchanged is not the one that was registered", async () => {
  const log = await scene.exportLog("exchanged");
  const name = readdirSync(join(log, "blobs/sha256"))[0] ?? "";
  writeFileSync(join(log, "blobs/sha256", name), "{}");

  const ended = await verify(
    ...["newer", "--public-key", "key.pem", "--log", log, "--key", scene.key],
  );

  expect(ended.code).toBe(1);
  expect(detailOf(ended, "signature")).toContain("was changed after it was registered");
});

test("a pointer that was edited does not decide, and is found", async () => {
  const log = await scene.exportLog("edited");
  const path = join(log, "environments/production/flight-delays.json");
  const forged = readFileSync(path, "utf8").replaceAll(scene.old.digest, scene.new.digest);
  writeFileSync(path, forged.replace("v1.0.0", "v1.1.0"));
  const flags = ["--env", "production", "--log", log, "--key", scene.key];

  const should = await verify("model", ...flags);
  const forgery = await verify("newer", ...flags);

  expect(outcomesOf(should)).toMatchObject({ code: 1, environment: "pass", pointer: "fail" });
  expect(outcomesOf(forgery)).toMatchObject({ code: 1, environment: "fail" });
});

test("a log of another key says nothing about a folder", async () => {
  const ended = await verify("model", "--log", folder, "--key", aSigner(9).verifierKey.text);

  expect(outcomesOf(ended)).toEqual({ code: 1, folder: "pass", log: "fail" });
});

test("a proof and the key are enough: no git, no network, no log", async () => {
  const elsewhere = join(scene.git.root, "elsewhere");
  cpSync(join(scene.git.work, "model"), join(elsewhere, "model"), { recursive: true });
  cpSync(join(scene.git.work, "entry-6.tlog-proof"), join(elsewhere, "proof"));
  const call = (...args: string[]) =>
    slipway(
      elsewhere,
      ["verify", "model", "model", "--key", scene.key, "--format", "json", ...args],
      { PATH: "/nowhere" },
    );

  const alone = await call("--proof", "proof");
  const there = await call("--proof", "proof", "--env", "production");
  const elsewhereThere = await call("--proof", "proof", "--env", "staging");

  expect(outcomesOf(alone)).toEqual({ code: 0, folder: "pass", registered: "pass", entry: "pass" });
  expect(detailOf(alone, "entry")).toContain("cannot be known without the log");
  expect(outcomesOf(there)).toMatchObject({ code: 0, environment: "warn" });
  expect(detailOf(there, "environment")).toContain("approved by jo");
  expect(detailOf(there, "environment")).toContain("cannot be known without the log");
  expect(outcomesOf(elsewhereThere)).toMatchObject({ code: 1, environment: "fail" });
  rmSync(elsewhere, { recursive: true });
});

test("a proof of something else is no proof of this", async () => {
  const key = ["--key", scene.key];
  const of = (proof: number) => ["--proof", `entry-${proof}.tlog-proof`, ...key];
  const damaged = readFileSync(join(scene.git.work, "entry-0.tlog-proof"), "utf8");
  scene.write("damaged.tlog-proof", damaged.replace("index 0", "index 1"));

  const other = await verify("newer", ...of(6));
  const refused = await verify("newer", ...of(4));
  const registration = await verify("model", ...of(0), "--env", "production");
  const broken = await verify("model", "--proof", "damaged.tlog-proof", ...key);
  const otherKey = await verify(
    ...["model", "--proof", "entry-0.tlog-proof", "--key", aSigner(9).verifierKey.text],
  );

  expect([other, refused, registration, broken, otherKey].map(outcomesOf)).toEqual([
    { code: 1, folder: "pass", registered: "fail", entry: "pass" },
    { code: 1, folder: "pass", registered: "fail", entry: "pass" },
    { code: 1, folder: "pass", registered: "pass", entry: "pass", environment: "inconclusive" },
    { code: 1, folder: "pass", entry: "fail" },
    { code: 1, folder: "pass", entry: "fail" },
  ]);
});

test("a proof beside the log must be one that the log goes on from", async () => {
  const good = await offline("model", "--proof", "entry-6.tlog-proof");
  const other = await offline("model", "--proof", "entry-3.tlog-proof");

  expect(outcomesOf(good)).toMatchObject({ code: 0, proof: "pass" });
  expect(outcomesOf(other)).toMatchObject({ code: 1, proof: "fail" });
});

test("hostile names reach no output as markup or as commands", async () => {
  const hostile = "x\u001b[31m<img src=x>|**b**@all";
  const path = copyOf("model", "hostile <b>\u202e@mona|`");
  writeFileSync(join(path, hostile), "x");
  const flags = [path, "--log", folder, "--key", scene.key];

  const text = await slipway(scene.git.work, ["verify", "model", ...flags]);
  const markdown = await slipway(scene.git.work, [
    ...["verify", "model", ...flags, "--format", "markdown"],
  ]);

  expect([text.code, markdown.code]).toEqual([1, 1]);
  for (const { stdout } of [text, markdown]) expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(markdown.stdout).not.toMatch(/<img|<b>|(?<!`[^`\n]*)@mona/);
});
