import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { shellCommands } from "../src/index.ts";

test("a command of slipway.yaml sees neither our inputs nor the runner's tokens", async () => {
  const folder = aTemporaryFolder("slipway-shell-");
  process.env["INPUT_GITHUB-TOKEN"] = "secret-input";
  process.env["ACTIONS_RUNTIME_TOKEN"] = "secret-runtime";

  await shellCommands(folder).run(
    "node -e \"require('fs').writeFileSync('env.txt', JSON.stringify(process.env))\"",
  );
  delete process.env["INPUT_GITHUB-TOKEN"];
  delete process.env["ACTIONS_RUNTIME_TOKEN"];

  const seen = readFileSync(join(folder, "env.txt"), "utf8");
  expect(seen).not.toContain("secret-");
  expect(seen).toContain("PATH");
});

test("a command that fails says so with its code", async () => {
  const folder = aTemporaryFolder("slipway-shell-");

  const failing = shellCommands(folder).run("exit 3");

  await expect(failing).rejects.toMatchObject({ code: "SW1501" });
  await expect(failing).rejects.toThrow("code 3");
});

function aTemporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
