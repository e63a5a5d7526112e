import { afterEach, beforeEach, expect, test } from "vitest";

import { plainClient, refusalOf } from "./clients.ts";
import { createStory, type Story } from "./story.ts";

type Client = ReturnType<typeof plainClient>;
type Init = Partial<Parameters<Client["repos"]["createDeployment"]>[0]>;
type StatusInit = Partial<Parameters<Client["repos"]["createDeploymentStatus"]>[0]>;

let story: Story;
let client: Client;

beforeEach(async () => {
  story = await createStory();
  const permissions = { contents: "read", deployments: "write", statuses: "write" } as const;
  client = plainClient(story.github.url, story.github.token("job", { permissions }).value);
});

afterEach(() => story.close());

async function deploy(init: Init = {}): Promise<number> {
  const { repo, shas } = story;
  const { data } = await client.repos.createDeployment({ ...repo, ref: shas.main, ...init });
  if (!("id" in data)) throw new Error(data.message);
  return data.id;
}

function report(deployment: number, init: StatusInit = {}) {
  const target = { ...story.repo, deployment_id: deployment };
  return client.repos.createDeploymentStatus({ ...target, state: "success", ...init });
}

async function states(deployment: number): Promise<readonly string[]> {
  const target = { ...story.repo, deployment_id: deployment };
  const { data } = await client.repos.listDeploymentStatuses(target);
  return data.map((status) => status.state);
}

test("a payload stays what it was sent as: a text stays a text, a record a record", async () => {
  const payloads = ['{"slipway":{"entry":1}}', { slipway: { entry: 1 } }, ""];
  const read: unknown[] = [];
  for (const payload of payloads) {
    const deployment_id = await deploy({ payload });
    read.push((await client.repos.getDeployment({ ...story.repo, deployment_id })).data.payload);
  }

  expect(read).toEqual(payloads);
});

test("a success makes earlier successes of its environment inactive, and no others", async () => {
  const staging = await deploy({ environment: "staging" });
  const other = await deploy({ environment: "canary" });
  const failed = await deploy({ environment: "staging" });
  const next = await deploy({ environment: "staging" });
  await report(staging);
  await report(other);
  await report(failed, { state: "failure" });

  await report(next);

  expect(await Promise.all([staging, other, failed, next].map(states))).toEqual([
    ["inactive", "success"],
    ["success"],
    ["failure"],
    ["success"],
  ]);
});

test("production and transient deployments stay active, and so do all where it is asked for", async () => {
  const inits: readonly Init[] = [
    { environment: "production" },
    { environment: "live", production_environment: true },
    { environment: "preview", transient_environment: true },
  ];
  const firsts: number[] = [];
  for (const init of inits) {
    const first = await deploy(init);
    await report(first);
    await report(await deploy(init));
    firsts.push(first);
  }
  const kept = await deploy({ environment: "staging" });
  await report(kept);
  await report(await deploy({ environment: "staging" }), { auto_inactive: false });

  expect(await Promise.all([...firsts, kept].map(states))).toEqual([
    ["success"],
    ["success"],
    ["success"],
    ["success"],
  ]);
});

test("`production` named without a word about it is a production environment", async () => {
  const read = async (init: Init): Promise<boolean | undefined> => {
    const deployment_id = await deploy(init);
    const { data } = await client.repos.getDeployment({ ...story.repo, deployment_id });
    return data.production_environment;
  };

  expect(await read({ environment: "production" })).toBe(true);
  expect(await read({ environment: "staging" })).toBe(false);
});

test("a job's own run is a check that is not done: without `required_contexts: []` it is a 409", async () => {
  const { github, shas, repo } = story;
  const run = { headSha: shas.main, headBranch: "main", event: "push", name: "promote" };
  github.addRun("octo/model", { ...run, status: "in_progress" });

  const refusal = await refusalOf(deploy());
  const before = (await client.repos.listDeployments(repo)).data.length;
  await deploy({ required_contexts: [] });

  expect([refusal.status, before]).toEqual([409, 0]);
  expect(refusal.message).toContain("Conflict: Commit status checks failed for");
  expect((await client.repos.listDeployments(repo)).data).toHaveLength(1);
});

