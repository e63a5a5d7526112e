import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { shellCommands } from "../src/index.ts";

test("a command of slipway.yaml sees neither our inputs nor the runner's tokens", async () => {
  const folder = aTemporaryFolder("slipway-shell-");
  vi.stubEnv("INPUT_GITHUB-TOKEN", "secret-input");
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", "secret-runtime");
  vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_URL", "https://secret-service.example");
  vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "secret-identity");
  vi.stubEnv("SLIPWAY_AUDIT_KEY", "secret-log-key");
  vi.stubEnv("SLIPWAY_SIGNING_KEY", "secret-model-key");
  onTestFinished(() => void vi.unstubAllEnvs());

  await shellCommands(folder).run(
    "node -e \"require('fs').writeFileSync('env.txt', JSON.stringify(process.env))\"",
  );

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
