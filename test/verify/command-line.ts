import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../repository/list-files.ts";

/** How a call ended. */
export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs `slipway` from its sources as a process of its own in a folder, with no network but what `env` names. */
export function slipway(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [join(root, "packages/cli/src/run.ts"), ...args], {
    cwd: folder,
    env: { PATH, HOME: folder, GITHUB_API_URL: "http://127.0.0.1:9", ...env },
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
