import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findRegistry, findToolCache } from "../src/index.ts";

let cwd: string;
let home: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "project-"));
  home = mkdtempSync(join(tmpdir(), "home-"));
});

afterEach(() => {
  for (const folder of [cwd, home]) rmSync(folder, { recursive: true });
});

const npmrc = (folder: string, ...lines: string[]) =>
  writeFileSync(join(folder, ".npmrc"), lines.join("\n"));
const find = (env: NodeJS.ProcessEnv = {}, answer?: string) =>
  findRegistry({ env, cwd, home, askNpm: () => Promise.resolve(answer) });

test.each(["npm_config_registry", "NPM_CONFIG_REGISTRY", "Npm_Config_Registry"])(
  "%s of the environment comes first",
  async (name) => {
    npmrc(cwd, "registry=https://project.test/");

    expect(await find({ [name]: "https://env.test/npm/" })).toEqual({
      url: "https://env.test/npm",
    });
  },
);

test("then the scope's, then the plain registry, the project's before the user's, then npm's", async () => {
  const found: string[] = [];
  const look = async () => found.push((await find({}, "https://npm.test/\n")).url);
  await look();
  npmrc(home, "registry = https://user.test/");
  await look();
  npmrc(cwd, "; a comment", "# another", 'registry="https://project.test/"');
  await look();
  npmrc(home, "@duckdb:registry=https://user-scope.test/", "registry=https://user.test/");
  await look();
  npmrc(cwd, "@duckdb:registry=https://project-scope.test/");
  await look();

  expect(found).toEqual([
    "https://npm.test",
    "https://user.test",
    "https://project.test",
    "https://user-scope.test",
    "https://project-scope.test",
  ]);
});

test("the user's file can lie where npm_config_userconfig says", async () => {
  const userconfig = join(home, "other");
  writeFileSync(userconfig, "registry=https://other.test/");

  expect(await find({ NPM_CONFIG_USERCONFIG: userconfig })).toEqual({ url: "https://other.test" });
});

test.each([undefined, "", "undefined", "ftp://files.test/", "no address"])(
  "without an address (%j) the message says what to set",
  async (answer) => {
    await expect(find({}, answer)).rejects.toMatchObject({ code: "SW6005" });
  },
);

test.each([
  ["//r.test/a/b/:_authToken=whole", "whole"],
  ["//r.test/a/:_authToken=part", "part"],
  ["//r.test/:_authToken=host", "host"],
  ["//r.test/:_authToken=${TOKEN}", "from the environment"],
])("the token of %s belongs to it", async (line, token) => {
  npmrc(home, "registry=https://r.test/a/b/", line);

  expect(await find({ TOKEN: "from the environment" })).toEqual({
    url: "https://r.test/a/b",
    authorization: `Bearer ${token}`,
  });
});

test.each([
  "//other.test/:_authToken=other",
  "//r.test:444/:_authToken=other port",
  "//r.test/c/:_authToken=other path",
  "_authToken=for everyone",
  "//r.test/:_authToken=${MISSING}",
  "//r.test/:_authToken=${ACTIONS_RUNTIME_TOKEN}",
  "//r.test/:_authToken=${INPUT_GITHUB-TOKEN}",
])("the token of %s does not", async (line) => {
  npmrc(cwd, "registry=https://r.test/a/b/", line);
  const env = { ACTIONS_RUNTIME_TOKEN: "runner's", "INPUT_GITHUB-TOKEN": "job's" };

  expect(await find(env)).toEqual({ url: "https://r.test/a/b" });
});

test("a name and a password leave the address and become a header", async () => {
  expect(await find({ npm_config_registry: "https://me:p%40ss@r.test/npm/?q#h" })).toEqual({
    url: "https://r.test/npm",
    authorization: `Basic ${Buffer.from("me:p@ss").toString("base64")}`,
  });
});

test("npm itself is asked where nothing else is set", async () => {
  const path = process.env["PATH"] ?? "";
  writeFileSync(join(home, "npmrc"), "registry=http://127.0.0.1:9/asked/\n");
  const env = { PATH: path, HOME: home, npm_config_globalconfig: join(home, "npmrc") };

  expect(await findRegistry({ env, cwd, home })).toEqual({ url: "http://127.0.0.1:9/asked" });
});

test("downloads are kept in the runner's tool cache, else in the user's cache", () => {
  const cache = (env: NodeJS.ProcessEnv, platform: string) =>
    findToolCache({ env, home: "/home/me", platform });

  expect([
    cache({ RUNNER_TOOL_CACHE: "/opt/tools" }, "linux"),
    cache({ XDG_CACHE_HOME: "/xdg" }, "linux"),
    cache({}, "linux"),
    cache({}, "darwin"),
    cache({ LOCALAPPDATA: "/local" }, "win32"),
  ]).toEqual([
    "/opt/tools",
    join("/xdg", "slipway"),
    join("/home/me", ".cache", "slipway"),
    join("/home/me", "Library", "Caches", "slipway"),
    join("/local", "slipway", "cache"),
  ]);
});

test("no source file names a registry", () => {
  const folder = join(import.meta.dirname, "../src");

  const naming = readdirSync(folder).filter((name) =>
    /npmjs|yarnpkg|https?:\/\//.test(readFileSync(join(folder, name), "utf8")),
  );

  expect(naming).toEqual([]);
});
