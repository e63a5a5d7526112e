import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence, Promotion, Registration } from "@slipway/contracts";
import type { RunContext, SlipwayBranch } from "@slipway/ports";
import { inputs as promoteInputs, promoteModel, type JobIdentity } from "@slipway/promote-model";
import { inputs as registerInputs, registerModel } from "@slipway/register-model";
import {
  ecdsaKeys,
  evidenceFolder,
  inputName,
  logCrypto,
  modelFolder,
  parseInputs,
  workspaceFiles,
  type InputSchema,
} from "@slipway/runner";
import { z } from "zod";
import { evidenceOf } from "./evidence.ts";
import { logKey, repository, sha256, writeAll, type Scene } from "./scene.ts";

/** The time of a step, where a test does not say otherwise. */
export const now = "2026-03-02T16:40:00.000Z";

type Inputs = Readonly<Record<string, string>>;

/** A step that registers: the commit, the bytes in its workspace, and the evidence beside them. */
export type RegisterStep = {
  readonly sha: string;
  readonly model: Readonly<Record<string, string>>;
  readonly evidence?: readonly Evidence[];
  readonly inputs?: Inputs;
  readonly at?: string;
  readonly token?: string;
  readonly runId?: number;
  readonly event?: string;
  /** Changes the workspace after the evidence was made. */
  readonly arrange?: (workspace: string) => Promise<unknown>;
};

const log = { info: () => undefined, notice: () => undefined, warning: () => undefined };

/** Registers with the real adapters, over git and HTTP. */
export async function register(scene: Scene, step: RegisterStep): Promise<Registration> {
  const workspace = await scene.checkOut(step.sha);
  await writeAll(workspace, step.model);
  const folder = evidenceFolder(join(workspace, ".evidence"));
  const at = step.at ?? now;
  const policy = await readFile(join(workspace, "slipway.yaml"), "utf8");
  const found =
    step.evidence ?? evidenceOf({ commit: step.sha, finishedAt: at, model: step.model, policy });
  for (const evidence of found) await folder.write(evidence);
  await step.arrange?.(workspace);
  const { gitBaseRevision, gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } =
    await import("@slipway/git");
  const files = workspaceFiles({ root: workspace });
  return registerModel(
    parse(registerInputs, { model: "churn", auditKey: logKey.secret, ...step.inputs }),
    {
      files,
      folder,
      models: modelFolder(files.locate),
      branch: gitSlipwayBranch({ folder: workspace }),
      tags: gitRegistryTags({ folder: workspace }),
      defaultBranch: () => gitDefaultBranch({ folder: workspace }),
      readCommitted: (commit, path) =>
        gitBaseRevision({ folder: workspace, ref: "HEAD", commit }).readText(path),
      people: step.token === undefined ? undefined : async () => (await host(step.token)).people,
      clock: { now: () => at },
      context: contextOf(step),
      log,
      commit: step.sha,
      crypto: logCrypto,
      keys: ecdsaKeys,
      sha256,
    },
  );
}

/** A step that promotes. */
export type PromoteStep = {
  readonly to: string;
  readonly model?: string;
  readonly inputs?: Inputs;
  readonly at?: string;
  /** Without one nobody is asked, as on a laptop. */
  readonly token?: string;
  readonly runId?: number;
  readonly event?: string;
  readonly workspace?: string;
  /** What a signed token of the run says; by default the job has none. */
  readonly identity?: JobIdentity | undefined;
  /** What others do between the decision and the push. */
  readonly meanwhile?: () => Promise<unknown>;
};

/** Promotes with the real adapters, over git and HTTP. */
export async function promote(scene: Scene, step: PromoteStep): Promise<Promotion> {
  const workspace =
    step.workspace ?? (await scene.checkOut(await scene.git.git("rev-parse", "main")));
  const { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } = await import("@slipway/git");
  return promoteModel(
    parse(promoteInputs, {
      model: step.model ?? "churn",
      to: step.to,
      auditKey: logKey.secret,
      ...step.inputs,
    }),
    {
      files: workspaceFiles({ root: workspace }),
      branch: interrupted(gitSlipwayBranch({ folder: workspace }), step.meanwhile),
      tags: gitRegistryTags({ folder: workspace }),
      defaultBranch: () => gitDefaultBranch({ folder: workspace }),
      host: step.token === undefined ? undefined : () => host(step.token),
      identity: () => Promise.resolve(step.identity),
      clock: { now: () => step.at ?? now },
      context: contextOf(step),
      log,
      crypto: logCrypto,
      sha256,
    },
  );
}

/** The branch, on which others do something once this writer has decided and before it pushes. */
function interrupted(branch: SlipwayBranch, meanwhile: PromoteStep["meanwhile"]): SlipwayBranch {
  let left = meanwhile;
  return {
    ...branch,
    update: (plan) =>
      branch.update(async (view) => {
        const change = await plan(view);
        const act = left;
        left = undefined;
        await act?.();
        return change;
      }),
  };
}

async function host(token: string | undefined) {
  const { connect, githubDeployments, githubPeople } = await import("@slipway/github");
  const connection = connect({ token, repository, tell: () => undefined, secondMs: 1 });
  return { people: githubPeople(connection), deployments: githubDeployments(connection) };
}

function contextOf(step: Pick<PromoteStep, "runId" | "event">): RunContext {
  const { runId, event } = step;
  return {
    tool: { name: "slipway", version: "0.1.0" },
    run: {
      repository,
      job: "promote",
      ...(runId === undefined ? {} : { runId, runAttempt: 1 }),
      ...(event === undefined ? {} : { event }),
    },
  };
}

function parse<S extends InputSchema>(schema: S, given: Inputs) {
  const byName = new Map(Object.entries(given).map(([key, value]) => [inputName(key), value]));
  return parseInputs(schema, { read: (name) => byName.get(name) ?? "", title: (name) => name });
}

/** A run of the promotion workflow, whose job names an environment; `by` starts it. */
export function startRun(
  scene: Scene,
  init: {
    readonly sha: string;
    readonly environment?: string;
    readonly by?: string;
    readonly event?: string;
  },
): number {
  const run = scene.github.addRun(repository, {
    headSha: init.sha,
    headBranch: "main",
    event: init.event ?? "push",
    status: "in_progress",
    actor: init.by ?? "hubot",
  });
  if (init.environment !== undefined)
    scene.github.enterEnvironment(repository, run.id, { environment: init.environment });
  return run.id;
}

/** Answers for an environment as a person does on the web. */
export async function answer(
  scene: Scene,
  runId: number,
  said: {
    readonly environment: string;
    readonly by: string;
    readonly state?: "approved" | "rejected";
  },
): Promise<void> {
  const token = scene.github.token(`person-${said.by}`, { kind: "user", login: said.by });
  const base = `${scene.github.url}/repos/${repository}`;
  const headers = { authorization: `Bearer ${token.value}`, "content-type": "application/json" };
  const found = await fetch(`${base}/environments/${said.environment}`, { headers });
  const { id } = z.object({ id: z.int() }).parse(await found.json());
  const response = await fetch(`${base}/actions/runs/${runId}/pending_deployments`, {
    method: "POST",
    headers,
    body: JSON.stringify({
      environment_ids: [id],
      state: said.state ?? "approved",
      comment: "seen",
    }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}
