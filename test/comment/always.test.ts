import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence } from "@slipway/contracts";
import type { StepResult } from "@slipway/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  aBaseline,
  aBound,
  aDataCheck,
  anEvaluation,
  aValidation,
} from "../../packages/report/test/builders.ts";
import { actionsFolder, addRun, startJob, type JobInit } from "./jobs.ts";
import { createScene, pullEvent, repository, secondHalf, type Scene } from "./scene.ts";

const failing = aDataCheck({ outcome: "fail", failed: 3 });
const undecided = aBound(
  "accuracy",
  { rule: "min", limit: 0.7, value: 0.7 },
  { outcome: "inconclusive", blocks: true, reason: "undefined" },
);

let scene: Scene;
let actions: string;
let token: string;

beforeAll(async () => {
  scene = await createScene();
  actions = await actionsFolder(scene.folder);
  const permissions = { actions: "read", "pull-requests": "write" } as const;
  token = scene.github.token("job", { permissions }).value;
});

afterEach(() => {
  scene.github.state.repositories.get(repository)?.comments.splice(0);
});

afterAll(() => scene.close());

type Step = Partial<JobInit> & {
  readonly token?: string;
  readonly evidence?: readonly Evidence[];
  readonly raw?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
};

/** The last step of a job whose earlier steps left this evidence; its workspace is empty. */
async function last({ evidence = [], raw = {}, inputs, ...init }: Step): Promise<StepResult> {
  const job = await startJob(scene, { actions, runId: init.runId ?? addRun(scene, 1), ...init });
  const folder = join(job.runner.temp, "slipway", "evidence");
  await mkdir(folder, { recursive: true });
  const documents = evidence.map((one): [string, string] => [
    `${one.kind}-${one.name}.json`,
    JSON.stringify(one),
  ]);
  for (const [name, text] of [...documents, ...Object.entries(raw)])
    await writeFile(join(folder, name), text);
  const step = await job.step("comment-metrics", init.token ?? token, inputs);
  const shown = [step.log, step.summary, JSON.stringify(step.outputs)].join("\n");
  expect(/gh[sp]_[0-9a-f]{20}/.test(shown)).toBe(false);
  expect(step.stdout.replace(/^::add-mask::.*$/gm, "")).not.toContain(init.token ?? token);
  expect(step.cut).toEqual([]);
  return step;
}

function errorOf({ log }: StepResult): string | undefined {
  return /^error (SW\d+)/m.exec(log)?.[1];
}

test("steps that failed before they wrote anything leave no verdict, and a remedy", async () => {
  const step = await last({});

  expect([step.exitCode, errorOf(step), step.outputs]).toEqual([2, "SW1402", { outcome: "error" }]);
  expect(step.log).toContain("Run validate-data or evaluate-model before this step");
  expect(scene.comments(1)).toEqual([]);
});

test("a damaged file among good ones is named, and nothing is shown as if it were not there", async () => {
  const raw = { "evaluation-a.json": '{"schema":"slipway/evidence/v1","kind":"eval' };

  const step = await last({ evidence: [aValidation()], raw });

  expect([step.exitCode, errorOf(step)]).toEqual([2, "SW1401"]);
  expect(step.log).toContain("evaluation-a.json is not evidence of Slipway");
  expect(scene.comments(1)).toEqual([]);
});

test.each([
  ["pass", 0, [aValidation(), anEvaluation()]],
  [
    "warn",
    0,
    [aValidation({ checks: [{ ...failing, outcome: "warn", severity: "warn", blocks: false }] })],
  ],
  ["inconclusive", 1, [aValidation(), anEvaluation({ checks: [undecided] })]],
  ["fail", 1, [aValidation({ checks: [failing] }), anEvaluation({ checks: [undecided] })]],
  [
    "error",
    1,
    [aValidation({ checks: [failing, aDataCheck({ outcome: "error" })] }), anEvaluation()],
  ],
] as const)("the worst evidence decides: %s exits with %i", async (outcome, exitCode, evidence) => {
  const step = await last({ evidence });

  expect([step.exitCode, step.outputs["outcome"], step.outputs["comment"]]).toEqual([
    exitCode,
    outcome,
    "created",
  ]);
  expect(scene.comments(1)).toHaveLength(1);
});

