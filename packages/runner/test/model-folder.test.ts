import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { UserError } from "@slipway/kernel";
import { afterEach, beforeEach, expect, test } from "vitest";
import { modelFolder, workspaceFiles } from "../src/index.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "model-folder-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function write(path: string, content: string | Uint8Array): void {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

function read(path: string) {
  const { locate } = workspaceFiles({ root });
  return modelFolder(locate).read(path);
}

async function refusal(path: string): Promise<{ code: string; message: string }> {
  const found = await read(path).catch((error: unknown) => error);
  if (found instanceof UserError) return { code: found.code, message: found.message };
  throw new Error(`${path} was not refused`, { cause: found });
}

test("every file of the folder is read, hidden and empty ones too", async () => {
  const large = new Uint8Array((1 << 20) * 2 + 7).fill(7);
  write("model/weights.bin", large);
  write("model/.hidden", "h");
  write("model/sub/.gitignore", "");
  write("model/sub/name\nwith: line\\end", "n");
  mkdirSync(join(root, "model/empty"));

  const files = await read("model");

  expect(files?.toSorted((left, right) => (left.name < right.name ? -1 : 1))).toEqual([
    { name: ".hidden", digest: { sha256: sha256("h") }, sizeBytes: 1 },
    { name: "sub/.gitignore", digest: { sha256: sha256("") }, sizeBytes: 0 },
    { name: "sub/name\nwith: line\\end", digest: { sha256: sha256("n") }, sizeBytes: 1 },
    { name: "weights.bin", digest: { sha256: sha256(large) }, sizeBytes: large.length },
  ]);
});

test("a folder that is missing is not an empty one", async () => {
  mkdirSync(join(root, "empty"));

  expect(await read("missing")).toBeUndefined();
  expect(await read("missing/below")).toBeUndefined();
  expect(await read("empty")).toEqual([]);
});

test("a file where a folder should be is refused", async () => {
  write("model.bin", "x");

  expect(await refusal("model.bin")).toEqual({
    code: "SW4104",
    message: '"model.bin" is a file, not the folder of a model',
  });
  expect(await read("model.bin/inside")).toBeUndefined();
});

test.each([
  { what: "to a file of the model", target: "weights.bin" },
  { what: "to a folder of the model", target: "sub" },
  { what: "to nothing", target: "missing" },
  { what: "out of the workspace", target: "/etc/hostname" },
])("a link $what is refused", async ({ target }) => {
  write("model/weights.bin", "x");
  write("model/sub/x", "x");
  symlinkSync(target, join(root, "model/sub/link"));

  expect(await refusal("model")).toEqual({
    code: "SW4102",
    message: '"model": "sub/link" is a link, which no signature covers',
  });
});

test("a model's folder that is a link out of the workspace is refused, one inside it is followed", async () => {
  write("runs/42/weights.bin", "x");
  symlinkSync(tmpdir(), join(root, "outside"));
  symlinkSync("runs/42", join(root, "inside"));

  expect(await refusal("outside")).toEqual({
    code: "SW4102",
    message: '"outside" is a link, or lies behind one, that leads out of the workspace',
  });
  expect((await refusal("../model")).code).toBe("SW1302");
  expect((await read("inside"))?.map(({ name }) => name)).toEqual(["weights.bin"]);
});

test.skipIf(process.platform === "win32")(
  "a pipe is refused, and nobody waits for it",
  async () => {
    write("model/weights.bin", "x");
    spawnSync("mkfifo", [join(root, "model/pipe")]);

    expect(await refusal("model")).toEqual({
      code: "SW4102",
      message:
        '"model": "pipe" is no file but a pipe, a socket or a device, which no signature covers',
    });
  },
);

test.skipIf(process.platform !== "linux")("a name that is not UTF-8 is refused", async () => {
  mkdirSync(join(root, "model"));
  writeFileSync(Buffer.concat([Buffer.from(join(root, "model/caf")), Buffer.from([0xe9])]), "x");

  expect(await refusal("model")).toEqual({
    code: "SW4107",
    message: '"model": the name "café" is not UTF-8, so that nothing can sign it',
  });
});

test("a large file is read in pieces, whatever its size", async () => {
  write("model/sparse.bin", "");
  truncateSync(join(root, "model/sparse.bin"), 5 * (1 << 20));

  expect(await read("model")).toEqual([
    {
      name: "sparse.bin",
      digest: { sha256: sha256(new Uint8Array(5 * (1 << 20))) },
      sizeBytes: 5 * (1 << 20),
    },
  ]);
});
