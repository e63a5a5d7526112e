import { type EnvironmentEntry } from "./delivery-setup.ts";
import { type FakeEnvironment, type FakeGate } from "./delivery-state.ts";
import { addDeploymentStatus, recordDeployment } from "./deployments.ts";
import { admitsBranch, ensureEnvironment, findEnvironment } from "./environments.ts";
import { takeId, type FakeRepository, type FakeRun, type FakeState } from "./state.ts";
import { timestamp } from "./timestamp.ts";

/** A run, where it belongs, and the time at which something happens to it. */
export type RunPlace = {
  readonly state: FakeState;
  readonly repository: FakeRepository;
  readonly run: FakeRun;
  readonly now: Date;
};

/** A job of the run's present attempt arrives at an environment. */
export function enterGate(place: RunPlace, entry: EnvironmentEntry): FakeGate {
  const { state, repository, run, now } = place;
  const at = timestamp(now);
  const environment = ensureEnvironment(state, repository, { name: entry.environment, at });
  const isAdmitted = admitsBranch(environment, repository, run.headBranch);
  const waitMs = environment.waitMinutes * 60_000;
  const hasDeployment = isAdmitted && entry.deployment !== false;
  const gate: FakeGate = {
    id: takeId(state),
    runId: run.id,
    attempt: run.attempt,
    job: entry.job ?? "model",
    environment: environment.name,
    deploymentId: hasDeployment ? recordJob(place, environment) : null,
    startedAt: at,
    opensAt: waitMs === 0 ? null : timestamp(new Date(now.getTime() + waitMs)),
    needsReview: environment.reviewers.length > 0,
    state: isAdmitted ? "waiting" : "refused",
  };
  repository.gates.push(gate);
  run.status = isAdmitted ? "waiting" : "completed";
  run.conclusion = isAdmitted ? null : "failure";
  settleGate(place, gate);
  return gate;
}

// The deployment of a job is its run's: whoever started the attempt created it, by way of Actions.
function recordJob({ state, repository, run, now }: RunPlace, { name }: FakeEnvironment): number {
  const place = { state, repository, at: timestamp(now) };
  const { headSha: sha, headBranch: ref, triggeringActor: creator } = run;
  return recordDeployment(place, { sha, ref, environment: name, creator, isByApp: true }).id;
}

/** Lets a job in whose rules are met by now. */
export function settleGate(place: RunPlace, gate: FakeGate): void {
  if (gate.state !== "waiting" || gate.needsReview) return;
  if (gate.opensAt !== null && new Date(gate.opensAt) > place.now) return;
  openGate(place, gate, "open");
}

/** Lets a job in, whatever its rules say. */
export function openGate(place: RunPlace, gate: FakeGate, state: "open" | "bypassed"): void {
  gate.state = state;
  gate.needsReview = false;
  place.run.status = "in_progress";
  reportJob(place, gate, "in_progress");
}

/** Turns a job away; its run fails. */
export function rejectGate(place: RunPlace, gate: FakeGate): void {
  gate.state = "rejected";
  endRun(place, "failure");
  reportJob(place, gate, "failure");
}

/** The job ends, and its deployment with it. */
export function endGate(place: RunPlace, gate: FakeGate, conclusion: "success" | "failure"): void {
  if (gate.state !== "open" && gate.state !== "bypassed") {
    throw new Error(`the job ${gate.job} was never let in: ${gate.state}`);
  }
  reportJob(place, gate, conclusion);
}

/** The jobs of the present attempt that wait now. */
export function waitingGates(place: RunPlace): readonly FakeGate[] {
  const { repository, run } = place;
  const gates = repository.gates.filter((gate) => {
    return gate.runId === run.id && gate.attempt === run.attempt;
  });
  for (const gate of gates) settleGate(place, gate);
  return gates.filter((gate) => gate.state === "waiting");
}

/** The environment that a job arrived at. */
export function environmentOf(repository: FakeRepository, gate: FakeGate): FakeEnvironment {
  const environment = findEnvironment(repository, gate.environment);
  if (environment === undefined) throw new Error(`no environment ${gate.environment}`);
  return environment;
}

/** Whether a person may answer: a reviewer, and not who started the attempt where that is forbidden. */
export function mayReview(place: RunPlace, environment: FakeEnvironment, login: string): boolean {
  if (!isReviewer(place.state, environment, login)) return false;
  return !environment.preventSelfReview || login !== place.run.triggeringActor;
}

function isReviewer(state: FakeState, environment: FakeEnvironment, login: string): boolean {
  return environment.reviewers.some((reviewer) => {
    if (reviewer.type === "User") return reviewer.login === login;
    const team = state.teams.get(`${reviewer.org}/${reviewer.slug}`);
    return team?.members.some((one) => one.login === login && one.state === "active") === true;
  });
}

function reportJob(
  { state, repository, run, now }: RunPlace,
  gate: FakeGate,
  status: "in_progress" | "success" | "failure",
): void {
  const deployment = repository.deployments.find((one) => one.id === gate.deploymentId);
  if (deployment === undefined) return;
  const place = { state, repository, at: timestamp(now) };
  const creator = run.triggeringActor;
  addDeploymentStatus(place, deployment, { state: status, creator, isByApp: true });
}

function endRun({ run, now }: RunPlace, conclusion: string): void {
  run.status = "completed";
  run.conclusion = conclusion;
  run.updatedAt = timestamp(now);
}
