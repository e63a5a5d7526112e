import { afterEach, beforeEach, expect, test } from "vitest";

import { createFakeGitHub, type EnvironmentRules, type FakeGitHub } from "../src/index.ts";
import { plainClient, refusalOf } from "./clients.ts";

type Client = ReturnType<typeof plainClient>;

const repo = { owner: "octo", repo: "model" };
const name = "octo/model";
let github: FakeGitHub;
let job: Client;
let time: Date;

beforeEach(async () => {
  time = new Date("2026-11-21T12:00:00Z");
  github = await createFakeGitHub({ now: () => time });
  github.addRepository({ fullName: name });
  const permissions = { actions: "read", deployments: "write" } as const;
  job = plainClient(github.url, github.token("job", { permissions }).value);
});

afterEach(() => github.close());

function person(login: string): Client {
  return plainClient(github.url, github.token(login, { kind: "user", login }).value);
}

function start(headBranch = "main", actor = "hubot"): number {
  const run = { headSha: "a".repeat(40), headBranch, event: "push", status: "in_progress", actor };
  return github.addRun(name, run).id;
}

function protect(rules: EnvironmentRules = {}): number {
  const reviewers = [{ type: "User", login: "mona" }] as const;
  return github.protectEnvironment(name, "production", { reviewers, ...rules }).id;
}

function enter(runId: number, jobName = "promote"): number {
  return github.enterEnvironment(name, runId, { environment: "production", job: jobName }).id;
}

type Answer = { readonly client: Client; readonly state?: "approved" | "rejected" };

async function answer(runId: number, environmentId: number, given: Answer): Promise<unknown> {
  const { data } = await given.client.actions.reviewPendingDeploymentsForRun({
    ...repo,
    run_id: runId,
    environment_ids: [environmentId],
    state: given.state ?? "approved",
    comment: "promote flight-delays@v1.1.0",
  });
  return data;
}

async function answers(runId: number): Promise<readonly unknown[]> {
  const { data } = await job.actions.getReviewsForRun({ ...repo, run_id: runId });
  return data.map((one) => [one.user.login, one.state, one.environments.map((two) => two.name)]);
}

function stateOf(gateId: number): string {
  return github.gate(name, gateId).state;
}

test("an answer tells neither when it was given nor in which attempt", async () => {
  const environment = protect();
  const run = start();
  enter(run);
  await answer(run, environment, { client: person("mona") });

  const { data } = await job.actions.getReviewsForRun({ ...repo, run_id: run });

  expect(data.map((one) => Object.keys(one).sort())).toEqual([
    ["comment", "environments", "state", "user"],
  ]);
  expect(data[0]?.comment).toBe("promote flight-delays@v1.1.0");
});

test("a new attempt waits anew, and the old answer is still in the list", async () => {
  const environment = protect();
  const run = start();
  const first = enter(run);
  await answer(run, environment, { client: person("mona") });
  github.rerun(name, run);
  const second = enter(run);

  expect([stateOf(first), stateOf(second)]).toEqual(["open", "waiting"]);
  expect(await answers(run)).toEqual([["mona", "approved", ["production"]]]);
});

test("each job that names the environment needs an answer of its own", async () => {
  const environment = protect();
  const run = start();
  const client = person("mona");
  const first = enter(run, "promote");
  await answer(run, environment, { client });
  const second = enter(run, "announce");
  const before = stateOf(second);
  await answer(run, environment, { client });

  expect([stateOf(first), before, stateOf(second)]).toEqual(["open", "waiting", "open"]);
  expect(await answers(run)).toHaveLength(2);
});

test("an environment that does not exist is made when a job names it, and protects nothing", async () => {
  const run = start();
  const missing = { ...repo, environment_name: "production" };
  const before = await refusalOf(job.repos.getEnvironment(missing));

  const gate = enter(run);
  const { data } = await job.repos.getEnvironment(missing);

  expect([before.status, stateOf(gate)]).toEqual([404, "open"]);
  expect([data.protection_rules, data.deployment_branch_policy]).toEqual([[], null]);
  expect(await answers(run)).toEqual([]);
});

test("an environment is found whatever the case of its name, and keeps its own", async () => {
  protect();
  const run = start();

  const gate = github.enterEnvironment(name, run, { environment: "PRODUCTION" });
  const { data } = await job.repos.getEnvironment({ ...repo, environment_name: "Production" });

  expect([gate.environment, gate.state, data.name]).toEqual([
    "production",
    "waiting",
    "production",
  ]);
});

test("who started the attempt may not answer where that is forbidden, and may for another's", async () => {
  const environment = protect({ preventSelfReview: true });
  const run = start("main", "mona");
  const gate = enter(run);
  const client = person("mona");

  const pending = await client.actions.getPendingDeploymentsForRun({ ...repo, run_id: run });
  const own = await refusalOf(answer(run, environment, { client }));
  github.rerun(name, run, "hubot");
  const again = enter(run);
  await answer(run, environment, { client });

  expect(pending.data.map((one) => one.current_user_can_approve)).toEqual([false]);
  expect([own.status, stateOf(gate), stateOf(again)]).toEqual([403, "waiting", "open"]);
});

test("who started the run may answer where nothing forbids it", async () => {
  const environment = protect();
  const run = start("main", "mona");
  const gate = enter(run);

  await answer(run, environment, { client: person("mona") });

  expect(stateOf(gate)).toBe("open");
});

