import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { demandPair, parseSignerKey, parseVerifierKey } from "@slipway/audit";
import { parseConfig } from "@slipway/contracts";
import { logCrypto } from "@slipway/runner";
import { expect, onTestFinished, test } from "vitest";
import { nameOfRemote } from "../src/init/name-of-remote.ts";
import { createShell } from "./command-line.ts";

const config = [
  "# ours, and it stays",
  "version: 1",
  "",
  "models:   # one for now",
  '  - { name: "species",   path: model/ }',
  "",
].join("\n");

test("init --audit prints the secret key alone, and adds its public half to slipway.yaml", async () => {
  const { root, shell } = aRepository({ "slipway.yaml": config });

  const { code, stdout, stderr } = await shell.slipway("init", "--audit");

  expect(code, stderr).toBe(0);
  const after = readFileSync(join(root, "slipway.yaml"), "utf8");
  const key = parseConfig(after, "slipway.yaml").config.audit?.key ?? "";
  expect(after).toBe(
    `${config}\n# The public key of the audit log. Its secret half signs; whoever has this line can verify.\naudit: { key: ${key} }\n`,
  );
  expect(key).toMatch(/^github\.com\/octo\/model\+[0-9a-f]{8}\+A/);
  expect(stdout).toMatch(/^PRIVATE\+KEY\+github\.com\/octo\/model\+\S+\n$/);
  demandPair(parseSignerKey(stdout, logCrypto), parseVerifierKey(key));
  expect(stderr).toContain(
    'key=$(slipway init --audit):\n  printf %s "$key" | gh secret set SLIPWAY_AUDIT_KEY',
  );
  expect(stderr).toContain("audit-key: ${{ secrets.SLIPWAY_AUDIT_KEY }}");
  expect(stderr).toContain("only the maintainers");
});

test("the secret key lies in no file, and not on standard error", async () => {
  const { root, shell } = aRepository({ "slipway.yaml": config });

  const { stdout, stderr } = await shell.slipway("init", "--audit");

  const seed = stdout.trim().split("+").slice(4).join("+");
  expect(seed).toHaveLength(44);
  expect(stderr).not.toContain(seed);
  expect(readdirSync(root).filter((name) => name !== ".git")).toEqual(["slipway.yaml"]);
  expect(readFileSync(join(root, "slipway.yaml"), "utf8")).not.toContain(seed);
});

test("two calls make two keys", async () => {
  const first = await aRepository({ "slipway.yaml": config }).shell.slipway("init", "--audit");
  const second = await aRepository({ "slipway.yaml": config }).shell.slipway("init", "--audit");

  expect(first.stdout).not.toBe(second.stdout);
});

test("a key that is there already is never replaced", async () => {
  const { root, shell } = aRepository({ "slipway.yaml": config });
  await shell.slipway("init", "--audit");
  const before = readFileSync(join(root, "slipway.yaml"), "utf8");

  const { code, stdout, stderr } = await shell.slipway("init", "--audit");

  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("SW1303");
  expect(stderr).toContain("begin a new log");
  expect(readFileSync(join(root, "slipway.yaml"), "utf8")).toBe(before);
});

test("line ends, a mark of the byte order and a missing last line end are kept", async () => {
  const text = "\uFEFFversion: 1\r\n# the end";
  const { root, shell } = aRepository({ "slipway.yaml": text });

  const { code } = await shell.slipway("init", "--audit");

  const after = readFileSync(join(root, "slipway.yaml"), "utf8");
  expect(code).toBe(0);
  expect(after.startsWith(`${text}\r\n\r\n# The public key`)).toBe(true);
  expect(after.replaceAll("\r\n", "")).not.toContain("\n");
});

test.each([
  ["a mapping in braces", "{ version: 1 }\n", "SW12"],
  ["an end of the document", "version: 1\n...\n", "SW12"],
  ["a mapping that is indented", "  version: 1\n", "SW12"],
  ["what is no YAML", "version: [1\n", "SW1201"],
  ["what is no slipway.yaml", "version: 2\n", "SW1202"],
])("%s is left as it is, and no key is made", async (_name, text, error) => {
  const { root, shell } = aRepository({ "slipway.yaml": text });

  const { code, stdout, stderr } = await shell.slipway("init", "--audit");

  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(error);
  expect(readFileSync(join(root, "slipway.yaml"), "utf8")).toBe(text);
});

