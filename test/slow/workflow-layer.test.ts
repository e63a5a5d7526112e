import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  createFakeGitHub,
  createGitFixture,
  type FakeGitHub,
  type GitFixture,
} from "@slipway/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerGate } from "../workflows/answer-gate.ts";
import { createLayer, type Layer, type Occasion } from "../workflows/layer.ts";
import { pullRequestPayload, pushPayload, workflowRunPayload } from "../workflows/payloads.ts";
import {
  comment,
  environments,
  identities,
  pullFlow,
  upload,
} from "../workflows/sample-workflows.ts";
import { parseWorkflow } from "../workflows/workflow.ts";

const fullName = "octo/model";
let git: GitFixture;
let github: FakeGitHub;
let layer: Layer;
let tree: string;
let shas: { main: string; change: string; fork: string };

beforeAll(async () => {
  git = await createGitFixture();
  const main = await git.commit({ message: "Start", files: { "a.csv": "x\n1\n" } });
  await git.push();
  await git.branch("change");
  const change = await git.commit({ message: "Change", files: { "a.csv": "x\n2\n" } });
  await git.push();
  await git.mergeCommit({ number: 1, head: "change" });
  const forkDirectory = await git.fork("fork");
  await git.branch("fix", "main");
  const fork = await git.commit({ message: "Fix", files: { "a.csv": "x\n3\n" } });
  await git.git("push", "-q", forkDirectory, "fix");
  await git.mergeCommit({ number: 2, head: "fix" });
  shas = { main, change, fork };

  github = await createFakeGitHub();
  github.addRepository({ fullName, gitDirectory: git.remote });
  github.addRepository({ fullName: "mona/model", gitDirectory: forkDirectory, forkOf: fullName });
  github.openPull(fullName, { title: "Change", author: "hubot", headRef: "change" });
  github.openPull(fullName, {
    title: "Fix",
    author: "mona",
    headRef: "fix",
    headRepository: "mona/model",
  });
  tree = await writeSampleRelease();
  layer = await createLayer({ github, fullName, releaseTree: tree });
});

afterAll(async () => {
  await layer.close();
  await github.close();
  await git.remove();
  await rm(tree, { recursive: true, force: true });
});

test("a pull request runs on its merge commit, with outputs, annotations and summaries to look at", async () => {
  const workflow = parseWorkflow(pullFlow("pull-requests: write # comment"), "sample");

  const run = await layer.run(workflow, pullOccasion(1));

  expect(run?.jobs).toEqual({ "judge (1)": "success", "judge (2)": "success", last: "skipped" });
  expect(run?.outputs["judge.look"]).toEqual({ text: "x 2" });
  expect(run?.annotations).toContainEqual({
    level: "warning",
    message: "look here",
    file: "a.csv",
    line: "2",
  });
  expect(run?.summaries).toContain("# Seen\n");
  expect(run?.outputs["judge.call"]).toEqual({ status: "201" });
});

test("a job without the permission is refused by the API", async () => {
  const none = await layer.run(parseWorkflow(pullFlow(""), "sample"), pullOccasion(1));
  const read = pullFlow("pull-requests: read # list");
  const reading = await layer.run(parseWorkflow(read, "sample"), pullOccasion(1));

  expect(none?.outputs["judge.call"]).toEqual({ status: "403" });
  expect(reading?.outputs["judge.call"]).toEqual({ status: "403" });
});

test("a fork's pull request has a token that reads, whatever the workflow asks for", async () => {
  const workflow = parseWorkflow(pullFlow("pull-requests: write # comment"), "sample");

  const run = await layer.run(workflow, pullOccasion(2));

  expect(run?.outputs["judge.call"]).toEqual({ status: "403" });
  expect(run?.outputs["judge.look"]).toEqual({ text: "x 3" });
});

test("the workflow_run half reads what the run of a fork has stored", async () => {
  const first = await layer.run(parseWorkflow(upload, "sample"), pullOccasion(2));
  if (first === null) throw new Error("the first half did not start");
  const repository = github.state.repositories.get(fullName);
  if (repository === undefined) throw new Error("no repository");
  const second = await layer.run(parseWorkflow(comment, "sample"), {
    happening: { event: "workflow_run", type: "completed", workflow: first.run.name },
    payload: workflowRunPayload(repository, first.run),
    ref: "refs/heads/main",
    head: { sha: shas.main, branch: "main", repository: fullName },
  });

  expect(first.jobs).toEqual({ collect: "success" });
  expect(second?.jobs).toEqual({ comment: "success" });
  expect(second?.outputs["comment.read"]).toEqual({ text: "x 3" });
});