test("a context that is demanded has to be there and green, others do not matter", async () => {
  const { repo, shas } = story;
  const status = { ...repo, sha: shas.main };
  await client.repos.createCommitStatus({ ...status, context: "slipway", state: "success" });
  await client.repos.createCommitStatus({ ...status, context: "lint", state: "failure" });

  const missing = await refusalOf(deploy({ required_contexts: ["tests"] }));
  const red = await refusalOf(deploy({ required_contexts: ["slipway", "lint"] }));
  const all = await refusalOf(deploy());
  await deploy({ required_contexts: ["slipway"] });

  expect([missing.status, red.status, all.status]).toEqual([409, 409, 409]);
});

test("a branch that is behind is merged first, which makes no deployment, unless that is forbidden", async () => {
  const { git, repo, shas } = story;
  await git.commit({ message: "Later", files: { "later.txt": "1\n" } });
  await git.push("main");
  const target = { ...repo, ref: "change", required_contexts: [] };

  const kept = await client.repos.createDeployment({ ...target, auto_merge: false });
  const merged = await client.repos.createDeployment(target);

  expect([kept.status, "sha" in kept.data && kept.data.sha]).toEqual([201, shas.change]);
  expect([merged.status, merged.data]).toEqual([
    202,
    { message: "Auto-merged main into change on deployment." },
  ]);
  expect((await client.repos.listDeployments(repo)).data).toHaveLength(1);
});

test("a status without addresses has empty ones, and statuses come newest first", async () => {
  const deployment = await deploy();
  await report(deployment, { state: "in_progress" });
  await report(deployment, { log_url: "https://example.com/log", description: "Done" });

  const target = { ...story.repo, deployment_id: deployment };
  const { data } = await client.repos.listDeploymentStatuses(target);

  const shown = data.map((one) => [one.state, one.log_url, one.target_url, one.environment_url]);
  expect(shown).toEqual([
    ["success", "https://example.com/log", "https://example.com/log", ""],
    ["in_progress", "", "", ""],
  ]);
});

test("a status of a kind that GitHub lacks and a description over 140 characters are a 422", async () => {
  const deployment = await deploy();
  const unknown = await refusalOf(
    client.request("POST /repos/octo/model/deployments/{id}/statuses", {
      id: deployment,
      state: "done",
    }),
  );

  const long = await refusalOf(report(deployment, { description: "x".repeat(141) }));
  await report(deployment, { description: "x".repeat(140) });

  expect([unknown.status, long.status]).toEqual([422, 422]);
});

test("deployments are found by environment, commit and ref, newest first", async () => {
  const { repo, shas } = story;
  const first = await deploy({ environment: "staging" });
  const second = await deploy({ environment: "staging", ref: "change", auto_merge: false });
  const third = await deploy({ environment: "production" });
  const find = async (filter: object): Promise<readonly number[]> => {
    const { data } = await client.repos.listDeployments({ ...repo, ...filter });
    return data.map((one) => one.id);
  };

  expect(await find({})).toEqual([third, second, first]);
  expect(await find({ environment: "staging" })).toEqual([second, first]);
  expect(await find({ sha: shas.change })).toEqual([second]);
  expect(await find({ ref: shas.main, environment: "production" })).toEqual([third]);
  expect(await find({ per_page: 1, page: 2 })).toEqual([second]);
});

test("an environment that a deployment names is made, unprotected", async () => {
  await deploy({ environment: "canary" });

  const environments = story.github.state.repositories.get("octo/model")?.environments ?? [];
  expect(environments.map(({ name, reviewers }) => [name, reviewers])).toEqual([["canary", []]]);
});

test("without `deployments: write` nothing can be deployed, and with reading alone nothing reported", async () => {
  const deployment = await deploy();
  story.github.grant("job", { contents: "write", deployments: "read" });

  const made = await refusalOf(deploy());
  const reported = await refusalOf(report(deployment));

  expect([made.status, reported.status, await states(deployment)]).toEqual([403, 403, []]);
});
