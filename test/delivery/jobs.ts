import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Evidence } from "@slipway/contracts";
import { evidenceFolder } from "@slipway/runner";
import { createRunner, runGit, type KillPoint, type StepResult } from "@slipway/testkit";
import { logKey, repository, writeAll, type Scene } from "./scene.ts";

const root = join(import.meta.dirname, "..", "..");
const actions = ["register-model", "promote-model"] as const;

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

/** A job of one step on a machine of its own, whose checkout kept no more than actions/checkout keeps. */
export type JobRequest = {
  readonly action: (typeof actions)[number];
  readonly actions: string;
  readonly sha: string;
  readonly runId: number;
  readonly token: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly attempt?: number;
  /** What lies in the workspace beside what is checked out. */
  readonly files?: Readonly<Record<string, string>>;
  /** What earlier steps of the job found. */
  readonly evidence?: readonly Evidence[];
  readonly env?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly killAt?: KillPoint;
};

/** Runs the job with the environment of a hosted runner; its machine is gone afterwards. */
export async function runJob(scene: Scene, job: JobRequest): Promise<StepResult> {
  const workspace = await scene.checkOut(job.sha);
  await writeAll(workspace, job.files ?? {});
  const runner = await createRunner({
    github: scene.github,
    repository,
    workspace,
    sha: job.sha,
    runId: job.runId,
    runAttempt: job.attempt ?? 1,
    eventName: job.eventName ?? "push",
    actionsDirectory: job.actions,
  });
  try {
    const folder = evidenceFolder(join(runner.temp, "slipway", "evidence"));
    for (const evidence of job.evidence ?? []) await folder.write(evidence);
    return await runner.runAction({
      action: job.action,
      token: job.token,
      inputs: { "audit-key": logKey.secret, ...job.inputs },
      ...(job.env === undefined ? {} : { env: job.env }),
      ...(job.killAt === undefined ? {} : { killAt: job.killAt }),
    });
  } finally {
    await runner.close();
  }
}

/** The commits of the log's branch, newest first; none where it does not exist. */
export async function logCommits({ git }: Scene): Promise<readonly string[]> {
  const args = ["rev-list", "--ignore-missing", "--branches=slipway"];
  const text = await runGit({ directory: git.remote, args });
  return text.split("\n").filter((line) => line !== "");
}
