import { createHash, generateKeyPairSync } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  demandDistinctNames,
  modelRootDigest,
  signModel,
  verifyModelBundle,
} from "@slipway/registry";
import { ecdsaKeys, modelFolder } from "@slipway/runner";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { installTimeoutMs, pythonTool, type PythonTool } from "./python/python-tool.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
let modelSigning: PythonTool;
let root: string;

beforeAll(async () => {
  modelSigning = await pythonTool("model-signing");
}, installTimeoutMs);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "model-signing-"));
  for (const [name, content] of Object.entries(files)) write(`model/${name}`, content);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What the reference implementation sorts, excludes and reads in its own way. */
const files = {
  "config.json": '{"layers":2}\n',
  "tokenizer.json": "{}",
  "tokenizer/vocab.txt": "a\nb\n",
  "a-b": "2\n",
  "a/x": "1\n",
  "\u{ff01}.txt": "bmp\n",
  "\u{10000}.txt": "astral\n",
  "with: colon\nand line.txt": "x",
  ".hidden": "h",
  empty: "",
  "sub/.gitignore": "signed",
  ".gitignore": "not signed",
  ".git/HEAD": "not signed",
};

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

async function readModel(folder: string) {
  const found = await modelFolder((path) => join(root, path)).read(folder);
  if (found === undefined) throw new Error(`${folder} is missing`);
  return found;
}

function aKey(namedCurve: string): string {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
  const secret = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  write("key.pem", secret);
  write("key.pub", publicKey.export({ type: "spki", format: "pem" }).toString());
  return secret;
}

/** The exit code of the released tool, with its own options. */
async function verifyKey(folder: string): Promise<number> {
  const options = ["--public_key", "key.pub", "--signature", "model.sig"];
  return (await modelSigning(["verify", "key", folder, ...options], root)).exitCode;
}

test.each(["P-256", "P-384", "P-521"])(
  "the released tool verifies what we sign with %s",
  async (curve) => {
    const model = await readModel("model");
    demandDistinctNames(model);
    const request = { files: model, folder: "model", privateKeyPem: aKey(curve) };
    write("model.sig", signModel(request, ecdsaKeys, sha256).bundle);

    expect(await verifyKey("model")).toBe(0);
  },
);

test("the released tool refuses a changed and an extra file, and takes a renamed folder", async () => {
  const request = {
    files: await readModel("model"),
    folder: "model",
    privateKeyPem: aKey("P-256"),
  };
  write("model.sig", signModel(request, ecdsaKeys, sha256).bundle);
  for (const copy of ["changed", "extra", "lacking"])
    cpSync(join(root, "model"), join(root, copy), { recursive: true });
  write("changed/config.json", "{}");
  write("extra/more.bin", "x");
  rmSync(join(root, "lacking/a-b"));
  renameSync(join(root, "model"), join(root, "renamed"));

  expect({
    renamed: await verifyKey("renamed"),
    changed: await verifyKey("changed"),
    extra: await verifyKey("extra"),
    lacking: await verifyKey("lacking"),
  }).toEqual({ renamed: 0, changed: 1, extra: 1, lacking: 1 });
});

test.each(["P-256", "P-384"])("we verify what the released tool signs with %s", async (curve) => {
  aKey(curve);
  const options = ["--private_key", "key.pem", "--signature", "model.sig"];
  const { exitCode, stderr } = await modelSigning(["sign", "key", "model", ...options], root);
  expect({ exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ exitCode: 0, stderr: "" });
  const model = await readModel("model");
  const request = {
    bundle: readFileSync(join(root, "model.sig"), "utf8"),
    files: model,
    publicKeyPem: readFileSync(join(root, "key.pub"), "utf8"),
  };

  expect(verifyModelBundle(request, ecdsaKeys, sha256)).toEqual({
    ok: true,
    rootDigest: modelRootDigest(model, sha256),
    referenceDigest: undefined,
    problems: [],
    ignored: [".git", ".gitignore"],
  });
  write("model/more.bin", "x");
  const more = await readModel("model");
  expect(verifyModelBundle({ ...request, files: more }, ecdsaKeys, sha256).problems).toEqual([
    { kind: "extra-file", message: '"more.bin" is there, but not signed' },
  ]);
});
