import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** How a call ended. */
export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A folder with files in which `slipway` is run from its sources, as a process of its own. */
export type Shell = {
  readonly root: string;
  slipway(...args: string[]): Promise<Ended>;
  remove(): void;
};

const sources = resolve(import.meta.dirname, "../src/run.ts");

export function createShell(
  texts: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Shell {
  const root = mkdtempSync(join(tmpdir(), "slipway cli "));
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return {
    root,
    slipway: (...args) => runNode([sources, ...args], { cwd: root, env }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs Node with an environment of its own: a path, no network, no GitHub. */
function runNode(
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ended> {
  const { PATH = "", SYSTEMROOT = "", TEMP = "", TMP = "" } = process.env;
  const windows = process.platform === "win32" ? { SYSTEMROOT, TEMP, TMP } : {};
  const nowhere = {
    GITHUB_API_URL: "http://127.0.0.1:9",
    npm_config_registry: "http://127.0.0.1:9",
  };
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH, HOME: cwd, ...windows, ...nowhere, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? -1, stdout, stderr }));
  });
}
