import { findEnvironment } from "../github/environments.ts";
import { userOf, type FakeRepository, type FakeState } from "../github/state.ts";

/** A job as its identity token describes it; everything else comes from its run and repository. */
export type IdentityJob = {
  readonly repository: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly runNumber: number;
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
  readonly eventName: string;
  readonly workflow: string;
  /** Default: `.github/workflows/WORKFLOW.yml` at the job's ref. */
  readonly workflowPath?: string;
  /** The environment that the job names. */
  readonly environment?: string;
};

/** The claims about a job: texts all, and no `environment` for a job that names none. */
export function identityClaims(state: FakeState, job: IdentityJob): Record<string, string> {
  const repository = repositoryOf(state, job);
  const path = job.workflowPath ?? `.github/workflows/${job.workflow}.yml`;
  const workflowRef = `${job.repository}/${path}@${job.ref}`;
  const environment = environmentNameOf(state, job);
  return {
    sub: `repo:${job.repository}:${subjectOf(job, environment)}`,
    ref: job.ref,
    ref_type: job.ref.startsWith("refs/tags/") ? "tag" : "branch",
    ref_protected: "false",
    sha: job.sha,
    repository: job.repository,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repository_owner_id: String(userOf(state, repository.owner).id),
    repository_visibility: repository.isPrivate ? "private" : "public",
    run_id: String(job.runId),
    run_number: String(job.runNumber),
    run_attempt: String(job.runAttempt),
    actor: job.actor,
    actor_id: String(userOf(state, job.actor).id),
    event_name: job.eventName,
    head_ref: job.headRef,
    base_ref: job.baseRef,
    workflow: job.workflow,
    workflow_ref: workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: job.sha,
    runner_environment: "github-hosted",
    ...(environment === undefined ? {} : { environment }),
  };
}

/** The environment's own spelling. @throws Error for one that does not exist: naming it would have made it. */
export function environmentNameOf(state: FakeState, job: IdentityJob): string | undefined {
  if (job.environment === undefined) return undefined;
  const found = findEnvironment(repositoryOf(state, job), job.environment);
  if (found === undefined) throw new Error(`no environment ${job.environment}`);
  return found.name;
}

function subjectOf(job: IdentityJob, environment: string | undefined): string {
  if (environment !== undefined) return `environment:${environment.replaceAll(":", "%3A")}`;
  return job.eventName === "pull_request" ? "pull_request" : `ref:${job.ref}`;
}

function repositoryOf(state: FakeState, job: IdentityJob): FakeRepository {
  const repository = state.repositories.get(job.repository);
  if (repository === undefined) throw new Error(`the fake has no repository ${job.repository}`);
  return repository;
}
