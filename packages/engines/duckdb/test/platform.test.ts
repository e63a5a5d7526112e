import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findPlatform, provideBinding } from "../src/index.ts";
import { installedBindingFolder } from "../src/installed-binding.ts";
import { pinnedFiles } from "../src/pinned-files.ts";

test("a platform is named as the packages are", () => {
  expect([findPlatform("win32", "x64"), findPlatform("darwin", "arm64")]).toEqual([
    "win32-x64",
    "darwin-arm64",
  ]);
});

test.each([
  ["freebsd", "x64"],
  ["linux", "riscv64"],
  ["win32", "ia32"],
])("%s on %s is refused", (platform, arch) => {
  expect(() => findPlatform(platform, arch)).toThrow(`DuckDB is not published for ${platform}`);
});

test("each platform's binding and library are pinned", () => {
  const names = Object.entries(pinnedFiles.packages).map(([platform, { files }]) => [
    platform,
    ...files.map(({ name }) => name),
  ]);

  expect(names).toEqual([
    ["darwin-arm64", "duckdb.node", "libduckdb.dylib"],
    ["darwin-x64", "duckdb.node", "libduckdb.dylib"],
    ["linux-arm64", "duckdb.node", "libduckdb.so"],
    ["linux-arm64-musl", "duckdb.node", "libduckdb.so"],
    ["linux-x64", "duckdb.node", "libduckdb.so"],
    ["linux-x64-musl", "duckdb.node", "libduckdb.so"],
    ["win32-arm64", "duckdb.node", "duckdb.dll"],
    ["win32-x64", "duckdb.node", "duckdb.dll"],
  ]);
});

test("what a package manager installed here is what is pinned", async () => {
  const bindingFolder = installedBindingFolder() ?? "";
  const registry = () => Promise.reject(new Error("no registry is needed"));

  const binding = await provideBinding({ bindingFolder, registry, toolCache: "/nowhere" });

  expect(binding).toBe(join(dirname(binding), "duckdb.node"));
  expect(dirname(binding)).toBe(bindingFolder);
});
