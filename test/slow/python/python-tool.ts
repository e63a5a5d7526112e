import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensurePythonPackages } from "../../../scripts/check/tools.ts";

/** How a run of the tool ended. */
export type ToolAnswer = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
};

/** A Python program of another project, as its release has it. */
export type PythonTool = (args: readonly string[], cwd: string) => Promise<ToolAnswer>;

/** How long the first run may take: it downloads about 100 MB. */
export const installTimeoutMs = 600_000;

/** GTO or model_signing, installed where it is missing. Without Python it throws, so that the tests fail. */
export async function pythonTool(name: "gto" | "model-signing"): Promise<PythonTool> {
  const packages = await ensurePythonPackages(name);
  const program = join(packages, "bin", name.replace("-", "_"));
  return (args, cwd) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, PYTHONPATH: packages, NO_COLOR: "1", COLUMNS: "200" };
      const child = spawn("python3", [program, ...args], { cwd, env });
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      child.on("error", reject);
      child.on("close", (code) => resolve({ exitCode: code ?? -1, stdout, stderr }));
    });
}
