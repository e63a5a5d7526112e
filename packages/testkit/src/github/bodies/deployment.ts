import { type Call } from "../call.ts";
import { type FakeDeployment, type FakeDeploymentStatus } from "../delivery-state.ts";
import { actionsApp } from "./app.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** A deployment; its present state is that of its newest status, which stands in a list of its own. */
export function deploymentBody(call: Call, deployment: FakeDeployment): Schemas["deployment"] {
  const { core, state } = call;
  const repositoryUrl = `${core.apiUrl}/repos/${call.repository().fullName}`;
  const url = `${repositoryUrl}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: nodeId("Deployment", deployment.id),
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.originalEnvironment,
    environment: deployment.environment,
    description: deployment.description,
    creator: userBody(core, state, deployment.creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl,
    transient_environment: deployment.isTransient,
    production_environment: deployment.isProduction,
    performed_via_github_app: deployment.isByApp ? actionsApp(core, state) : null,
  };
}

/** A status of a deployment; addresses that were not given are empty strings, as on GitHub. */
export function deploymentStatusBody(
  call: Call,
  deployment: FakeDeployment,
  status: FakeDeploymentStatus,
): Schemas["deployment-status"] {
  const { core, state } = call;
  const repositoryUrl = `${core.apiUrl}/repos/${call.repository().fullName}`;
  const url = `${repositoryUrl}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: nodeId("DeploymentStatus", status.id),
    state: status.state,
    creator: userBody(core, state, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    deployment_url: url,
    repository_url: repositoryUrl,
    performed_via_github_app: status.isByApp ? actionsApp(core, state) : null,
  };
}
