import { type JsonRecord } from "../http/json.ts";
import { type FakeDeployment, type FakeDeploymentStatus } from "./delivery-state.ts";
import { ensureEnvironment } from "./environments.ts";
import { takeId, type FakeRepository, type FakeState } from "./state.ts";

/** A deployment to record; the environment is made, unprotected, where it does not exist. */
export type DeploymentInit = {
  readonly sha: string;
  readonly ref: string;
  readonly environment: string;
  readonly creator: string;
  readonly isByApp: boolean;
  readonly task?: string;
  readonly payload?: JsonRecord | string;
  readonly description?: string | null;
  readonly isTransient?: boolean;
  readonly isProduction?: boolean;
};

/** A status to add to a deployment. */
export type DeploymentStatusInit = Pick<FakeDeploymentStatus, "state" | "creator" | "isByApp"> & {
  readonly description?: string;
  readonly environment?: string;
  readonly environmentUrl?: string;
  readonly logUrl?: string;
  readonly autoInactive?: boolean;
};

/** Where a deployment is recorded, and when. */
export type DeploymentPlace = {
  readonly state: FakeState;
  readonly repository: FakeRepository;
  readonly at: string;
};

/** Records a deployment without a status. */
export function recordDeployment(place: DeploymentPlace, init: DeploymentInit): FakeDeployment {
  const { state, repository, at } = place;
  const { name } = ensureEnvironment(state, repository, { name: init.environment, at });
  const deployment: FakeDeployment = {
    id: takeId(state),
    sha: init.sha,
    ref: init.ref,
    task: init.task ?? "deploy",
    payload: init.payload ?? {},
    originalEnvironment: name,
    environment: name,
    description: init.description ?? null,
    creator: init.creator,
    isByApp: init.isByApp,
    isTransient: init.isTransient ?? false,
    isProduction: init.isProduction ?? name === "production",
    createdAt: at,
    updatedAt: at,
    statuses: [],
  };
  repository.deployments.push(deployment);
  return deployment;
}

/**
 * Adds a status. A success makes earlier successes of the same environment inactive, those of transient and of
 * production environments excepted, unless `autoInactive` is false.
 */
export function addDeploymentStatus(
  place: DeploymentPlace,
  deployment: FakeDeployment,
  init: DeploymentStatusInit,
): FakeDeploymentStatus {
  const status: FakeDeploymentStatus = {
    id: takeId(place.state),
    state: init.state,
    description: init.description ?? "",
    environment: init.environment ?? deployment.environment,
    environmentUrl: init.environmentUrl ?? "",
    logUrl: init.logUrl ?? "",
    creator: init.creator,
    isByApp: init.isByApp,
    createdAt: place.at,
  };
  deployment.environment = status.environment;
  deployment.updatedAt = place.at;
  deployment.statuses.push(status);
  if (init.state === "success" && init.autoInactive !== false)
    retireOthers(place, deployment, init);
  return status;
}

function retireOthers(
  place: DeploymentPlace,
  deployment: FakeDeployment,
  { creator, isByApp }: DeploymentStatusInit,
): void {
  for (const other of place.repository.deployments) {
    const isSame = other.environment === deployment.environment && other.id < deployment.id;
    if (!isSame || other.isTransient || other.isProduction) continue;
    if (other.statuses.at(-1)?.state !== "success") continue;
    addDeploymentStatus(place, other, { state: "inactive", creator, isByApp });
  }
}
