import { spawn } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ensurePythonTools } from "../../scripts/check/tools.ts";
import { root } from "../../scripts/check/run-command.ts";
import { listLabels, mapUses } from "./map-uses.ts";
import { readActOutput, type WorkflowRun } from "./read-act-output.ts";
import { renderWorkflow, rewriteWorkflow } from "./rewrite-workflow.ts";
import { type Workflow } from "./workflow.ts";

/** One start of act. `folder` is its own, to be removed afterwards; `repository` is a clone whose HEAD is the commit to run. */
export type ActCall = {
  readonly folder: string;
  readonly repository: string;
  readonly releaseTree: string;
  readonly workflow: Workflow;
  readonly event: string;
  readonly payload: unknown;
  readonly token: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Bare repositories as `owner/name.git`, which stand for those on github.com. */
  readonly remotes: string;
};

/** What a runner passes on from the machine: where packages come from. */
const passedOn = /^(npm_config_registry|NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy)$/i;

/** Runs a workflow on this machine. Throws when act itself failed, that is without any job that did. */
export async function runAct(call: ActCall): Promise<WorkflowRun> {
  const rewritten = rewriteWorkflow(call.workflow);
  const labels = listLabels(rewritten);
  const uses = mapUses(rewritten, call.releaseTree);
  const cache = join(call.folder, "cache");
  await prepareFolder(call, cache);
  await writeFile(join(call.folder, "workflow.yml"), renderWorkflow(rewritten));
  await writeFile(join(call.folder, "event.json"), JSON.stringify(call.payload));
  const { exitCode, stdout, stderr } = await start(call, [
    ...[call.event, "--json", "-W", join(call.folder, "workflow.yml")],
    ...["-e", join(call.folder, "event.json"), "--no-cache-server", "--action-offline-mode"],
    // One job at a time: all jobs share one token, whose permissions follow the job that runs.
    ...["--concurrent-jobs", "1", "--no-skip-checkout", "--action-cache-path", cache],
    ...labels.flatMap((label) => ["-P", `${label}=-self-hosted`]),
    ...[...uses].flatMap(([name, folder]) => ["--local-repository", `${name}=${folder}`]),
    ...Object.entries(call.env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...["-s", `GITHUB_TOKEN=${call.token}`],
    ...Object.entries(call.secrets ?? {}).flatMap(([name, value]) => ["-s", `${name}=${value}`]),
  ]);
  const run = readActOutput(stdout, rewritten);
  const hasFailed = Object.values(run.jobs).includes("failure");
  if ((exitCode !== 0) !== hasFailed) {
    throw new Error(`act ended with ${exitCode}: ${stderr}\n${run.log.slice(-2000)}`);
  }
  return run;
}

/** A home whose git takes github.com for the local remotes, and a tool cache that outlives the run. */
async function prepareFolder(call: ActCall, cache: string): Promise<void> {
  const tools = join(root, ".ci", "cache", "tool-cache");
  await mkdir(tools, { recursive: true });
  await mkdir(cache, { recursive: true });
  await symlink(tools, join(cache, "tool_cache"));
  const lines = [
    `[url "file://${call.remotes}/"]`,
    `\tinsteadOf = https://github.com/`,
    "[init]",
    "\tdefaultBranch = main",
    "[safe]",
    "\tdirectory = *",
  ];
  await writeFile(join(call.folder, ".gitconfig"), `${lines.join("\n")}\n`);
}

async function start(
  call: ActCall,
  args: readonly string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const { act } = await ensurePythonTools();
  const kept = Object.entries(process.env).filter(([name]) => passedOn.test(name));
  const child = spawn(act, args, {
    cwd: call.repository,
    // Nothing of this machine: what the shell has would reach every step.
    env: {
      ...Object.fromEntries(kept),
      HOME: call.folder,
      XDG_CACHE_HOME: call.folder,
      ACT_DISABLE_VERSION_CHECK: "1",
      PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { exitCode, stdout, stderr };
}
