import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folderView } from "../src/index.ts";

function aFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "slipway-folder-view-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "branch", path)), { recursive: true });
    writeFileSync(join(root, "branch", path), content);
  }
  return join(root, "branch");
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

test("plain files are read and listed by their paths, git's own folder left out", async () => {
  const view = folderView(
    aFolder({
      checkpoint: "c",
      "entries/000/000001.json": "1",
      "entries/000/000000.json": "0",
      ".git/config": "x",
    }),
  );

  expect(view.commit).toBeUndefined();
  expect(await view.list("")).toEqual([
    "checkpoint",
    "entries/000/000000.json",
    "entries/000/000001.json",
  ]);
  expect(await view.list("entries/")).toEqual([
    "entries/000/000000.json",
    "entries/000/000001.json",
  ]);
  expect(await view.list("none")).toEqual([]);
  expect(await view.list("checkpoint")).toEqual([]);
  expect(
    await view.readFiles([
      "checkpoint",
      "none",
      "entries",
      "checkpoint/deeper",
      "entries/000/000001.json",
    ]),
  ).toEqual(
    new Map([
      ["checkpoint", bytes("c")],
      ["entries/000/000001.json", bytes("1")],
    ]),
  );
});

test("no path leads out of the folder", async () => {
  const folder = aFolder({ "a/b": "1" });
  writeFileSync(join(folder, "..", "secret"), "s");
  const view = folderView(folder);

  const paths = [
    "../secret",
    "a/../../secret",
    join(folder, "..", "secret"),
    "./a/b",
    "a//b",
    "a\\b",
    "",
    ".git/config",
    "a/b\0",
  ];

  expect(await view.readFiles(paths)).toEqual(new Map());
  expect(await view.list("..")).toEqual([]);
  expect(await view.list("a/..")).toEqual([]);
});

test("a link is refused: as a file, as a folder on the way, and in a listing", async () => {
  const folder = aFolder({ "a/b": "1" });
  writeFileSync(join(folder, "..", "secret"), "s");
  symlinkSync("../secret", join(folder, "checkpoint"));
  symlinkSync("..", join(folder, "entries"));
  const view = folderView(folder);
  const refused = { name: "UserError", code: "SW1301" };

  await expect(view.readFiles(["checkpoint"])).rejects.toMatchObject(refused);
  await expect(view.readFiles(["entries/secret"])).rejects.toMatchObject(refused);
  await expect(view.list("")).rejects.toMatchObject(refused);
  await expect(view.list("entries")).rejects.toMatchObject(refused);
  expect(await view.list("a")).toEqual(["a/b"]);
});

test("thousands of files are read without opening all at once", async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `entries/${index}`);
  const view = folderView(aFolder(Object.fromEntries(names.map((name) => [name, name]))));

  const read = await view.readFiles(names);

  expect(read).toEqual(new Map(names.map((name) => [name, bytes(name)])));
});