test("two data sets and two evaluations share one comment, one report and one summary", async () => {
  const evidence = [
    aValidation({ name: "flights" }),
    aValidation({ name: "airports", checks: [failing] }),
    anEvaluation({ name: "delays" }),
    anEvaluation({ name: "cancellations", baseline: aBaseline({ name: "v1" }) }),
  ];

  const step = await last({ evidence });

  const report = await readFile(step.outputs["report-path"] ?? "", "utf8");
  const texts = [scene.comments(1)[0]?.body ?? "", step.summary, report];
  for (const { name } of evidence) {
    for (const text of texts) expect(text).toContain(name);
  }
  const { "comment-url": url, "report-path": path, ...others } = step.outputs;
  expect(others).toEqual({ outcome: "fail", comment: "created" });
  expect(url).toMatch(/\/octo\/model\/pull\/1#issuecomment-\d+$/);
  expect(path).toMatch(/report\.html$/);
});

test("a summary of 20,000 checks stays within the megabyte that GitHub shows", async () => {
  const checks = Array.from({ length: 20_000 }, (_, index) =>
    aDataCheck({ id: `c${index}`, title: "a rule ☃".repeat(10), outcome: "fail", failed: 1 }),
  );

  const step = await last({ evidence: [aValidation({ checks })], inputs: { upload: "false" } });

  expect([step.exitCode, step.outputs["comment"]]).toEqual([1, "created"]);
  expect(Buffer.byteLength(step.summary)).toBeGreaterThan(100_000);
});

test("without the permission the verdict stands in log, summary and outputs, and the lines to add are printed", async () => {
  const weak = scene.github.token("weak", { permissions: { "pull-requests": "read" } }).value;

  const step = await last({ token: weak, evidence: [aValidation()] });

  expect([step.exitCode, errorOf(step)]).toEqual([2, "SW3102"]);
  expect(step.log).toContain("permissions:\n        contents: read\n        pull-requests: write");
  expect(step.summary).toMatch(/^### 🟢 Passes[^]*### ❌ Slipway SW3102/);
  expect(step.outputs).toMatchObject({ outcome: "error", comment: "none", "comment-url": "" });
  expect(await readFile(step.outputs["report-path"] ?? "", "utf8")).toMatch(/^<!doctype html>/);
});

test("a fork in its two halves: processes with an empty workspace, no git, and an artifact between them", async () => {
  const runId = addRun(scene, 2);
  const readOnly = scene.github.token("fork", { kind: "fork" }).value;
  const run = { runId, headCommit: scene.shas.fork, pullRequest: 2 };
  const evidence = [aValidation({ run, checks: [failing] }), anEvaluation({ run })];
  const fork = { event: pullEvent(scene, 2), runId };
  const first = await last({ ...fork, token: readOnly, evidence });
  const second = { event: secondHalf(scene, runId), eventName: "workflow_run" };
  scene.github.log.clear();

  const posted = await last({ ...second, runId: addRun(scene, 1) });
  const calls = scene.github.log.entries.length;
  const again = await last({ ...second, runId: addRun(scene, 1) });

  expect(
    [first, posted, again].map(({ exitCode, outputs }) => [exitCode, outputs["comment"]]),
  ).toEqual([
    [1, "stored"],
    [1, "created"],
    [1, "unchanged"],
  ]);
  expect(first.log).toContain("see docs/forks.md");
  expect(calls).toBeLessThanOrEqual(6);
  const [comment, ...others] = scene.comments(2);
  expect(others).toEqual([]);
  // The report lies at the run that made it, not at the one that comments.
  expect(comment?.body).toContain(`/actions/runs/${runId}#artifacts`);
});

test("a run of Dependabot is stored, not failed", async () => {
  const runId = addRun(scene, 1);
  const readOnly = scene.github.token("fork", { kind: "fork" }).value;

  const step = await last({
    runId,
    token: readOnly,
    actor: "dependabot[bot]",
    evidence: [aValidation()],
  });

  expect([step.exitCode, step.outputs["comment"]]).toEqual([0, "stored"]);
});

test("what belongs to no pull request is shown in the summary, and stored", async () => {
  const push = { eventName: "push", event: { ref: "refs/heads/main" }, sha: scene.shas.main };
  scene.github.log.clear();

  const step = await last({ ...push, evidence: [aValidation()] });

  expect([step.exitCode, step.outputs["comment"]]).toEqual([0, "none"]);
  expect(step.log).toContain("no comment: this run belongs to no pull request");
  expect(scene.github.log.entries).toEqual([]);
});

test("on a server without the artifact service the comment is written, and a note says what is missing", async () => {
  const job = await startJob(scene, { actions, runId: addRun(scene, 1) });
  const folder = join(job.runner.temp, "slipway", "evidence");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "data-validation-a.json"), JSON.stringify(aValidation()));
  const env = { GITHUB_SERVER_URL: "https://ghe.example.com" };

  const step = await job.runner.runAction({ action: "comment-metrics", token, env });

  expect([step.exitCode, step.outputs["comment"]]).toEqual([0, "created"]);
  expect(step.log).toContain("note: this server has no artifact service");
});
