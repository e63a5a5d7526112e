import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installedBindingFolder } from "../src/installed-binding.ts";
import { findPlatform } from "../src/platform.ts";
import { pinnedFiles } from "../src/pinned-files.ts";
import { LocalRegistry, packTarball, pinsOf } from "./local-registry.ts";

const root = join(import.meta.dirname, "../../../..");
const folder = mkdtempSync(join(tmpdir(), "bundled-duckdb-"));
const bundle = join(folder, "dist");
const run = promisify(execFile);
const { files } = pinnedFiles.packages[findPlatform()];
const installed = Object.fromEntries(
  files.map(({ name }) => [name, readFileSync(join(installedBindingFolder() ?? "", name))]),
);
const tarball = packTarball(
  Object.entries(installed).map(([name, bytes]) => ({ path: `package/${name}`, bytes })),
);
const registry = new LocalRegistry((_, response) => response.end(tarball));

beforeAll(async () => {
  await registry.start();
  const ncc = join(root, "node_modules/@vercel/ncc/dist/ncc/cli.js");
  const entry = join(import.meta.dirname, "bundled/entry.ts");
  const options = ["--transpile-only", "--no-cache", "-e", "@duckdb/node-bindings"];
  await run(process.execPath, [ncc, "build", entry, "-o", bundle, ...options], { cwd: root });
}, 120_000);

afterAll(async () => {
  await registry.stop();
  rmSync(folder, { recursive: true });
});

test("the bundle holds no native file", () => {
  const names = readdirSync(bundle, { recursive: true, encoding: "utf8" });

  expect(names).toContain("index.js");
  expect(names.filter((name) => /\.(node|so|dll|dylib)$/.test(name))).toEqual([]);
});

test("the bundle fetches the binding once, and runs DuckDB from an isolated folder", async () => {
  const work = join(folder, "work");
  const setting = join(folder, "setting.json");
  const data = join(work, "data.csv");
  mkdirSync(work);
  writeFileSync(data, "a\n1.5\n2.5\n");
  writeFileSync(setting, JSON.stringify({ pins: pinsOf(tarball, installed), folder: work, data }));
  const env = { npm_config_registry: registry.url, PATH: "" };
  const start = () =>
    run(process.execPath, [join(bundle, "index.js"), setting], { cwd: work, env });

  const outputs = [await start(), await start()].map(({ stdout }): unknown => JSON.parse(stdout));

  const expected: unknown = expect.objectContaining({
    engine: "duckdb 1.5.5",
    rows: [{ one: 1 }],
    values: [1.5, 2.5],
  });
  expect(outputs).toEqual([expected, expected]);
  expect(registry.seen).toHaveLength(1);
});
