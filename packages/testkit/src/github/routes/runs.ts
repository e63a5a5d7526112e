import { artifactBody, runBody } from "../bodies/run.ts";
import { numberParam, ok, type Answer, type Call, type Route } from "../call.ts";
import { readCommits } from "../git-store.ts";
import { pageOf } from "../paging.ts";
import { GitHubProblem, notFound } from "../problem.ts";
import { type FakeArtifact, type FakeRun } from "../state.ts";
import { type Schemas } from "../bodies/schemas.ts";
import { reads } from "../need.ts";

const actions = "/repos/{owner}/{repo}/actions";

/** Workflow runs and their artifacts. */
export const runRoutes: readonly Route[] = [
  { method: "GET", path: `${actions}/runs`, need: reads("actions"), handle: listRuns },
  {
    method: "GET",
    path: `${actions}/runs/{run_id}`,
    need: reads("actions"),
    handle: async (call) => ok(await render(call, findRun(call))),
  },
  {
    method: "GET",
    path: `${actions}/runs/{run_id}/artifacts`,
    need: reads("actions"),
    handle: (call) => {
      const { id } = findRun(call);
      return listArtifacts(call, `runs/${id}/artifacts`, (artifact) => artifact.runId === id);
    },
  },
  {
    method: "GET",
    path: `${actions}/artifacts`,
    need: reads("actions"),
    handle: (call) => listArtifacts(call, "artifacts", () => true),
  },
  {
    method: "GET",
    path: `${actions}/artifacts/{artifact_id}`,
    need: reads("actions"),
    handle: (call) => ok(artifactBody(call, findArtifact(call))),
  },
  {
    method: "GET",
    path: `${actions}/artifacts/{artifact_id}/{archive_format}`,
    need: reads("actions"),
    handle: downloadArtifact,
  },
];

/** The run that a path names; GitHub's 404 where there is none. */
export function findRun(call: Call): FakeRun {
  const id = numberParam(call, "run_id");
  const run = call.repository().runs.find((candidate) => candidate.id === id);
  if (run === undefined) throw notFound();
  return run;
}

async function render(call: Call, run: FakeRun): Promise<Schemas["workflow-run"]> {
  const names = [run.headRepository, call.repository().fullName];
  for (const name of names) {
    const directory = call.state.repositories.get(name)?.gitDirectory ?? null;
    const commits = directory === null ? [] : await readCommits(directory, ["-1", run.headSha]);
    if (commits[0] !== undefined) return runBody(call, run, commits[0]);
  }
  return runBody(call, run, null);
}

async function listRuns(call: Call): Promise<Answer> {
  const repository = call.repository();
  const { query } = call;
  const isWanted = (name: string, ...values: readonly (string | null)[]): boolean => {
    const wanted = query.get(name);
    return wanted === null || values.includes(wanted);
  };
  const items = repository.runs.filter((run) => {
    if (!isWanted("head_sha", run.headSha) || !isWanted("branch", run.headBranch)) return false;
    if (!isWanted("event", run.event) || !isWanted("actor", run.actor)) return false;
    return isWanted("status", run.status, run.conclusion);
  });
  const page = pageOf(call, `/repos/${repository.fullName}/actions/runs`, items.reverse());
  const runs = await Promise.all(page.items.map((run) => render(call, run)));
  const json = { total_count: items.length, workflow_runs: runs };
  return { status: 200, json, headers: page.headers };
}

function listArtifacts(
  call: Call,
  path: string,
  isMember: (artifact: FakeArtifact) => boolean,
): Answer {
  const repository = call.repository();
  const name = call.query.get("name");
  const items = repository.artifacts.filter((artifact) => {
    return artifact.isFinal && isMember(artifact) && (name === null || artifact.name === name);
  });
  const page = pageOf(call, `/repos/${repository.fullName}/actions/${path}`, items.reverse());
  const artifacts = page.items.map((artifact) => artifactBody(call, artifact));
  const json = { total_count: items.length, artifacts };
  return { status: 200, json, headers: page.headers };
}

function findArtifact(call: Call): FakeArtifact {
  const id = numberParam(call, "artifact_id");
  const artifact = call.repository().artifacts.find((one) => one.id === id && one.isFinal);
  if (artifact === undefined) throw notFound();
  return artifact;
}

function downloadArtifact(call: Call): Answer {
  const artifact = findArtifact(call);
  if (call.params["archive_format"] !== "zip") throw notFound();
  if (new Date(artifact.expiresAt) <= call.core.now()) {
    throw new GitHubProblem(410, "Artifact has expired");
  }
  return { status: 302, headers: { location: call.core.blobs.signedUrl(artifact.blob, "r") } };
}
