import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireCommand, root, runCommand } from "../../scripts/check/run-command.ts";
import { ensureActionlint, ensurePythonTools } from "../../scripts/check/tools.ts";
import { type ShownWorkflow } from "./list-workflows.ts";

/** What the linters say of one workflow, as users would copy it; nothing when it is clean. */
export async function lintWorkflow(shown: ShownWorkflow, releaseTree: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-lint-"));
  try {
    const workflows = join(folder, ".github", "workflows");
    await mkdir(workflows, { recursive: true });
    await requireCommand("git", ["init", "-q"], { cwd: folder });
    await cp(join(releaseTree, "actions"), join(folder, "actions"), { recursive: true });
    await cp(join(releaseTree, "dist"), join(folder, "dist"), { recursive: true });
    const name = join(workflows, "shown.yml");
    await writeFile(name, refsToPaths(shown.text));
    const syntax = await actionlint(folder);
    await writeFile(name, shown.text);
    return [syntax, await zizmor(folder)].filter(Boolean).join("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** actionlint compares inputs and outputs with action.yml only where the action is a local path. */
export function refsToPaths(text: string): string {
  return text.replaceAll(/(uses: *)(?:\$|[\w.-]+\/slipway)\/(actions\/[\w-]+)(?:@\S+)?/g, "$1./$2");
}

async function actionlint(folder: string): Promise<string> {
  const args = ["-shellcheck=", "-pyflakes=", "-no-color"];
  const { exitCode, output } = await runCommand(await ensureActionlint(), args, {
    cwd: folder,
    isQuiet: true,
  });
  return exitCode === 0 ? "" : output;
}

async function zizmor(folder: string): Promise<string> {
  const { zizmor: command } = await ensurePythonTools();
  const strict = ["--offline", "--pedantic", "--strict-collection", "--no-progress", "--quiet"];
  const config = join(root, ".github", "zizmor.yml");
  const args = [...strict, "--config", config, join(folder, ".github")];
  const { exitCode, output } = await runCommand(command, args, { cwd: folder, isQuiet: true });
  return exitCode === 0 ? "" : output;
}