test("neither others nor a workflow's own token can answer", async () => {
  const environment = protect();
  const run = start();
  const gate = enter(run);

  const other = await refusalOf(answer(run, environment, { client: person("ana") }));
  const token = await refusalOf(answer(run, environment, { client: job }));
  const pending = await job.actions.getPendingDeploymentsForRun({ ...repo, run_id: run });

  expect([other.status, token.status, stateOf(gate)]).toEqual([403, 403, "waiting"]);
  expect(token.message).toContain("Resource not accessible by integration");
  expect(pending.data.map((one) => one.current_user_can_approve)).toEqual([false]);
  expect(await answers(run)).toEqual([]);
});

test("a team answers by its active members, not by those who are only invited", async () => {
  github.addTeam({ org: "octo", slug: "risk", members: ["ana"], pending: ["lin"] });
  const environment = protect({ reviewers: [{ type: "Team", org: "octo", slug: "risk" }] });
  const run = start();
  const gate = enter(run);

  const invited = await refusalOf(answer(run, environment, { client: person("lin") }));
  await answer(run, environment, { client: person("ana") });

  expect([invited.status, stateOf(gate)]).toEqual([403, "open"]);
});

test("a rejection ends the run and fails its deployment, and nothing is left to answer", async () => {
  const environment = protect();
  const run = start();
  const gate = enter(run);
  const client = person("mona");

  await answer(run, environment, { client, state: "rejected" });
  const { data } = await job.actions.getWorkflowRun({ ...repo, run_id: run });
  const deployments = github.state.repositories.get(name)?.deployments ?? [];
  const late = await refusalOf(answer(run, environment, { client }));

  expect([stateOf(gate), data.status, data.conclusion]).toEqual([
    "rejected",
    "completed",
    "failure",
  ]);
  expect(deployments.map((one) => one.statuses.map(({ state }) => state))).toEqual([["failure"]]);
  expect(await answers(run)).toEqual([["mona", "rejected", ["production"]]]);
  expect(late.status).toBe(422);
});

test("an administrator's bypass is seen nowhere among the answers", async () => {
  protect({ adminsBypass: true });
  const run = start();
  const gate = enter(run);

  github.bypassEnvironment(name, gate);
  const { data } = await job.repos.getEnvironment({ ...repo, environment_name: "production" });

  expect([stateOf(gate), await answers(run)]).toEqual(["bypassed", []]);
  expect(data).toMatchObject({ can_admins_bypass: true });
});

test("where administrators may not bypass they cannot, and without a setting GitHub does not tell", async () => {
  protect({ adminsBypass: false });
  const gate = enter(start());
  const target = { ...repo, environment_name: "production" };

  expect(() => github.bypassEnvironment(name, gate)).toThrow("does not let administrators bypass");
  expect(stateOf(gate)).toBe("waiting");
  expect((await job.repos.getEnvironment(target)).data).toMatchObject({ can_admins_bypass: false });
  protect();
  expect((await job.repos.getEnvironment(target)).data).not.toHaveProperty("can_admins_bypass");
});

test("a branch that the policy does not name is refused, without a deployment", async () => {
  protect({ reviewers: [], branches: ["main", "release/*"] });
  const runs = ["main", "release/1.0", "release/1/0", "feature", "maine"].map((one) => start(one));

  const gates = runs.map((run) => github.gate(name, enter(run)));

  expect(gates.map((gate) => [gate.state, gate.deploymentId !== null])).toEqual([
    ["open", true],
    ["open", true],
    ["refused", false],
    ["refused", false],
    ["refused", false],
  ]);
  const { data } = await job.actions.getWorkflowRun({ ...repo, run_id: runs[3] ?? 0 });
  expect([data.status, data.conclusion]).toEqual(["completed", "failure"]);
});

test("`deployment: false` waits for an answer all the same and files no deployment", async () => {
  const environment = protect();
  const run = start();
  const entry = { environment: "production", deployment: false };
  const gate = github.enterEnvironment(name, run, entry);
  const before = gate.state;

  const data = await answer(run, environment, { client: person("mona") });

  expect([before, stateOf(gate.id), data]).toEqual(["waiting", "open", []]);
  expect((await job.repos.listDeployments(repo)).data).toEqual([]);
});

test("a wait timer runs from the job's arrival, and an answer does not shorten it", async () => {
  const environment = protect({ waitMinutes: 30 });
  const run = start();
  const gate = enter(run);
  await answer(run, environment, { client: person("mona") });
  const { data } = await job.actions.getPendingDeploymentsForRun({ ...repo, run_id: run });
  const before = stateOf(gate);
  time = new Date("2026-11-21T12:30:00Z");

  expect(data.map((one) => [one.wait_timer, one.wait_timer_started_at])).toEqual([
    [30, "2026-11-21T12:00:00Z"],
  ]);
  expect([before, stateOf(gate)]).toEqual(["waiting", "open"]);
});

test("an environment has at most six reviewers", () => {
  const reviewers = Array.from("abcdefg", (login) => ({ type: "User" as const, login }));

  expect(() => protect({ reviewers })).toThrow("at most six reviewers");
});

test("approvals cannot be read without `actions: read`", async () => {
  const run = start();
  github.grant("job", { contents: "read" });

  const refusal = await refusalOf(answers(run));

  expect(refusal.status).toBe(403);
});
