import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import {
  createFakeGitHub,
  createRunner,
  type FakeGitHub,
  type Runner,
  type RunnerOptions,
} from "../src/index.ts";
import { plainClient } from "./clients.ts";

const metadata = `
name: Probe
inputs: {}
outputs: { told: {} }
runs: { using: node24, main: main.mjs }
`;
const tellIdentity = `
  import { appendFileSync } from "node:fs";
  const url = process.env.ACTIONS_ID_TOKEN_REQUEST_URL;
  const told = { hasUrl: url !== undefined };
  if (url !== undefined) {
    const authorization = "Bearer " + process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    const answer = await fetch(url + "&audience=slipway", { headers: { authorization } });
    const { value } = await answer.json();
    const claims = JSON.parse(Buffer.from(value.split(".")[1], "base64url"));
    for (const name of ["environment", "run_id", "run_attempt", "sub"]) told[name] = claims[name];
  }
  appendFileSync(process.env.GITHUB_OUTPUT, "told=" + JSON.stringify(told) + "\\n");
`;
const sha = "a".repeat(40);

let folder: string;
let github: FakeGitHub;
let runId: number;
let runners: Runner[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "slipway-environment-"));
  await mkdir(join(folder, "actions/probe"), { recursive: true });
  await writeFile(join(folder, "actions/probe/action.yml"), metadata);
  await write(tellIdentity);
  github = await createFakeGitHub();
  github.addRepository({ fullName: "octo/model" });
  const reviewers = [{ type: "User", login: "mona" }] as const;
  github.protectEnvironment("octo/model", "production", { reviewers });
  const run = { headSha: sha, headBranch: "main", event: "push", status: "in_progress" };
  runId = github.addRun("octo/model", { ...run, actor: "hubot" }).id;
  runners = [];
});

afterEach(async () => {
  for (const runner of runners) await runner.close();
  await github.close();
  await rm(folder, { recursive: true });
});

function write(script: string): Promise<void> {
  return writeFile(join(folder, "actions/probe/main.mjs"), script);
}

async function aJob(options: Partial<RunnerOptions> = {}): Promise<Runner> {
  const runner = await createRunner({
    github,
    repository: "octo/model",
    workspace: folder,
    sha,
    runId,
    actionsDirectory: join(folder, "actions"),
    ...options,
  });
  runners.push(runner);
  return runner;
}

async function approve(): Promise<void> {
  const token = github.token("mona's", { kind: "user", login: "mona" });
  const target = { owner: "octo", repo: "model", run_id: runId };
  const client = plainClient(github.url, token.value);
  const pending = await client.actions.getPendingDeploymentsForRun(target);
  const environment_ids = pending.data.flatMap(({ environment }) => environment.id ?? []);
  const answer = { ...target, environment_ids, state: "approved", comment: "Go" } as const;
  await client.actions.reviewPendingDeploymentsForRun(answer);
}

async function told(runner: Runner): Promise<unknown> {
  const { outputs } = await runner.runAction({ action: "probe" });
  const value: unknown = JSON.parse(outputs["told"] ?? "null");
  return value;
}

test("no step of a job runs before its environment has let it in", async () => {
  const runner = await aJob({ environment: "production" });

  await expect(told(runner)).rejects.toThrow("no step of model runs: production has it waiting");
  await approve();

  expect(await told(runner)).toEqual({ hasUrl: false });
});

test("the next job of the same run waits anew, the same job is not asked twice", async () => {
  await aJob({ environment: "production", job: "promote" });
  await approve();

  const again = await aJob({ environment: "production", job: "promote" });
  const next = await aJob({ environment: "production", job: "announce" });

  expect(await told(again)).toEqual({ hasUrl: false });
  await expect(told(next)).rejects.toThrow("no step of announce runs: production has it waiting");
});

test("the next attempt waits anew", async () => {
  await aJob({ environment: "production" });
  await approve();
  github.rerun("octo/model", runId);

  const next = await aJob({ environment: "production", runAttempt: 2 });

  await expect(told(next)).rejects.toThrow("production has it waiting");
});

test("a job that an administrator let in runs, one that was turned away does not", async () => {
  github.protectEnvironment("octo/model", "release", { branches: ["release/*"] });
  const first = await aJob({ environment: "production", job: "first" });
  const second = await aJob({ environment: "release", job: "second" });

  github.bypassEnvironment("octo/model", first.gateId ?? 0);

  expect(await told(first)).toEqual({ hasUrl: false });
  await expect(told(second)).rejects.toThrow("release has it refused");
});

test("a job says its environment, run and attempt in a signed token, where it may ask for one", async () => {
  const runner = await aJob({ environment: "Staging", idToken: true });
  const bare = await aJob({ idToken: true, job: "bare" });
  const ref = "repo:octo/model:ref:refs/heads/main";

  expect(await told(runner)).toEqual({
    hasUrl: true,
    environment: "Staging",
    run_id: String(runId),
    run_attempt: "1",
    sub: "repo:octo/model:environment:Staging",
  });
  expect(await told(bare)).toEqual({
    hasUrl: true,
    run_id: String(runId),
    run_attempt: "1",
    sub: ref,
  });
});

test("`deployment: false` keeps the job behind its environment, without a deployment", async () => {
  const runner = await aJob({ environment: "production", withoutDeployment: true });
  await expect(told(runner)).rejects.toThrow("production has it waiting");
  await approve();

  expect(await told(runner)).toEqual({ hasUrl: false });
  expect(github.state.repositories.get("octo/model")?.deployments).toEqual([]);
});

test("what a killed step told the runner is lost, what GitHub was told is not, and the next step runs", async () => {
  await write(`
    import { appendFileSync } from "node:fs";
    appendFileSync(process.env.GITHUB_OUTPUT, "told=early\\n");
    const headers = {
      authorization: "Bearer " + process.env.TOKEN,
      "x-github-api-version": "2022-11-28",
    };
    const url = process.env.GITHUB_API_URL + "/repos/octo/model/issues/1/comments";
    await fetch(url, { method: "POST", headers, body: JSON.stringify({ body: "Once" }) });
    appendFileSync(process.env.GITHUB_OUTPUT, "told=late\\n");
  `);
  github.openPull("octo/model", { title: "Change", author: "hubot", headRef: "change" });
  const token = github.token("job", { permissions: { "pull-requests": "write" } });
  const step = { action: "probe", env: { TOKEN: token.value } };
  const runner = await aJob();

  const killed = await runner.runAction({
    ...step,
    killAt: { kind: "request", method: "POST", path: /comments$/, moment: "after" },
  });
  const before = github.state.repositories.get("octo/model")?.comments.length;
  const whole = await runner.runAction(step);

  expect([killed.wasKilled, killed.outputs, before]).toEqual([true, {}, 1]);
  expect([whole.wasKilled, whole.exitCode, whole.outputs]).toEqual([false, 0, { told: "late" }]);
});
