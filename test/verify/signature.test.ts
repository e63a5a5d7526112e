import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blobPath, openLog, proveEntry } from "@slipway/audit";
import { modelVerificationSchema } from "@slipway/contracts";
import { folderView, logCrypto } from "@slipway/runner";
import { afterAll, beforeAll, expect, test } from "vitest";
import { slipway } from "./command-line.ts";
import { createScene, type Scene } from "./scene.ts";

let scene: Scene;
let folder: string;
let bundle: string;

beforeAll(async () => {
  scene = await createScene();
  folder = await scene.exportLog("log");
  scene.write("key.pem", scene.publicKeyPem);
  bundle = readdirSync(join(folder, "blobs/sha256"))[0] ?? "";
  const { readFiles } = folderView(folder);
  const log = await openLog(readFiles, scene.signer.verifierKey, logCrypto);
  for (const entry of [3, 5])
    scene.write(`${entry}.proof`, await proveEntry(readFiles, log, entry));
});

afterAll(() => scene.git.remove());

/** How `verify model newer` ended, and what it says of the signature and of the entry. */
async function verify(...args: string[]) {
  const call = ["verify", "model", "newer", "--key", scene.key, "--format", "json", ...args];
  const { code, stdout } = await slipway(scene.git.work, call);
  const { checks } = modelVerificationSchema.parse(JSON.parse(stdout));
  const found = checks.find(({ id }) => id === "signature");
  const entry = checks.find(({ id }) => id === "entry")?.detail ?? "";
  return { code, outcome: found?.outcome, detail: found?.detail ?? "", entry };
}

const registration = ["--proof", "3.proof"];
const promotion = ["--proof", "5.proof"];

test("a proof of a signed model warns like its log that nobody checked the signature", async () => {
  const [byLog, byProof] = [await verify("--log", folder), await verify(...registration)];

  expect(byProof).toMatchObject({ code: 0, outcome: "warn", detail: byLog.detail });
  expect(byProof.detail).toContain("not checked: the model was signed with key");
});

test("a proof of a promotion cannot say whether the model was signed, and says so", async () => {
  const { code, outcome, entry } = await verify(...promotion);

  expect([code, outcome]).toEqual([0, undefined]);
  expect(entry).toContain("whether the model was signed is said by the proof of its registration");
});

test("a key beside a proof asks for the bundle, which no proof holds", async () => {
  const named = await verify(...registration, "--public-key", "key.pem");
  const unnamed = await verify(...promotion, "--public-key", "key.pem");

  expect([named, unnamed]).toEqual([
    expect.objectContaining({ code: 1, outcome: "fail" }),
    expect.objectContaining({ code: 1, outcome: "fail" }),
  ]);
  expect(named.detail).toContain(`the registration names ${bundle.slice(0, 12)}`);
  for (const { detail } of [named, unnamed]) expect(detail).toContain("give it with --signature");
});

test("a bundle that is another one than the registered is told beside its verdict", async () => {
  const registered = readFileSync(join(folder, blobPath(bundle)), "utf8");
  scene.write("same.sig", registered);
  scene.write("other.sig", `${registered}\n`);
  const given = [...registration, "--public-key", "key.pem", "--signature"];

  const same = await verify(...given, "same.sig");
  const other = await verify(...given, "other.sig");

  expect([same, other].map(({ code, outcome }) => [code, outcome])).toEqual([
    [0, "pass"],
    [0, "pass"],
  ]);
  expect(same.detail).not.toContain("another one");
  expect(other.detail).toMatch(
    new RegExp(`is another one than the registered \\(${bundle.slice(0, 12)}\\)$`),
  );
});
