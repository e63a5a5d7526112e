import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { modelManifest, modelRootDigest, type ModelFile } from "../src/index.ts";

const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
const file = (name: string, content: Uint8Array | string): ModelFile => ({
  name,
  digest: { sha256: sha256(content) },
});

const m1 = [
  file("config.json", '{"layers":2}\n'),
  file(
    "weights.bin",
    Uint8Array.from({ length: 256 }, (_, at) => at),
  ),
];

// Vectors computed by the reference implementation, model_signing 1.1.1.
test.each([
  {
    model: "two files",
    files: m1,
    root: "4448af51b25ac74996e9cbf0e33220ccee39d11a73655275eae6546315e1bfa5",
  },
  {
    model: "names beyond the basic plane, which UTF-16 would sort otherwise",
    files: [...m1, file("\u{ff01}.txt", "bmp\n"), file("\u{10000}.txt", "astral\n")],
    root: "9573b9cb37d53944f0150393d63a61ceb676828377252373e7bc6b9e64172c20",
  },
  {
    model: "a folder whose name begins like a file's, where the specification sorts otherwise",
    files: [file("a-b", "2\n"), file("a/x", "1\n")],
    root: "bd222050252384e92856fccad34ff9842ed411f042ca3209bf9fc5e3bd447872",
  },
])("the root digest of $model is the reference implementation's", ({ files, root }) => {
  expect(modelRootDigest(files, sha256)).toEqual({ sha256: root });
  expect(modelRootDigest(files.toReversed(), sha256)).toEqual({ sha256: root });
});

test("what belongs to git at the top is no part of the model, below it is", () => {
  const files = [
    ...m1,
    file(".git/HEAD", "x"),
    file(".gitignore", "x"),
    file("sub/.gitignore", "x"),
  ];

  expect(modelManifest(files).map(({ name }) => name)).toEqual([
    "config.json",
    "sub/.gitignore",
    "weights.bin",
  ]);
});

test("a model without files is refused", () => {
  expect(() => modelRootDigest([file(".git/HEAD", "x")], sha256)).toThrow("holds no files");
});
