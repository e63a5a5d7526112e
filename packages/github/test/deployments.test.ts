import { expect, test } from "vitest";
import { createScene, refusalOf, type Place } from "./scene.ts";

const scene = await createScene();
const { github, githubDeployments } = scene;

const root = "0a".repeat(32);

const aDeployment = (place: Place, entry = 4, environment = "production") => ({
  environment,
  commit: place.main,
  entry,
  size: entry + 1,
  root,
  model: "flight-delays",
  version: "v1.0.0",
  digest: `sha256:${"0b".repeat(32)}`,
  description: "flight-delays v1.0.0",
});

function deploymentsOf(place: Place) {
  return github.state.repositories.get(place.fullName)?.deployments ?? [];
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error("there is none");
  return item;
}

test("a deployment names the entry and the log, and is found again", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());

  const made = await deployments.create(aDeployment(place));
  const found = await deployments.list("production", 10);

  const record = {
    id: made.id,
    environment: "production",
    commit: place.main,
    url: `${github.url}/repos/${place.fullName}/deployments/${made.id}`,
    entry: 4,
    size: 5,
    root,
  };
  expect(made).toEqual(record);
  expect(found).toEqual([record]);
  const sent = github.log.entries.find(
    ({ method, path }) => method === "POST" && path.endsWith(`${place.fullName}/deployments`),
  );
  expect(sent?.requestBody).toEqual({
    ref: place.main,
    task: "slipway",
    auto_merge: false,
    required_contexts: [],
    payload: {
      model: "flight-delays",
      version: "v1.0.0",
      digest: `sha256:${"0b".repeat(32)}`,
      entry: 4,
      size: 5,
      root,
    },
    environment: "production",
    description: "flight-delays v1.0.0",
  });
});

test("the newest come first, no more than wanted, of this environment alone", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  for (const entry of [1, 2, 3]) await deployments.create(aDeployment(place, entry));
  await deployments.create(aDeployment(place, 4, "staging"));

  const entries = (await deployments.list("production", 2)).map(({ entry }) => entry);

  expect(entries).toEqual([3, 2]);
});

test("what others deployed, and payloads of every other form, are overlooked", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  await deployments.create(aDeployment(place));
  const known = deploymentsOf(place);
  const foreign = [
    { task: "deploy" },
    { environment: "staging" },
    { payload: JSON.stringify({ entry: 7, size: 8, root }) },
    { payload: "entry 9" },
    { payload: "" },
    { payload: { entry: -1, size: 2, root } },
    { payload: { entry: 1, size: 2, root: "beef" } },
  ];
  known.push(...foreign.map((change, index) => ({ ...first(known), ...change, id: 9000 + index })));

  const found = await deployments.list("production", 10);

  expect(found.map(({ entry, size }) => [entry, size])).toEqual([
    [7, 8],
    [4, 5],
  ]);
});

test("behind two hundred foreign deployments Slipway's own is found", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  await deployments.create(aDeployment(place));
  const known = deploymentsOf(place);
  const own = first(known);
  for (let id = 1; id <= 200; id += 1)
    known.push({ ...own, id: 900_000 + id, payload: { ours: false } });

  expect((await deployments.list("production", 1)).map(({ id }) => id)).toEqual([own.id]);
});

test("one model's success leaves those of other models as they are", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  const first = await deployments.create(aDeployment(place, 1, "staging"));
  const second = await deployments.create(aDeployment(place, 2, "staging"));
  for (const { id } of [first, second])
    await deployments.succeed(id, { description: "done", logUrl: undefined });

  const states = deploymentsOf(place).map(({ statuses }) => statuses.map(({ state }) => state));

  expect(states).toEqual([["success"], ["success"]]);
});

test("an answer that was lost makes neither two deployments nor two statuses", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  const lost = { kind: "status", status: 502, afterEffect: true } as const;

  github.faults.plan({ method: "POST", path: /\/deployments$/, fault: lost });
  const made = await deployments.create(aDeployment(place));
  github.faults.plan({ method: "POST", path: /\/statuses$/, fault: lost });
  await deployments.succeed(made.id, { description: "done", logUrl: undefined });
  github.faults.plan({
    method: "POST",
    path: /\/deployments$/,
    fault: { kind: "status", status: 502 },
  });
  await deployments.create(aDeployment(place, 5));

  expect(deploymentsOf(place).map(({ statuses }) => statuses.length)).toEqual([1, 0]);
});

test("a description is cut where GitHub would refuse it", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());

  const { id } = await deployments.create(aDeployment(place));
  await deployments.succeed(id, { description: "🛫".repeat(200), logUrl: undefined });

  expect(first(deploymentsOf(place)).statuses[0]?.description).toBe(`${"🛫".repeat(69)}…`);
});

test("without its permission nothing is recorded, and the line to add is named", async () => {
  const place = await scene.repository();
  const reader = githubDeployments(place.job({ contents: "write", deployments: "read" }));
  const nobody = githubDeployments(place.job({ contents: "write" }));

  expect(await refusalOf(reader.create(aDeployment(place)))).toEqual({
    code: "SW3111",
    add: ["deployments: write"],
  });
  await expect(reader.succeed(1, { description: "", logUrl: undefined })).rejects.toMatchObject({
    code: "SW3111",
  });
  expect(await refusalOf(nobody.list("production", 1))).toEqual({
    code: "SW3111",
    add: ["deployments: read"],
  });
});

test("whether deployments may be recorded is known before one is, and nothing is left behind", async () => {
  const place = await scene.repository();
  const writer = githubDeployments(place.job());
  const reader = githubDeployments(place.job({ contents: "write", deployments: "read" }));

  await writer.demandWritable();

  expect(await refusalOf(reader.demandWritable())).toEqual({
    code: "SW3111",
    add: ["deployments: write"],
  });
  expect(deploymentsOf(place)).toEqual([]);
});

test("a hundred deployments are listed with one request: a job has a thousand in an hour", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  await deployments.create(aDeployment(place));
  const own = first(deploymentsOf(place));
  for (let id = 1; id < 100; id += 1) deploymentsOf(place).push({ ...own, id: 900_000 + id });
  const before = github.log.entries.length;

  const found = await deployments.list("production", 100);

  expect([found.length, github.log.entries.length - before]).toEqual([100, 1]);
});

test("a deployment that succeeded, or that another one replaced, gets no second status", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());
  const { id } = await deployments.create(aDeployment(place));
  const done = { description: "done", logUrl: undefined };
  await deployments.succeed(id, done);
  await deployments.succeed(id, done);
  const [succeeded] = first(deploymentsOf(place)).statuses;
  if (succeeded === undefined) throw new Error("there is no status");
  first(deploymentsOf(place)).statuses.push({ ...succeeded, id: id + 900, state: "inactive" });

  await deployments.succeed(id, done);

  expect(first(deploymentsOf(place)).statuses.map(({ state }) => state)).toEqual([
    "success",
    "inactive",
  ]);
});

test("a list that cannot be read is never an empty one", async () => {
  const place = await scene.repository();
  const deployments = githubDeployments(place.job());

  for (const status of [200, 204, 404]) {
    github.faults.plan({ path: /\/deployments$/, fault: { kind: "status", status } });
    await expect(deployments.list("production", 1)).rejects.toMatchObject({ code: "SW3111" });
  }
});
