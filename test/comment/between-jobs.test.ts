import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence } from "@slipway/contracts";
import { tryGit } from "@slipway/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { anEvaluation, aValidation } from "../../packages/report/test/builders.ts";
import { actionsFolder, addRun, startJob, type JobInit } from "./jobs.ts";
import { createScene, repository, type Scene } from "./scene.ts";
import { zipOf, type ZipFile } from "./zip.ts";

const contract = `apiVersion: v3.1.0
kind: DataContract
id: cells
name: cells
version: 1.0.0
status: active
schema:
  - name: cells
    properties:
      - { name: id, logicalType: integer, required: true }
`;
const predictions = [
  "id,label,score",
  ...Array.from({ length: 60 }, (_, i) => `${i},${i % 2},0.${(i * 37) % 100}`),
].join("\n");
const evaluate = {
  results: "p.csv",
  task: "binary",
  columns: "id=id,label=label,score=score",
  gate: "roc_auc min 0.1",
};
const validate = { data: "cells.csv", contract: "cells.yaml" };
const files = { "cells.csv": "id\n1\n2\n", "cells.yaml": contract, "p.csv": predictions };

let scene: Scene;
let actions: string;
let token: string;
let reader: string;

beforeAll(async () => {
  scene = await createScene();
  actions = await actionsFolder(scene.folder);
  token = scene.github.token("job", { permissions: { "pull-requests": "write" } }).value;
  reader = scene.github.token("reader", { permissions: { contents: "read" } }).value;
});

afterEach(() => {
  const found = scene.github.state.repositories.get(repository);
  found?.comments.splice(0);
  found?.artifacts.splice(0);
});

afterAll(() => scene.close());

const job = (init: Partial<JobInit> & { readonly runId: number }) =>
  startJob(scene, { actions, ...init });

function stored(runId: number): readonly string[] {
  const artifacts = scene.github.state.repositories.get(repository)?.artifacts ?? [];
  return artifacts.filter((one) => one.runId === runId && one.isFinal).map(({ name }) => name);
}

