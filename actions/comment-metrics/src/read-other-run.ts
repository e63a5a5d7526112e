import { parseEvidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { EvidenceFile, PullRequest, PullRequests, RunArtifacts } from "@slipway/ports";
import type { OtherRun } from "./find-target.ts";

/** The evidence of another run and the pull request that it belongs to. */
export type OtherRunReport = {
  readonly pullRequest: PullRequest;
  readonly found: readonly EvidenceFile[];
};

/**
 * The second half for forks. The pull request comes from what GitHub says of the run; the artifact is data from a
 * stranger, read by its schema, and refused where it claims to belong elsewhere.
 * @throws UserError SW3104 without a pull request, SW3105 for a false claim, SW3106 and SW1401 for a bad artifact
 */
export async function readOtherRun(
  run: OtherRun,
  artifact: string,
  ports: { readonly pullRequests: PullRequests; readonly artifacts: RunArtifacts },
): Promise<OtherRunReport> {
  const pullRequest = await findPullRequest(run, ports.pullRequests);
  const files = await ports.artifacts.read(run.id, artifact);
  const found = files.map(({ name, bytes }) => ({
    path: name,
    evidence: parseEvidence(decode(bytes), name),
  }));
  if (found.length === 0) throw noEvidence(artifact);
  for (const { path, evidence } of found) {
    const { runId, headCommit, pullRequest: number } = evidence.run;
    if (runId !== run.id) throw falseClaim(path, `run ${runId ?? "unknown"}`, `run ${run.id}`);
    if (headCommit !== run.headCommit)
      throw falseClaim(path, `commit ${headCommit ?? "unknown"}`, `commit ${run.headCommit}`);
    if (number !== undefined && number !== pullRequest.number)
      throw falseClaim(path, `pull request ${number}`, `pull request ${pullRequest.number}`);
  }
  return { pullRequest, found };
}

async function findPullRequest(run: OtherRun, pullRequests: PullRequests): Promise<PullRequest> {
  if (run.headRepository === undefined) throw forkIsGone(run);
  const [pullRequest, ...others] = await pullRequests.findByHead({
    commit: run.headCommit,
    branch: run.headBranch,
    repository: run.headRepository,
  });
  if (pullRequest === undefined || others.length > 0) throw ambiguous(run, others.length);
  return pullRequest;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

function ambiguous({ headCommit, headRepository }: OtherRun, others: number): UserError {
  const problem = others > 0 ? `${others + 1} open pull requests have` : "no open pull request has";
  return new UserError({
    code: "SW3104",
    message: `${problem} the head ${headCommit.slice(0, 12)} of ${headRepository ?? "a deleted fork"}`,
    remedy:
      others > 0
        ? "Close all but one of them, and run this again: a run does not say which one it is of."
        : "Nothing to do where it was closed or pushed to again meanwhile: the newer run comments.",
  });
}

function forkIsGone({ id }: OtherRun): UserError {
  return new UserError({
    code: "SW3104",
    message: `the fork behind run ${id} is gone, and its pull request with it`,
    remedy: "Nothing to do: there is nowhere left to comment.",
  });
}

function noEvidence(artifact: string): UserError {
  return new UserError({
    code: "SW3106",
    message: `the artifact ${JSON.stringify(artifact.slice(0, 100))} holds no evidence that can be read`,
    remedy: "Let the first workflow run comment-metrics as its last step, with `if: always()`.",
  });
}

function falseClaim(path: string, claim: string, truth: string): UserError {
  return new UserError({
    code: "SW3105",
    message: `${path} claims to be of ${claim.slice(0, 60)}, but comes from ${truth}`,
    remedy: "Nothing was posted. Look at the pull request's changes to its workflow.",
  });
}
