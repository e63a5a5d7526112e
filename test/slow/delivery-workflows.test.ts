import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerGate } from "../workflows/answer-gate.ts";
import { checkContract } from "../workflows/check-contract.ts";
import {
  createDeliveryRepository,
  people,
  type DeliveryRepository,
} from "../workflows/delivery-repository.ts";
import { exportReleaseTree } from "../workflows/export-release-tree.ts";
import { type AtGate } from "../workflows/job-gates.ts";
import { createLayer, type Layer, type LayerRun, type Occasion } from "../workflows/layer.ts";
import { listShownWorkflows } from "../workflows/list-workflows.ts";
import { deliveryPaths } from "../workflows/shown-workflows.ts";
import { parseWorkflow } from "../workflows/workflow.ts";

const shown = await listShownWorkflows();
let folder: string;
let repository: DeliveryRepository;
let layer: Layer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "slipway-delivered-"));
  const releaseTree = join(folder, "release");
  await exportReleaseTree(releaseTree);
  repository = await createDeliveryRepository();
  const { github, fullName } = repository;
  layer = await createLayer({ github, fullName, releaseTree });
}, 120_000);

afterAll(async () => {
  await layer.close();
  await repository.close();
  await rm(folder, { recursive: true, force: true });
});

// One story: each step goes on from where the one before has left the log.
describe("deliver.yml from the first model to its return", () => {
  test("a push registers and promotes to staging, and production waits for somebody else", async () => {
    let before: unknown;
    const run = await deliver(repository.occasion("push"), async (gate) => {
      before = await told();
      await answerGate({ ...repository, gate }, { by: people.approver });
    });

    expect(run.jobs, run.log.slice(-6000)).toEqual({ staging: "success", production: "success" });
    expect(before).toEqual({
      entries: ["registered v1.0.0", "promoted v1.0.0 to staging"],
      staging: "v1.0.0",
      production: null,
      tags: ["flight-delays#staging#1", "flight-delays@v1.0.0"],
      deployments: ["staging 1 success"],
    });
    expect(await told()).toEqual({
      entries: [
        "registered v1.0.0",
        "promoted v1.0.0 to staging",
        "promoted v1.0.0 to production, approved by jo",
      ],
      staging: "v1.0.0",
      production: "v1.0.0",
      tags: ["flight-delays#production#2", "flight-delays#staging#1", "flight-delays@v1.0.0"],
      deployments: ["staging 1 success", "production 2 success"],
    });
  });

  test("a change that only its author approves is refused, and nothing moves but the record of it", async () => {
    const run = await deliver(await repository.mergeBetter(), (gate) => {
      return answerGate({ ...repository, gate }, { by: people.author });
    });

    expect(run.jobs, run.log.slice(-6000)).toEqual({ staging: "success", production: "failure" });
    expect(await told()).toMatchObject({
      staging: "v1.1.0",
      production: "v1.0.0",
      deployments: ["staging 1 success", "production 2 success", "staging 4 success"],
    });
    expect(await newest(3)).toEqual([
      "registered v1.1.0",
      "promoted v1.1.0 to staging",
      "refused v1.1.0 to production, unmet: approvals",
    ]);
  });

  test("a job that is rejected never runs", async () => {
    const before = await told();
    const inputs = { version: "v1.1.0", reason: "once more" };
    const run = await deliver(await repository.dispatch(people.operator, inputs), (gate) => {
      return answerGate({ ...repository, gate }, { by: people.approver, state: "rejected" });
    });

    expect(run.jobs).toEqual({ staging: "skipped", production: "failure" });
    expect(run.annotations.map(({ message }) => message)).toEqual([
      "environment production: rejected",
    ]);
    expect(await told()).toEqual(before);
  });

  test("a person starts the promotion again, and another one approves it", async () => {
    const inputs = { version: "v1.1.0", reason: "the nights are covered now" };
    const run = await deliver(await repository.dispatch(people.operator, inputs), (gate) => {
      return answerGate({ ...repository, gate }, { by: people.approver });
    });

    expect(run.jobs, run.log.slice(-6000)).toEqual({ staging: "skipped", production: "success" });
    expect(await told()).toMatchObject({ staging: "v1.1.0", production: "v1.1.0" });
  });

  test("verify.yml finds log, deployments and the model in production whole", async () => {
    const run = await play(deliveryPaths.verify, await repository.schedule());

    expect(run.jobs, run.log.slice(-6000)).toEqual({ audit: "success", model: "success" });
  });

  test("an older version comes back with a reason, and holds what would come of itself", async () => {
    const inputs = { version: "v1.0.0", reason: "v1.1.0 misses the nights" };
    const run = await deliver(await repository.dispatch(people.operator, inputs), (gate) => {
      return answerGate({ ...repository, gate }, { by: people.approver });
    });

    expect(run.jobs, run.log.slice(-6000)).toEqual({ staging: "skipped", production: "success" });
    expect((await repository.entries()).at(-1)).toMatchObject({
      type: "promoted",
      direction: "rollback",
      version: "v1.0.0",
      reason: "v1.1.0 misses the nights",
      hold: true,
    });
    expect(await told()).toMatchObject({ staging: "v1.1.0", production: "v1.0.0" });
  });

  test("a push that changes no model asks nobody for an approval", async () => {
    const asked: string[] = [];
    const run = await deliver(await repository.pushAgain(), (gate) => {
      asked.push(gate.environment);
      return Promise.resolve();
    });

    expect(run.jobs, run.log.slice(-6000)).toEqual({ staging: "success", production: "skipped" });
    expect(asked).toEqual([]);
  });

  test("what was asked of GitHub, and its answers, are as GitHub describes them", async () => {
    expect(repository.github.log.violations).toEqual([]);
    expect(await checkContract(repository.github)).toEqual([]);
  });
});

function deliver(occasion: Occasion, atGate: AtGate): Promise<LayerRun> {
  return play(deliveryPaths.deliver, { ...occasion, secrets: repository.secrets }, atGate);
}

async function play(path: string, occasion: Occasion, atGate?: AtGate): Promise<LayerRun> {
  const found = shown.find((workflow) => workflow.path === path);
  if (found === undefined) throw new Error(`${path} shows no workflow`);
  const run = await layer.run(parseWorkflow(found.text, path), occasion, atGate);
  if (run === null) throw new Error(`${path} was not started`);
  return run;
}

/** What is remembered, in the log and outside it. */
async function told() {
  return {
    entries: await newest(),
    staging: await repository.pointer("staging"),
    production: await repository.pointer("production"),
    tags: await repository.tags(),
    deployments: repository.deployments().map(({ environment, payload, statuses }) => {
      const entry = typeof payload === "string" ? payload : JSON.stringify(payload["entry"]);
      return `${environment} ${entry} ${statuses.at(-1)?.state ?? ""}`;
    }),
  };
}

async function newest(count?: number): Promise<readonly string[]> {
  const entries = await repository.entries();
  return entries.slice(count === undefined ? 0 : -count).map((entry) => {
    if (entry.type === "registered") return `${entry.type} ${entry.version}`;
    const unmet = entry.rules.filter(({ state }) => state === "unmet").map(({ id }) => id);
    const counted = entry.approvals.filter((one) => one.counted).map(({ person }) => person.login);
    const what = `${entry.type} ${entry.version} to ${entry.environment}`;
    if (unmet.length > 0) return `${what}, unmet: ${unmet.join(", ")}`;
    return counted.length > 0 ? `${what}, approved by ${counted.join(", ")}` : what;
  });
}