test("evidence of two jobs meets in the comment of a third, which has an empty workspace", async () => {
  const runId = addRun(scene, 1);
  const first = await job({ runId, files });
  const validated = await first.step("validate-data", reader, { ...validate, artifact: "data" });
  const second = await job({ runId, files, git: true });
  const judged = await second.step("evaluate-model", reader, { ...evaluate, artifact: "model" });
  const third = await job({ runId });

  const shown = await third.step("comment-metrics", token, { "from-artifacts": "data, model" });

  expect([validated, judged, shown].map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  expect(stored(runId)).toEqual(["data", "model", "slipway-evidence"]);
  expect(shown.outputs).toMatchObject({ outcome: "pass", comment: "created" });
  const [posted] = scene.comments(1);
  expect(posted?.body).toMatch(/^### 🟢 Passes/);
  expect(posted?.body).toContain("ROC AUC");
  expect(posted?.body).toContain("<code>cells</code>");
  // The client's own lines are folded.
  expect(shown.stdout).toMatch(/^::group::Artifact data$[^]*?^::endgroup::$/m);
});

test("the default branch's evidence is stored from another job, items and all", async () => {
  const { main: sha } = scene.shas;
  const push = { eventName: "push", event: { ref: "refs/heads/main" }, sha };
  const run = scene.github.addRun(repository, {
    headSha: sha,
    headBranch: "main",
    event: "push",
  });
  const first = await job({ ...push, runId: run.id, files, git: true });
  await first.step("evaluate-model", reader, { ...evaluate, artifact: "model" });
  const second = await job({ ...push, runId: run.id, git: true });

  const kept = await second.step("store-evidence", reader, { "from-artifacts": "model" });

  const listing = await tryGit({
    directory: scene.git.remote,
    args: ["ls-tree", "-r", "--name-only", "slipway"],
  });
  const paths = listing.stdout.toString().trim().split("\n");
  expect([kept.exitCode, kept.outputs["stored"]]).toEqual([0, "true"]);
  expect(paths.filter((path) => path.startsWith("evidence/"))).toEqual([
    `evidence/${sha}/evaluation-p.json`,
  ]);
  const [items = ""] = paths.filter((path) => path.startsWith("blobs/sha256/"));
  const blob = await tryGit({ directory: scene.git.remote, args: ["show", `slipway:${items}`] });
  expect(`blobs/sha256/${createHash("sha256").update(blob.stdout).digest("hex")}`).toBe(items);
});

test("a job that runs again replaces its artifact; a second one in the same attempt is refused", async () => {
  const runId = addRun(scene, 1);
  const inputs = { ...validate, artifact: "data" };
  const first = await (await job({ runId, files })).step("validate-data", reader, inputs);
  const twin = await (await job({ runId, files })).step("validate-data", reader, inputs);
  const again = await job({ runId, files, runAttempt: 2 });
  const second = await again.step("validate-data", reader, inputs);

  expect([first, twin, second].map(({ exitCode }) => exitCode)).toEqual([0, 2, 0]);
  expect(twin.log).toContain('error SW3107: the artifact "data" exists already');
  // The verdict is shown all the same.
  expect(twin.summary).toMatch(/^### 🟢 Passes/);
  expect(stored(runId)).toEqual(["data"]);
});

test("comment-metrics of a job that runs again replaces its own artifact", async () => {
  const runId = addRun(scene, 1);
  const steps = [];
  for (const runAttempt of [1, 2]) {
    const one = await job({ runId, files, runAttempt });
    await one.step("validate-data", reader, validate);
    steps.push(await one.step("comment-metrics", token));
  }

  expect(steps.map(({ exitCode, outputs }) => [exitCode, outputs["comment"]])).toEqual([
    [0, "created"],
    [0, "unchanged"],
  ]);
  expect(stored(runId)).toEqual(["slipway-evidence"]);
});

test("no artifact of that name, and both ways at once, are refused with a remedy", async () => {
  const runId = addRun(scene, 1);
  const one = await job({ runId });

  const none = await one.step("comment-metrics", token, { "from-artifacts": "data" });
  const both = await one.step("comment-metrics", token, {
    "from-artifacts": "data",
    evidence: "*.json",
  });

  expect([none.exitCode, both.exitCode]).toEqual([2, 2]);
  expect(none.log).toContain('error SW3106: no job of this run has stored an artifact "data"');
  expect(both.log).toContain("error SW1001: give either `evidence` or `from-artifacts`, not both");
  expect(scene.comments(1)).toEqual([]);
});

const items = Buffer.from("PAR1 items");
const digest = createHash("sha256").update(items).digest("hex");

function evaluation(runId: number, init: Partial<Evidence["run"]> = {}, sha256 = digest): ZipFile {
  const run = { runId, commit: scene.shas.change, ...init };
  const rows = { rows: 10, digest: { sha256 }, sizeBytes: items.length };
  const content = JSON.stringify(anEvaluation({ run, name: "a", items: rows }));
  return { name: "evaluation-a.json", content };
}

const hostile: Readonly<Record<string, readonly [string, (runId: number) => readonly ZipFile[]]>> =
  {
    "evidence of another run": [
      "SW3105",
      () => [evaluation(7), { name: `blobs/sha256/${digest}`, content: items }],
    ],
    "evidence of another commit": [
      "SW3105",
      (runId) => [evaluation(runId, { commit: "0".repeat(40) }), blob()],
    ],
    "evidence under another name": [
      "SW3105",
      (runId) => [{ ...evaluation(runId), name: "evaluation-b.json" }, blob()],
    ],
    "items that do not fit their digest": [
      "SW3106",
      (runId) => [evaluation(runId), { ...blob(), content: "other" }],
    ],
    "no items where some are named": ["SW3106", (runId) => [evaluation(runId)]],
    "a link as items": ["SW3106", (runId) => [evaluation(runId), { ...blob(), mode: 0o120777 }]],
    "a path that leads out": [
      "SW3106",
      (runId) => [evaluation(runId), blob(), { name: "../../../x", content: "" }],
    ],
    "no evidence": ["SW3106", () => [blob()]],
    "damaged evidence": ["SW1401", () => [{ name: "evaluation-a.json", content: "{" }]],
  };

function blob(): ZipFile {
  return { name: `blobs/sha256/${digest}`, content: items };
}

test.each(Object.entries(hostile))("an artifact with %s posts nothing", async (_, [code, make]) => {
  const runId = addRun(scene, 1);
  scene.github.addArtifact(repository, runId, { name: "model", bytes: zipOf(make(runId)) });

  const { exitCode, log } = await (
    await job({ runId })
  ).step("comment-metrics", token, { "from-artifacts": "model" });

  expect([exitCode, /error (SW\d+)/.exec(log)?.[1]]).toEqual([2, code]);
  expect(scene.comments(1)).toEqual([]);
});

test("evidence that differs from what the job's own steps left is refused, the same is not", async () => {
  const runId = addRun(scene, 1);
  const one = await job({ runId });
  const bytes = zipOf([evaluation(runId), blob()]);
  scene.github.addArtifact(repository, runId, { name: "model", bytes });
  const from = { "from-artifacts": "model", upload: "false" };
  const first = await one.step("comment-metrics", token, from);
  const same = await one.step("comment-metrics", token, from);
  const own = join(one.runner.temp, "slipway", "evidence", "evaluation-a.json");
  const run = { runId, commit: scene.shas.change };
  await writeFile(own, JSON.stringify(anEvaluation({ run, name: "a", items: { rows: 11 } })));
  const other = await one.step("comment-metrics", token, from);
  await writeFile(own.replace("evaluation-a", "data-validation-b"), JSON.stringify(aValidation()));

  expect([first, same, other].map(({ exitCode }) => exitCode)).toEqual([0, 0, 2]);
  expect(other.log).toContain("error SW1401: evaluation a of the artifact");
});
