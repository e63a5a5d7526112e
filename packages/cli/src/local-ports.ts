import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { localEngine } from "@slipway/engine-duckdb";
import { gitEvidenceBranch, headCommit } from "@slipway/git";
import { loadPolicy } from "@slipway/policy";
import type { EvidenceBranch, Log } from "@slipway/ports";
import {
  evidenceFolder,
  modelFolder,
  runContext,
  shellCommands,
  systemClock,
  terminalStyle,
  workspaceFiles,
  writeWhole,
} from "@slipway/runner";

/** Progress on standard error, so that standard output holds the document alone. */
export const stderrLog: Log = {
  info: (message) => tell("dim", message),
  notice: (message) => tell("dim", `note: ${message}`),
  warning: (message) => tell("yellow", `warning: ${message}`),
};

function tell(colour: "dim" | "yellow", message: string): void {
  process.stderr.write(`${terminalStyle(process.stderr, process.env)[colour](message)}\n`);
}

/** The ports of the command line: this folder, this machine, the user's own files anywhere. */
export async function localPorts(bindingFolder: string | undefined) {
  const folder = process.cwd();
  const temporary = join(folder, ".slipway");
  const files = workspaceFiles({ root: folder, anywhere: true });
  const commit = await headCommit(folder);
  const evidence = evidenceFolder(join(temporary, "evidence"));
  await ignoreItself(temporary);
  return {
    files,
    folder: evidence,
    evidence,
    branch: commit === undefined ? undefined : patientBranch(gitEvidenceBranch({ folder })),
    engine: localEngine({
      env: process.env,
      folder,
      temporary,
      bindingFolder: bindingFolder === undefined ? undefined : resolve(bindingFolder),
    }),
    models: modelFolder(files.locate),
    commands: shellCommands(folder),
    clock: systemClock,
    context: { ...runContext({}, {}), run: commit === undefined ? {} : { commit } },
    log: stderrLog,
    sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
    loadPolicy: (file: string) => loadPolicy(files, file, undefined),
  };
}

/** What lies here is made again by any run. The folder is a parameter, or the bundler takes the file for an asset. */
async function ignoreItself(folder: string): Promise<void> {
  await writeWhole(join(folder, ".gitignore"), ".slipway/.gitignore", "*\n");
}

/** On a laptop without network the baseline is missing, which the gates say; that is no reason to stop. */
function patientBranch(branch: EvidenceBranch): EvidenceBranch {
  return {
    ...branch,
    nearest: async (kind, name) => {
      try {
        return await branch.nearest(kind, name);
      } catch (error) {
        stderrLog.warning(
          `no baseline: ${error instanceof Error ? error.message : "unknown reason"}`,
        );
        return undefined;
      }
    },
  };
}
