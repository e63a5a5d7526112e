import {
  type Exchange,
  type FakeGate,
  type FakeGitHub,
  type FakeRun,
  type FakeToken,
  type Permissions,
  type Reply,
} from "@slipway/testkit";
import { z } from "zod";
import { grantPermissions } from "./grant-permissions.ts";
import { type WorkflowRun } from "./read-act-output.ts";
import { type Workflow } from "./workflow.ts";

/** What people do while a job waits at an environment. */
export type AtGate = (gate: FakeGate) => Promise<void>;

/** A run that act works on, as the fake knows it. */
export type StartedRun = {
  readonly github: FakeGitHub;
  readonly fullName: string;
  readonly workflow: Workflow;
  readonly run: FakeRun;
  /** The ref that runs. */
  readonly ref: string;
  readonly token: FakeToken;
  readonly isFork: boolean;
  readonly atGate: AtGate | undefined;
};

const jobStart = z.object({ job: z.string(), environment: z.string(), deployment: z.boolean() });

/**
 * Sets the token to what the job may do, and holds the job until people have answered for its environment. A job that
 * waits for more than they do is turned away: GitHub would let it wait for 30 days, and then fail it.
 */
export async function startJob(
  exchange: Exchange,
  started: StartedRun | undefined,
): Promise<Reply> {
  const { job: id, ...entry } = jobStart.parse(JSON.parse(exchange.bytes.toString()));
  const job = started?.workflow.jobs[id];
  if (started === undefined || job === undefined) {
    return { kind: "answer", status: 500, body: `no run has a job ${id}` };
  }
  const { github, fullName, run, atGate, token } = started;
  const permissions = grantPermissions(started.workflow, job, started.isFork);
  github.grant(token.name, permissions);
  if (entry.environment === "") return letIn(started, permissions);
  const gate = github.enterEnvironment(fullName, run.id, { ...entry, job: id });
  if (gate.state === "waiting") await atGate?.({ ...gate });
  const { state } = github.gate(fullName, gate.id);
  if (isOpen(state)) return letIn(started, permissions, gate.environment);
  return { kind: "answer", status: 403, body: `environment ${entry.environment}: ${state}` };
}

/** The jobs that were let in have ended, and with them the deployments that GitHub filed for them. */
export function endJobs(started: StartedRun, jobs: WorkflowRun["jobs"]): void {
  const { github, fullName, run } = started;
  const gates = github.state.repositories.get(fullName)?.gates ?? [];
  for (const { id, runId, job, state } of gates) {
    if (runId !== run.id || !isOpen(state)) continue;
    github.endJob(fullName, id, jobs[job] === "success" ? "success" : "failure");
  }
}

/** The job begins, with the variables that a runner sets for it alone. */
function letIn(
  { github, fullName, run, ref }: StartedRun,
  permissions: Permissions,
  environment?: string,
): Reply {
  if (permissions["id-token"] !== "write") return { kind: "answer", status: 200, body: "" };
  const { url, token } = github.identity({
    repository: fullName,
    runId: run.id,
    runAttempt: run.attempt,
    runNumber: run.number,
    sha: run.headSha,
    ref,
    headRef: "",
    baseRef: "",
    actor: run.actor,
    eventName: run.event,
    workflow: run.name,
    ...(environment === undefined ? {} : { environment }),
  });
  const body = `ACTIONS_ID_TOKEN_REQUEST_URL=${url}\nACTIONS_ID_TOKEN_REQUEST_TOKEN=${token}\n`;
  return { kind: "answer", status: 200, body };
}

function isOpen(state: FakeGate["state"]): boolean {
  return state === "open" || state === "bypassed";
}
