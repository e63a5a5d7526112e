import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { parseFileCommands } from "./file-commands.ts";
import { type ScriptEnd } from "./run-script.ts";
import { maskText, parseStepOutput, type Annotation } from "./workflow-commands.ts";

/** What a step did, as far as GitHub would show it; `stdout` and `stderr` are raw, `log` is masked. */
export type StepResult = {
  readonly exitCode: number;
  /** What a step that was killed wrote for the runner is lost with its machine. */
  readonly wasKilled: boolean;
  readonly stdout: string;
  readonly stderr: string;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** One sentence for each thing that GitHub would not show or would warn of. */
  readonly cut: readonly string[];
  readonly ms: number;
};

const maxSummaryBytes = 1024 * 1024;
/** The files of commands, by the names of their variables without `GITHUB_`. */
export const stepFileNames = ["OUTPUT", "STEP_SUMMARY", "STATE", "ENV", "PATH"] as const;

/** Where each of these files is. */
export type StepFiles = Readonly<Record<(typeof stepFileNames)[number], string>>;
/** Makes the empty files that a step writes its commands to, in a new folder. */
export async function createStepFiles(folder: string): Promise<StepFiles> {
  await mkdir(folder);
  const path = (name: keyof StepFiles): string => join(folder, name.toLowerCase());
  const files: StepFiles = {
    OUTPUT: path("OUTPUT"),
    STEP_SUMMARY: path("STEP_SUMMARY"),
    STATE: path("STATE"),
    ENV: path("ENV"),
    PATH: path("PATH"),
  };
  await emptyStepFiles(files);
  return files;
}

/** Empties the files, as if the step had written nothing. */
export async function emptyStepFiles(files: StepFiles): Promise<void> {
  for (const name of stepFileNames) await writeFile(files[name], "");
}

/** What a step left behind, cut as GitHub cuts it; `secrets` are masked.
 * @throws Error where the runner could not read a file of commands. */
export async function readStepResult(
  files: StepFiles,
  end: ScriptEnd,
  secrets: readonly string[],
): Promise<StepResult> {
  const { annotations, masks, log, cut } = parseStepOutput(end.output, secrets);
  const summary = await readFile(files.STEP_SUMMARY);
  const isTooLong = summary.byteLength > maxSummaryBytes;
  const tooLong = `the summary of ${summary.byteLength} bytes is over ${maxSummaryBytes} and not shown`;
  return {
    exitCode: end.exitCode,
    wasKilled: end.wasKilled,
    stdout: end.stdout,
    stderr: end.stderr,
    log,
    outputs: parseFileCommands(await readFile(files.OUTPUT, "utf8")),
    state: parseFileCommands(await readFile(files.STATE, "utf8")),
    summary: isTooLong ? "" : maskText(summary.toString(), [...secrets, ...masks]),
    annotations,
    masks,
    cut: isTooLong ? [...cut, tooLong] : cut,
    ms: end.ms,
  };
}
