import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { credentialVariables } from "../src/credentials.ts";

function aRepository(remote: string): { folder: string; git: (...args: string[]) => void } {
  const folder = aTemporaryFolder("slipway-credentials-");
  const git = (...args: string[]) =>
    void execFileSync("git", args, {
      cwd: folder,
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
    });
  git("init", "--quiet");
  git("remote", "add", "origin", remote);
  return { folder, git };
}

test("a token reaches git as a header for the remote's own server", async () => {
  const { folder } = aRepository("https://github.example/acme/model");

  const variables = await credentialVariables({ folder }, "secret-token");

  const header = `AUTHORIZATION: basic ${Buffer.from("x-access-token:secret-token").toString("base64")}`;
  expect(Object.values(variables)).toContain(header);
  expect(Object.values(variables)).toContain("http.https://github.example/.extraheader");
});

test("credentials that checkout left are used alone: two headers would be refused", async () => {
  const { folder, git } = aRepository("https://github.example/acme/model");
  git("config", "http.https://github.example/.extraheader", "AUTHORIZATION: basic from-checkout");

  const variables = await credentialVariables({ folder }, "secret-token");

  expect(Object.values(variables)).toContain("AUTHORIZATION: basic from-checkout");
  expect(JSON.stringify(variables)).not.toContain(
    Buffer.from("x-access-token:secret-token").toString("base64"),
  );
});

test.each([
  "http://github.example/acme/model",
  "ssh://git@github.example/acme/model",
  "/srv/model.git",
])("a token is never sent to %s", async (remote) => {
  const { folder } = aRepository(remote);

  const variables = await credentialVariables({ folder }, "secret-token");

  expect(Object.values(variables).join(" ")).not.toContain("basic");
});

function aTemporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
