import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  createRunner,
  runGit,
  type FakeGitHub,
  type Runner,
  type StepResult,
} from "@slipway/testkit";
import { installedBindingFolder } from "@slipway/engine-duckdb/installed";

/** Where the jobs of the story run. */
export type Site = {
  readonly github: FakeGitHub;
  readonly repository: string;
  readonly remote: string;
  readonly folder: string;
};

/** A job: which commit it checks out, the event behind it, and files that a real job would have made itself. */
export type JobRequest = {
  readonly name: string;
  readonly sha: string;
  readonly ref: string;
  readonly eventName: string;
  readonly event: unknown;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository?: string;
  /** Predictions and model of this job's training. */
  readonly produced?: ReadonlyMap<string, string>;
  readonly pulls?: readonly number[];
  /** Who started it, and the environment that the job names. */
  readonly actor?: string;
  readonly environment?: string;
};

/** A running job and the actions that it calls. */
export type Job = {
  readonly runId: number;
  readonly workspace: string;
  readonly act: (
    action: string,
    token: string,
    inputs?: Readonly<Record<string, string>>,
  ) => Promise<JobStep>;
  readonly close: () => Promise<void>;
};

/** What a step left behind; `outcome` is the action's own output. */
export type JobStep = StepResult & { readonly outcome: string };

/** Starts a job as a hosted runner would: a shallow checkout, then steps that share one temporary folder. */
export async function startJob(site: Site, request: JobRequest): Promise<Job> {
  const { github, repository } = site;
  const workspace = join(site.folder, request.name);
  await checkOut(workspace, site.remote, request.sha);
  for (const [target, source] of request.produced ?? [])
    await cp(source, join(workspace, target), { recursive: true });
  const run = github.addRun(repository, {
    headSha: request.headSha,
    headBranch: request.headBranch,
    event: request.eventName,
    status: "in_progress",
    ...(request.headRepository === undefined ? {} : { headRepository: request.headRepository }),
    ...(request.pulls === undefined ? {} : { pulls: request.pulls }),
    ...(request.actor === undefined ? {} : { actor: request.actor }),
  });
  if (request.environment !== undefined)
    github.enterEnvironment(repository, run.id, { environment: request.environment });
  const { name, sha, ref, eventName, event } = request;
  const runner = await createRunner({
    github,
    repository,
    workspace,
    sha,
    ref,
    eventName,
    event,
    runId: run.id,
    job: name,
    workflow: "model",
  });
  return {
    runId: run.id,
    workspace,
    act: (action, token, inputs) => step(runner, { action, token, inputs: inputs ?? {} }),
    close: () => runner.close(),
  };
}

async function step(
  runner: Runner,
  request: { action: string; token: string; inputs: Readonly<Record<string, string>> },
): Promise<JobStep> {
  const binding = installedBindingFolder();
  const needsEngine = request.action === "validate-data" || request.action === "evaluate-model";
  const inputs = {
    ...request.inputs,
    ...(needsEngine && binding !== undefined ? { "duckdb-binding": binding } : {}),
  };
  const result = await runner.runAction({ ...request, inputs });
  return { ...result, outcome: result.outputs["outcome"] ?? "none" };
}

async function checkOut(workspace: string, remote: string, sha: string): Promise<void> {
  await mkdir(workspace, { recursive: true });
  const git = (...args: readonly string[]) => runGit({ directory: workspace, args });
  await git("init", "-q", "-b", "main");
  await git("remote", "add", "origin", remote);
  await git("fetch", "-q", "--no-tags", "--depth=1", "origin", sha);
  await git("checkout", "-q", "--detach", "FETCH_HEAD");
}
