import { textAt } from "../../http/json.ts";
import { deploymentStatusBody } from "../bodies/deployment.ts";
import { created, numberParam, ok, type Answer, type Call, type Route } from "../call.ts";
import { deploymentStates, type FakeDeployment } from "../delivery-state.ts";
import { addDeploymentStatus } from "../deployments.ts";
import { reads, writes } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { invalidField, notFound } from "../problem.ts";
import { timestamp } from "../timestamp.ts";

const maxDescriptionCharacters = 140;
const all = "/repos/{owner}/{repo}/deployments/{deployment_id}/statuses";

/** The statuses of a deployment, newest first; the newest is its state. */
export const deploymentStatusRoutes: readonly Route[] = [
  { method: "GET", path: all, need: reads("deployments"), handle: listStatuses },
  { method: "POST", path: all, need: writes("deployments"), handle: createStatus },
  {
    method: "GET",
    path: `${all}/{status_id}`,
    need: reads("deployments"),
    handle: (call) => {
      const deployment = findDeployment(call);
      const id = numberParam(call, "status_id");
      const status = deployment.statuses.find((one) => one.id === id);
      if (status === undefined) throw notFound();
      return ok(deploymentStatusBody(call, deployment, status));
    },
  },
];

/** The deployment that a path names; GitHub's 404 where there is none. */
export function findDeployment(call: Call): FakeDeployment {
  const id = numberParam(call, "deployment_id");
  const deployment = call.repository().deployments.find((one) => one.id === id);
  if (deployment === undefined) throw notFound();
  return deployment;
}

function listStatuses(call: Call): Promise<Answer> {
  const deployment = findDeployment(call);
  const path = `/repos/${call.repository().fullName}/deployments/${deployment.id}/statuses`;
  const items = deployment.statuses.toReversed();
  return listAnswer(call, path, {
    items,
    render: (status) => deploymentStatusBody(call, deployment, status),
  });
}

function createStatus(call: Call): Answer {
  const deployment = findDeployment(call);
  const { body, caller } = call;
  const state = deploymentStates.find((one) => one === body["state"]);
  const description = textAt(body, "description") ?? "";
  if (state === undefined) {
    throw invalidField("DeploymentStatus", "state", "is not included in the list");
  }
  if (description.length > maxDescriptionCharacters) {
    const message = `description is too long (maximum is ${maxDescriptionCharacters} characters)`;
    throw invalidField("DeploymentStatus", "description", message);
  }
  const environment = textAt(body, "environment");
  const place = {
    state: call.state,
    repository: call.repository(),
    at: timestamp(call.core.now()),
  };
  const status = addDeploymentStatus(place, deployment, {
    state,
    description,
    creator: caller.login,
    isByApp: caller.kind !== "user",
    environmentUrl: textAt(body, "environment_url") ?? "",
    logUrl: textAt(body, "log_url") ?? textAt(body, "target_url") ?? "",
    autoInactive: body["auto_inactive"] !== false,
    ...(environment === undefined ? {} : { environment }),
  });
  return created(deploymentStatusBody(call, deployment, status));
}
