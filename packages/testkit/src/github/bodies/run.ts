import { type Call } from "../call.ts";
import { type GitCommit } from "../git-store.ts";
import { type FakeArtifact, type FakeRun } from "../state.ts";
import { minimalRepositoryBody } from "./repository.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** A workflow run; `pull_requests` is empty for forks, as on GitHub. */
export function runBody(
  call: Call,
  run: FakeRun,
  commit: GitCommit | null,
): Schemas["workflow-run"] {
  const { core, state } = call;
  const repository = call.repository();
  const head = state.repositories.get(run.headRepository) ?? repository;
  const api = `${core.apiUrl}/repos/${repository.fullName}`;
  const url = `${api}/actions/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("WorkflowRun", run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    display_title: run.name,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: 1,
    check_suite_id: 1,
    check_suite_node_id: nodeId("CheckSuite", 1),
    url,
    html_url: `${core.serverUrl}/${repository.fullName}/actions/runs/${run.id}`,
    pull_requests: run.pulls.flatMap((number) => pullReference(call, run, number)),
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor: userBody(core, state, run.actor),
    triggering_actor: userBody(core, state, run.triggeringActor),
    run_started_at: run.attemptStartedAt,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/1`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt === 1 ? null : `${url}/attempts/${run.attempt - 1}`,
    workflow_url: `${api}/actions/workflows/1`,
    head_commit: commit === null ? null : headCommit(commit),
    repository: minimalRepositoryBody(core, state, repository),
    head_repository: minimalRepositoryBody(core, state, head),
    head_repository_id: head.id,
  };
}

function headCommit(commit: GitCommit): NonNullable<Schemas["nullable-simple-commit"]> {
  const { author, committer } = commit;
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: committer.date,
    author: { name: author.name, email: author.email },
    committer: { name: committer.name, email: committer.email },
  };
}

function pullReference(
  call: Call,
  run: FakeRun,
  number: number,
): readonly Schemas["pull-request-minimal"][] {
  const repository = call.repository();
  const pull = repository.pulls.find((one) => one.number === number);
  if (pull === undefined) return [];
  const url = `${call.core.apiUrl}/repos/${repository.fullName}`;
  const repo = { id: repository.id, url, name: repository.name };
  return [
    {
      id: pull.id,
      number,
      url: `${url}/pulls/${number}`,
      head: { ref: pull.headRef, sha: run.headSha, repo },
      base: { ref: pull.baseRef, sha: pull.baseSha ?? "0".repeat(40), repo },
    },
  ];
}

/** An artifact with its digest and the run that made it. */
export function artifactBody(call: Call, artifact: FakeArtifact): Schemas["artifact"] {
  const repository = call.repository();
  const run = repository.runs.find((one) => one.id === artifact.runId);
  const url = `${call.core.apiUrl}/repos/${repository.fullName}/actions/artifacts/${artifact.id}`;
  const head = call.state.repositories.get(run?.headRepository ?? repository.fullName);
  return {
    id: artifact.id,
    node_id: nodeId("Artifact", artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.sizeBytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: new Date(artifact.expiresAt) <= call.core.now(),
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    workflow_run: {
      id: artifact.runId,
      repository_id: repository.id,
      head_repository_id: head?.id ?? repository.id,
      head_branch: run?.headBranch ?? repository.defaultBranch,
      head_sha: run?.headSha ?? "0".repeat(40),
    },
  };
}
