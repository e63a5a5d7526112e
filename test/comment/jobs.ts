import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { installedBindingFolder } from "@slipway/engine-duckdb/installed";
import { createRunner, runGit, type Runner, type StepResult } from "@slipway/testkit";
import { fork, pullEvent, repository, type Scene } from "./scene.ts";

const root = join(import.meta.dirname, "..", "..");
const actions = ["validate-data", "evaluate-model", "comment-metrics", "store-evidence"] as const;

/** A folder of actions that start from the sources, so that no test depends on when dist/ was built. */
export async function actionsFolder(parent: string): Promise<string> {
  // The same tests run against a bundle: SLIPWAY_TEST_BUNDLE=FOLDER after `node scripts/build.ts FOLDER`.
  const bundle = process.env["SLIPWAY_TEST_BUNDLE"];
  const folder = await mkdtemp(join(parent, "actions-"));
  const sources = join(root, "packages", "suite", "src", "index.ts");
  const suite = pathToFileURL(bundle === undefined ? sources : resolve(bundle, "index.js")).href;
  for (const name of actions) {
    await mkdir(join(folder, name));
    await cp(join(root, "actions", name, "action.yml"), join(folder, name, "action.yml"));
    const main = `import("${suite}").then(({ start }) => start("${name}"));\n`;
    await writeFile(join(folder, name, "main.mjs"), main);
  }
  return folder;
}

/** How a job starts; without `files` its workspace is empty, without `git` no repository. */
export type JobInit = {
  readonly actions: string;
  readonly runId: number;
  readonly files?: Readonly<Record<string, string>>;
  readonly git?: boolean;
  readonly event?: unknown;
  readonly eventName?: string;
  readonly actor?: string;
  readonly runAttempt?: number;
  readonly sha?: string;
};

/** A job whose steps are processes with the environment of a hosted runner. */
export type Job = {
  readonly runner: Runner;
  readonly step: (
    action: (typeof actions)[number],
    token: string,
    inputs?: Readonly<Record<string, string>>,
  ) => Promise<StepResult>;
};

/** Starts a job of pull request 1, unless told otherwise. */
export async function startJob(scene: Scene, init: JobInit): Promise<Job> {
  const workspace = await mkdtemp(join(scene.folder, "workspace-"));
  const sha = init.sha ?? scene.shas.change;
  if (init.git === true) {
    const git = (...args: readonly string[]) => runGit({ directory: workspace, args });
    await git("init", "-q", "-b", "main");
    await git("remote", "add", "origin", scene.git.remote);
    await git("fetch", "-q", "--depth=1", "origin", sha);
    await git("checkout", "-q", "--detach", "FETCH_HEAD");
  }
  for (const [name, text] of Object.entries(init.files ?? {}))
    await writeFile(join(workspace, name), text);
  const runner = await createRunner({
    github: scene.github,
    repository,
    workspace,
    sha,
    runId: init.runId,
    ref: init.eventName === "push" ? "refs/heads/main" : "refs/pull/1/merge",
    eventName: init.eventName ?? "pull_request",
    event: init.event ?? pullEvent(scene, 1),
    actionsDirectory: init.actions,
    ...(init.actor === undefined ? {} : { actor: init.actor }),
    ...(init.runAttempt === undefined ? {} : { runAttempt: init.runAttempt }),
  });
  const binding = installedBindingFolder();
  return {
    runner,
    step: (action, token, inputs = {}) => {
      const needsEngine = action === "validate-data" || action === "evaluate-model";
      const engine = needsEngine && binding !== undefined ? { "duckdb-binding": binding } : {};
      return runner.runAction({ action, token, inputs: { ...engine, ...inputs } });
    },
  };
}

/** A run of the pull request with that number, as GitHub knows it. */
export function addRun({ github, shas }: Scene, number: 1 | 2): number {
  const head =
    number === 1
      ? { headSha: shas.change, headBranch: "change" }
      : { headSha: shas.fork, headBranch: "fix", headRepository: fork };
  return github.addRun(repository, { ...head, event: "pull_request", status: "in_progress" }).id;
}
