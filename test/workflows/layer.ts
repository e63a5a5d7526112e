import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  listenOnLoopback,
  runGit,
  type FakeGitHub,
  type FakeRun,
  type LoopbackServer,
} from "@slipway/testkit";
import { root } from "../../scripts/check/run-command.ts";
import { endJobs, startJob, type AtGate, type StartedRun } from "./job-gates.ts";
import { matchTrigger, type Happening } from "./match-trigger.ts";
import { type WorkflowRun } from "./read-act-output.ts";
import { runAct } from "./run-act.ts";
import { type Workflow } from "./workflow.ts";

/** What GitHub would be told: which commit of which repository, by which event. */
export type Occasion = {
  readonly happening: Happening;
  readonly payload: unknown;
  /** The ref to run, as it is in the remote: `refs/heads/main`, `refs/pull/1/merge`. */
  readonly ref: string;
  /** What the run is remembered by: the head of the pull request, not the merge commit. */
  readonly head: { readonly sha: string; readonly branch: string; readonly repository: string };
  readonly pulls?: readonly number[];
  /** Who pushed, or started the run by hand; the repository's owner by default. */
  readonly actor?: string;
  readonly secrets?: Readonly<Record<string, string>>;
};

/** A run, and how the fake remembers it. `null` where the trigger does not match. */
export type LayerRun = WorkflowRun & { readonly run: FakeRun };

/** Runs workflows of one repository of a fake GitHub as GitHub would. */
export type Layer = {
  /** `atGate` is what people do while a job waits at an environment; a job that is not let in then is refused. */
  run(workflow: Workflow, occasion: Occasion, atGate?: AtGate): Promise<LayerRun | null>;
  close(): Promise<void>;
};

/** The fake, the repository in it, the tree that stands for Slipway's release. */
export type LayerOptions = {
  readonly github: FakeGitHub;
  readonly fullName: string;
  readonly releaseTree: string;
};

/** Starts the layer: a server that jobs call when they begin, and a folder with the remotes. */
export async function createLayer(options: LayerOptions): Promise<Layer> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-act-"));
  let current: StartedRun | undefined;
  const server = await listenOnLoopback((exchange) => startJob(exchange, current));
  await linkRemotes(options.github, join(folder, "remotes"));
  return {
    run: async (workflow, occasion, atGate) => {
      if (!matchTrigger(workflow, occasion.happening)) return null;
      const isFork =
        occasion.head.repository !== options.fullName &&
        occasion.happening.event === "pull_request";
      const run = addRun(options, workflow, occasion);
      // Permissions follow the job that runs, see `startJob`.
      const token = options.github.token(`run ${run.id}`, {
        kind: isFork ? "fork" : "GITHUB_TOKEN",
        permissions: {},
        repository: options.fullName,
      });
      current = { ...options, workflow, run, ref: occasion.ref, token, isFork, atGate };
      const place = await mkdtemp(join(folder, "run-"));
      try {
        const repository = await cloneAt(options, occasion.ref, place);
        const env = environment({ options, run, server, occasion });
        const result = await runAct({
          folder: place,
          repository,
          releaseTree: options.releaseTree,
          workflow,
          event: occasion.happening.event,
          payload: occasion.payload,
          token: token.value,
          secrets: isFork ? {} : (occasion.secrets ?? {}),
          env,
          remotes: join(folder, "remotes"),
        });
        endJobs(current, result.jobs);
        const hasFailed = Object.values(result.jobs).includes("failure");
        Object.assign(run, { status: "completed", conclusion: hasFailed ? "failure" : "success" });
        return { ...result, run };
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    },
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function addRun(options: LayerOptions, workflow: Workflow, occasion: Occasion): FakeRun {
  return options.github.addRun(options.fullName, {
    name: workflow.name ?? "workflow",
    event: occasion.happening.event,
    status: "in_progress",
    headSha: occasion.head.sha,
    headBranch: occasion.head.branch,
    headRepository: occasion.head.repository,
    ...(occasion.actor === undefined ? {} : { actor: occasion.actor }),
    pulls: occasion.head.repository === options.fullName ? (occasion.pulls ?? []) : [],
  });
}

async function linkRemotes(github: FakeGitHub, folder: string): Promise<void> {
  for (const { fullName, gitDirectory } of github.state.repositories.values()) {
    if (gitDirectory === null) continue;
    const link = join(folder, `${fullName}.git`);
    await mkdir(dirname(link), { recursive: true });
    await symlink(gitDirectory, link);
  }
}

/** act takes the commit from the repository that it is started in. */
async function cloneAt(options: LayerOptions, ref: string, place: string): Promise<string> {
  const { gitDirectory } = options.github.state.repositories.get(options.fullName) ?? {};
  if (!gitDirectory) throw new Error(`${options.fullName} has no git directory`);
  const directory = join(place, "repository");
  await mkdir(directory);
  const branch = ref.replace(/^refs\/heads\//, "");
  const isBranch = branch !== ref;
  await runGit({ directory, args: ["init", "-q", "-b", isBranch ? branch : "detached"] });
  await runGit({ directory, args: ["fetch", "-q", gitDirectory, ref] });
  await runGit({ directory, args: ["reset", "-q", "--hard", "FETCH_HEAD"] });
  const origin = `https://github.com/${options.fullName}`;
  await runGit({ directory, args: ["remote", "add", "origin", origin] });
  return directory;
}

/** What act does not set, or would set for a repository on the real GitHub. */
function environment(call: {
  readonly options: LayerOptions;
  readonly run: FakeRun;
  readonly server: LoopbackServer;
  readonly occasion: Occasion;
}): Record<string, string> {
  const { github, fullName } = call.options;
  const client = "packages/runner/node_modules/@actions/artifact/lib/artifact.js";
  return {
    GITHUB_API_URL: github.url,
    ACTIONS_RESULTS_URL: github.url,
    ACTIONS_RUNTIME_TOKEN: github.runtimeToken(call.run.id),
    GITHUB_RUN_ID: String(call.run.id),
    GITHUB_RUN_NUMBER: String(call.run.number),
    GITHUB_ACTOR: call.run.actor,
    GITHUB_TRIGGERING_ACTOR: call.run.actor,
    GITHUB_REPOSITORY_ID: String(github.state.repositories.get(fullName)?.id ?? 0),
    GITHUB_WORKFLOW_REF: `${fullName}/${call.run.path}@${call.occasion.ref}`,
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "layer",
    LAYER_URL: call.server.url,
    LAYER_ARTIFACT_CLIENT: pathToFileURL(join(root, client)).href,
  };
}
