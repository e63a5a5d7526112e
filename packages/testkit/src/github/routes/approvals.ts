import { textAt } from "../../http/json.ts";
import { approvalBody, pendingBody } from "../bodies/approval.ts";
import { deploymentBody } from "../bodies/deployment.ts";
import { ok, type Answer, type Call, type Route } from "../call.ts";
import { type FakeGate } from "../delivery-state.ts";
import {
  environmentOf,
  mayReview,
  rejectGate,
  settleGate,
  waitingGates,
  type RunPlace,
} from "../gates.ts";
import { reads } from "../need.ts";
import { GitHubProblem } from "../problem.ts";
import { findRun } from "./runs.ts";

const one = "/repos/{owner}/{repo}/actions/runs/{run_id}";

/** Who let the jobs of a run into their environments, and which jobs wait. */
export const approvalRoutes: readonly Route[] = [
  { method: "GET", path: `${one}/approvals`, need: reads("actions"), handle: listApprovals },
  {
    method: "GET",
    path: `${one}/pending_deployments`,
    need: reads("actions"),
    handle: listPending,
  },
  {
    method: "POST",
    path: `${one}/pending_deployments`,
    need: { kind: "user", anyOf: ["deployments"], access: "read" },
    handle: review,
  },
];

function placeOf(call: Call): RunPlace {
  const { state, core } = call;
  return { state, repository: call.repository(), run: findRun(call), now: core.now() };
}

function listApprovals(call: Call): Answer {
  const { id } = findRun(call);
  const reviews = call.repository().runReviews.filter((one) => one.runId === id);
  return ok(reviews.map((one) => approvalBody(call, one)));
}

function listPending(call: Call): Answer {
  const place = placeOf(call);
  const gates = waitingGates(place);
  const firsts = gates.filter((gate, index) => {
    return gates.findIndex((other) => other.environment === gate.environment) === index;
  });
  return ok(firsts.map((gate) => pendingBody(call, place, gate)));
}

function review(call: Call): Answer {
  const place = placeOf(call);
  const { ids, state, comment } = reviewOf(call);
  const gates = waitingGates(place).filter((gate) => {
    return gate.needsReview && ids.includes(environmentOf(place.repository, gate).id);
  });
  const environments = [...new Set(gates.map((gate) => environmentOf(place.repository, gate)))];
  if (environments.length === 0 || environments.length !== new Set(ids).size) {
    throw new GitHubProblem(422, "No pending deployment requests to approve or reject");
  }
  for (const environment of environments) {
    if (mayReview(place, environment, call.caller.login)) continue;
    const message = `${call.caller.login} may not review deployments to ${environment.name}`;
    throw new GitHubProblem(403, message);
  }
  place.repository.runReviews.push({
    runId: place.run.id,
    environments: environments.map(({ name }) => name),
    state,
    user: call.caller.login,
    comment,
  });
  for (const gate of gates) answerGate(place, gate, state);
  const deployments = place.repository.deployments.filter(({ id }) => {
    return gates.some((gate) => gate.deploymentId === id);
  });
  return ok(deployments.map((deployment) => deploymentBody(call, deployment)));
}

function answerGate(place: RunPlace, gate: FakeGate, state: "approved" | "rejected"): void {
  gate.needsReview = false;
  if (state === "rejected") rejectGate(place, gate);
  else settleGate(place, gate);
}

function reviewOf({ body }: Call): {
  readonly ids: readonly unknown[];
  readonly state: "approved" | "rejected";
  readonly comment: string;
} {
  const ids: unknown = body["environment_ids"];
  const state = textAt(body, "state");
  const comment = textAt(body, "comment");
  if (!Array.isArray(ids) || comment === undefined) {
    throw new GitHubProblem(422, 'Invalid request.\n\n"environment_ids", "comment" are needed.');
  }
  if (state !== "approved" && state !== "rejected") {
    throw new GitHubProblem(422, "Invalid request.\n\nstate is not approved or rejected.");
  }
  return { ids, state, comment };
}