test("a repository without slipway.yaml gets none by --audit", async () => {
  const { root, shell } = aRepository({});

  const { code, stdout, stderr } = await shell.slipway("init", "--audit");

  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("SW1101");
  expect(existsSync(join(root, "slipway.yaml"))).toBe(false);
});

test("without a remote the log needs a name that is given", async () => {
  const { shell } = aRepository({ "slipway.yaml": config }, null);

  const without = await shell.slipway("init", "--audit");
  const named = await shell.slipway("init", "--audit", "--name", "acme.example/log-of-models");

  expect([without.code, without.stdout]).toEqual([2, ""]);
  expect(without.stderr).toContain("--name example.com/owner/repository");
  expect([named.code, named.stdout.split("+")[2]]).toEqual([0, "acme.example/log-of-models"]);
});

test.each(["two words", "a+b", "", "line\nbreak", "x".repeat(201)])(
  "the name %j is refused before anything is made",
  async (name) => {
    const { root, shell } = aRepository({ "slipway.yaml": config });

    const { code, stdout, stderr } = await shell.slipway("init", "--audit", "--name", name);

    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("SW1001");
    expect(readFileSync(join(root, "slipway.yaml"), "utf8")).toBe(config);
  },
);

test("--name without --audit is refused, and writes nothing", async () => {
  const { root, shell } = aRepository({});

  const { code, stderr } = await shell.slipway("init", "--name", "acme.example/log");

  expect([code, stderr.includes("SW1001")]).toEqual([2, true]);
  expect(readdirSync(root)).toEqual([".git"]);
});

test("a name that YAML would read otherwise is quoted", async () => {
  const { root, shell } = aRepository({ "slipway.yaml": config });

  const { code } = await shell.slipway("init", "--audit", "--name", "acme,{log}#1");

  const text = readFileSync(join(root, "slipway.yaml"), "utf8");
  expect(code).toBe(0);
  expect(parseConfig(text, "slipway.yaml").config.audit?.key).toMatch(/^acme,\{log\}#1\+/);
});

test.skipIf(!existsSync("/dev/full"))(
  "where nobody takes the secret key, slipway.yaml stays as it was",
  () => {
    const { root } = aRepository({ "slipway.yaml": config });
    const script = join(import.meta.dirname, "../src/run.ts");
    const command = '"$0" "$1" init --audit >/dev/full';

    const ended = spawnSync("sh", ["-c", command, process.execPath, script], { cwd: root });

    expect([ended.status, ended.stderr.toString()]).toEqual([2, expect.stringContaining("SW1304")]);
    expect(readFileSync(join(root, "slipway.yaml"), "utf8")).toBe(config);
  },
);

test.each([
  ["https://github.com/octo/model.git", "github.com/octo/model"],
  ["https://x-access-token:ghs_secret@GitHub.com/octo/Model/", "github.com/octo/Model"],
  ["git@github.com:octo/model.git", "github.com/octo/model"],
  ["github.com:octo/model", "github.com/octo/model"],
  ["ssh://git@git.acme.example:2222/ml/teams/model.git", "git.acme.example/ml/teams/model"],
  ["/srv/git/model.git", undefined],
  ["../model", undefined],
  ["file:///srv/git/model.git", undefined],
  ["C:\\git\\model", undefined],
  ["https://github.com/", undefined],
  ["https://github.com/octo/c++", undefined],
])("the remote %s names the log %s", (address, name) => {
  expect(nameOfRemote(address)).toBe(name);
});

function aRepository(
  texts: Readonly<Record<string, string>>,
  remote: string | null = "git@github.com:octo/model.git",
) {
  const shell = createShell(texts);
  onTestFinished(() => shell.remove());
  execFileSync("git", ["init", "-q", shell.root]);
  if (remote !== null) execFileSync("git", ["-C", shell.root, "remote", "add", "origin", remote]);
  return { root: shell.root, shell };
}
