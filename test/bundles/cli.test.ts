import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";

const root = resolve(import.meta.dirname, "../..");
const bin = join(root, "packages/cli/bin/slipway.mjs");
const folder = mkdtempSync(join(tmpdir(), "slipway bin "));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the committed command line in an empty folder, without anything that is installed. */
function slipway(args: readonly string[], before: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...before, bin, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, NODE_PATH: "" },
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

test("the committed bundle says its version, which is the suite's", () => {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));

  expect(slipway(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("the committed bundle explains itself and every verb", () => {
  const { code, stdout } = slipway(["--help"]);

  expect(code).toBe(0);
  const checking = ["validate", "evaluate", "comment", "init", "schema"];
  for (const verb of [...checking, "register", "promote", "history"]) {
    expect(stdout).toContain(`\n  ${verb} `);
    expect(slipway([verb, "--help"]).stdout).toMatch(/Examples?:/);
  }
  expect(slipway(["verify", "--help"]).stdout).toMatch(/\n {2}model [^]*\n {2}audit /);
});

test("the committed bundle ends with a clear error in an empty folder", () => {
  const { code, stdout, stderr } = slipway(["validate"]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/SW1101.*no slipway\.yaml[^]*slipway init/);
});

test("an older Node gets one clear line and exit 2, whatever was asked", () => {
  const old = join(folder, "old.mjs");
  writeFileSync(
    old,
    `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.0" } });`,
  );

  const { code, stdout, stderr } = slipway(["validate"], ["--import", old]);

  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr: "slipway needs Node 22.15 or newer; this is 20.19.0\n",
  });
});

test("the bundle holds no native file and stays small", () => {
  const dist = join(root, "dist");
  const names = readdirSync(dist);
  const size = names.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);

  expect(names.filter((name) => !/\.(js|json|txt)$/.test(name))).toEqual([]);
  expect(size).toBeLessThan(8 * 1024 * 1024);
});