describe("a job of an environment with reviewers", () => {
  const deploy = parseWorkflow(environments, "sample");

  beforeAll(() => {
    const reviewers = [{ type: "User", login: "jo" }] as const;
    github.protectEnvironment(fullName, "production", { reviewers });
  });

  test("does not run where nobody approves", async () => {
    const run = await layer.run(deploy, pushOccasion("main"));

    expect(run?.jobs).toEqual({ staging: "success", production: "failure", after: "skipped" });
    expect(run?.annotations).toEqual([
      {
        level: "error",
        title: "The job may not start",
        message: "environment production: waiting",
      },
    ]);
  });

  test("does not run where they reject it", async () => {
    const run = await layer.run(deploy, pushOccasion("main"), (gate) => {
      return answerGate({ github, fullName, gate }, { by: "jo", state: "rejected" });
    });

    expect(run?.jobs).toEqual({ staging: "success", production: "failure", after: "skipped" });
    expect(run?.log).not.toContain("echo production");
  });

  test("runs once they approve, and only then", async () => {
    const seen: string[] = [];
    const run = await layer.run(deploy, pushOccasion("main"), async (gate) => {
      seen.push(gate.job, gate.state);
      await answerGate({ github, fullName, gate }, { by: "jo" });
    });

    expect(seen).toEqual(["production", "waiting"]);
    expect(run?.jobs).toEqual({ staging: "success", production: "success", after: "success" });
    const { deployments = [] } = github.state.repositories.get(fullName) ?? {};
    // Each run files one for staging; production says `deployment: false`.
    expect(deployments.map((one) => [one.environment, one.statuses.at(-1)?.state])).toEqual([
      ["staging", "inactive"],
      ["staging", "inactive"],
      ["staging", "success"],
    ]);
  });
});

test("a job with id-token: write can prove its environment, and no other job can", async () => {
  const run = await layer.run(parseWorkflow(identities, "sample"), pushOccasion("main"));

  expect(run?.jobs).toEqual({ named: "success", unnamed: "success", without: "success" });
  expect(run?.outputs["named.ask"]).toEqual({ environment: "staging" });
  expect(run?.outputs["unnamed.ask"]).toEqual({ environment: "undefined" });
  expect(run?.outputs["without.ask"]).toEqual({ environment: "no identity" });
});

test("a workflow whose trigger does not match is not started", async () => {
  expect(await layer.run(parseWorkflow(environments, "sample"), pullOccasion(1))).toBeNull();
  expect(await layer.run(parseWorkflow(environments, "sample"), pushOccasion("change"))).toBeNull();
});

test("what nothing stands for is an error, not a job that is skipped in silence", async () => {
  const label = environments.replaceAll("ubuntu-latest", "gpu-cluster");
  const uses = environments.replace("run: echo staging", "uses: someone/else@v1");

  await expect(layer.run(parseWorkflow(label, "sample"), pushOccasion("main"))).rejects.toThrow(
    "No runner stands for gpu-cluster",
  );
  await expect(layer.run(parseWorkflow(uses, "sample"), pushOccasion("main"))).rejects.toThrow(
    "Nothing stands for someone/else@v1",
  );
});

function pullOccasion(number: 1 | 2): Occasion {
  const repository = github.state.repositories.get(fullName);
  const pull = repository?.pulls[number - 1];
  if (repository === undefined || pull === undefined) throw new Error("no pull request");
  const sha = number === 1 ? shas.change : shas.fork;
  const commits = { action: "opened", head: sha, base: shas.main };
  return {
    happening: { event: "pull_request", type: "opened", branch: "main", paths: ["a.csv"] },
    payload: pullRequestPayload(repository, pull, commits),
    ref: `refs/pull/${number}/merge`,
    head: { sha, branch: pull.headRef, repository: pull.headRepository },
    pulls: [number],
  };
}

function pushOccasion(branch: "main" | "change"): Occasion {
  const repository = github.state.repositories.get(fullName);
  if (repository === undefined) throw new Error("no repository");
  return {
    happening: { event: "push", branch },
    payload: pushPayload(repository, { branch, before: shas.main, after: shas[branch] }),
    ref: `refs/heads/${branch}`,
    head: { sha: shas[branch], branch, repository: fullName },
  };
}

/** A release with one action that does what ours do: reads a file, writes outputs, annotates, calls the API. */
async function writeSampleRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-release-"));
  const action = join(folder, "actions", "call");
  await mkdir(action, { recursive: true });
  await mkdir(join(folder, "dist"));
  await writeFile(
    join(action, "action.yml"),
    [
      "name: Call",
      "description: Comments on pull request 1",
      "inputs: { github-token: { description: Token, default: '${{ github.token }}' } }",
      "outputs: { status: { description: Answer } }",
      "runs: { using: node24, main: main.mjs }",
    ].join("\n"),
  );
  await writeFile(
    join(action, "main.mjs"),
    'import("../../dist/index.js").then(({ start }) => start());\n',
  );
  await writeFile(join(folder, "dist", "index.js"), sampleBundle);
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  return folder;
}

const sampleBundle = `
import { appendFileSync } from "node:fs";
export async function start() {
  const { env } = process;
  const url = env.GITHUB_API_URL + "/repos/" + env.GITHUB_REPOSITORY + "/issues/1/comments";
  const headers = {
    authorization: "Bearer " + env["INPUT_GITHUB-TOKEN"],
    accept: "application/vnd.github+json",
    "user-agent": "sample",
    "x-github-api-version": "2022-11-28",
  };
  const body = JSON.stringify({ body: "hello" });
  const answer = await fetch(url, { method: "POST", headers, body });
  appendFileSync(env.GITHUB_OUTPUT, "status=" + answer.status + "\\n");
}
`;
