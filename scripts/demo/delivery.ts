import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { StepResult } from "@slipway/testkit";
import { tell } from "./chapters.ts";
import { startJob, type Job } from "./job.ts";
import type { TrainedModel } from "./models.ts";
import { repository, type Story } from "./scene.ts";
import type { StepOutcome } from "./steps.ts";

const model = "flight-delays";
/** Who pushes to main and merges pull requests. */
const pusher = "ada";

/** A push to main: the job that checks, stores evidence, registers and goes to staging. */
export async function deliver(
  story: Story,
  { id, trained }: { readonly id: string; readonly trained: TrainedModel },
): Promise<void> {
  const { git, steps, site, tokens, keys } = story;
  const sha = await git.git("rev-parse", "main");
  const job = await startJob(site, {
    name: id,
    sha,
    ref: "refs/heads/main",
    eventName: "push",
    event: { ref: "refs/heads/main", repository: { default_branch: "main" } },
    headSha: sha,
    headBranch: "main",
    actor: pusher,
    produced: new Map([["out/predictions.parquet", trained.predictions]]),
  });
  const step = (short: string, action: string, expected: "pass" | "warn" = "pass") =>
    steps.act(
      { id: `${id}-${short}`, title: `${id}: ${action}`, outcome: expected, exitCode: 0 },
      () => job.act(action, tokens.contents),
    );
  await step("validate", "validate-data");
  await step("evaluate", "evaluate-model", id === "main" ? "warn" : "pass");
  await step("store", "store-evidence");
  const registered = await steps.act(
    { id: `${id}-register`, title: `${id}: register-model`, outcome: "pass", exitCode: 0 },
    () =>
      job.act("register-model", tokens.deliver, {
        model,
        "audit-key": keys.audit,
        "signing-key": keys.signing,
      }),
  );
  await keepModel(story, job, registered);
  tell(story, {
    form: "summary",
    title: "register-model",
    detail: id,
    text: registered.summary,
    isOpen: false,
  });
  await job.close();
  await promote(story, { id: `${id}-staging`, to: "staging", outcome: "pass" });
}

/** Lays model, signature and proof where people find them, outside of the jobs. */
async function keepModel(story: Story, job: Job, { outputs }: StepResult): Promise<void> {
  const { version = "", digest = "", signature = "", proof = "" } = outputs;
  const folder = join(story.folder, "models", version);
  const kept = {
    path: join(folder, model),
    signature: join(folder, signature),
    proof: join(folder, proof),
  };
  await cp(join(job.workspace, "model"), kept.path, { recursive: true });
  await cp(join(job.workspace, signature), kept.signature);
  await cp(join(job.workspace, proof), kept.proof);
  story.registered.push({ version, digest, ...kept });
}

/** A promotion: who approves it on GitHub, and how it is expected to end. */
export type PromotionStep = {
  readonly id: string;
  readonly to: string;
  readonly outcome: StepOutcome;
  readonly version?: string;
  readonly approver?: string;
  /** Who starts the run by hand; without one it is the automatic run of a push. */
  readonly startedBy?: string;
  readonly reason?: string;
};

/** A run of the promotion workflow, in a job that names the environment. */
export async function promote(story: Story, wanted: PromotionStep): Promise<void> {
  const { git, steps, site, tokens, keys } = story;
  const sha = await git.git("rev-parse", "main");
  const eventName = wanted.startedBy === undefined ? "push" : "workflow_dispatch";
  const job = await startJob(site, {
    name: wanted.id,
    sha,
    ref: "refs/heads/main",
    eventName,
    event: { ref: "refs/heads/main", repository: { default_branch: "main" } },
    headSha: sha,
    headBranch: "main",
    environment: wanted.to,
    actor: wanted.startedBy ?? pusher,
  });
  if (wanted.approver !== undefined)
    await approve(story, { runId: job.runId, environment: wanted.to, by: wanted.approver });
  const exitCode = wanted.outcome === "pass" ? 0 : 1;
  const { id, to, outcome, version, reason } = wanted;
  const title = `${id}: promote-model to ${to}`;
  const done = await steps.act({ id, title, outcome, exitCode }, async () => {
    const step = await job.act("promote-model", tokens.deliver, {
      model: version === undefined ? model : `${model}@${version}`,
      to,
      "audit-key": keys.audit,
      ...(reason === undefined ? {} : { reason }),
    });
    return step.outputs["state"] === "refused" ? { ...step, outcome: "refused" } : step;
  });
  const isOpen = to === "production";
  tell(story, {
    form: "summary",
    title: "promote-model",
    detail: id,
    text: done.summary,
    isOpen,
  });
  await job.close();
}

/** Approves the waiting job as a person does on GitHub's page. */
async function approve(
  { github }: Story,
  wanted: { readonly runId: number; readonly environment: string; readonly by: string },
): Promise<void> {
  const { runId, environment, by } = wanted;
  const token = github.token(`${by}-approves`, { kind: "user", login: by }).value;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const base = `${github.url}/repos/${repository}`;
  const found: unknown = await (
    await fetch(`${base}/environments/${environment}`, { headers })
  ).json();
  const id: unknown = typeof found === "object" && found !== null && "id" in found ? found.id : 0;
  const answered = await fetch(`${base}/actions/runs/${runId}/pending_deployments`, {
    method: "POST",
    headers,
    body: JSON.stringify({ environment_ids: [id], state: "approved", comment: "looks right" }),
  });
  if (!answered.ok) throw new Error(`${by} cannot approve: ${await answered.text()}`);
}
