import { join } from "node:path";
import { stringify } from "yaml";
import { type Job, type Workflow } from "./workflow.ts";

/** The name by which `$/…` is spelt out for act, which does not know it. */
const releaseName = "slipway/slipway@0000000000000000000000000000000000000000";

/**
 * The workflow as act can run it: each job begins by telling the layer that it starts, `$/x` becomes a full name,
 * and what act's schema refuses (`cache-mode`, `environment.deployment`) is gone.
 */
export function rewriteWorkflow(workflow: Workflow): Workflow {
  const jobs = Object.entries(workflow.jobs).map(([id, job]) => [id, rewriteJob(id, job)] as const);
  const rewritten: Workflow = { ...workflow, jobs: Object.fromEntries(jobs) };
  delete rewritten["cache-mode"];
  return rewritten;
}

/** The text of a rewritten workflow. */
export function renderWorkflow(workflow: Workflow): string {
  return stringify(workflow, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** `$/actions/x` as `owner/repo/actions/x@sha`; anything else unchanged. */
export function spellOut(uses: string): string {
  const [repository = "", ref = ""] = releaseName.split("@");
  return uses.startsWith("$/") ? `${repository}/${uses.slice(2)}@${ref}` : uses;
}

function rewriteJob(id: string, job: Job): Job {
  const { name, deployment } = environmentOf(job);
  const start = {
    name: "Start of the job, told to the layer",
    shell: "bash",
    // The job's default folder need not exist before its checkout.
    "working-directory": "${{ github.workspace }}",
    run: `node ${JSON.stringify(join(import.meta.dirname, "job-start.mjs"))}`,
    env: {
      LAYER_JOB: id,
      LAYER_ENVIRONMENT: name ?? "",
      LAYER_DEPLOYMENT: deployment,
    },
  };
  const steps = job.steps.map((step) => {
    return step.uses === undefined ? step : { ...step, uses: spellOut(step.uses) };
  });
  const rewritten: Job = { ...job, steps: [start, ...steps] };
  delete rewritten["cache-mode"];
  if (name !== undefined) rewritten.environment = name;
  return rewritten;
}

/** The environment that a job names, and whether GitHub files a deployment for it. */
function environmentOf({ environment }: Job): {
  readonly name: string | undefined;
  readonly deployment: string;
} {
  if (typeof environment !== "object") return { name: environment, deployment: "true" };
  return { name: environment.name, deployment: String(environment.deployment ?? true) };
}
