import { mkdtemp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkContract } from "../workflows/check-contract.ts";
import { exportReleaseTree } from "../workflows/export-release-tree.ts";
import { createFlightRepository } from "../workflows/flight-repository.ts";
import { createLayer } from "../workflows/layer.ts";
import { lintWorkflow } from "../workflows/lint-workflows.ts";
import { listShownWorkflows, type ShownWorkflow } from "../workflows/list-workflows.ts";
import {
  deliveryPaths,
  shownStories,
  type ShownScene,
  type ShownStory,
} from "../workflows/shown-workflows.ts";
import { parseWorkflow, type Workflow } from "../workflows/workflow.ts";

const shown = await listShownWorkflows();
let folder: string;
let tree: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "slipway-shown-"));
  tree = join(folder, "release");
  await exportReleaseTree(tree);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("the release tree has a bundle", () => {
  expect(existsSync(join(tree, "dist", "index.js"))).toBe(true);
});

test("every workflow that users are shown is played here, and there is one", () => {
  const played = shownStories.flatMap(({ path, scenes }) => [
    path,
    ...scenes.flatMap(({ then }) => (then === undefined ? [] : [then.path])),
  ]);

  expect(shown.length).toBeGreaterThan(0);
  played.push(...Object.values(deliveryPaths));
  expect([...new Set(played)].sort()).toEqual(shown.map(({ path }) => path).sort());
});

describe.skipIf(shown.length === 0)("linted as a user's own", () => {
  test.each(shown)("$path", async (workflow: ShownWorkflow) => {
    expect(await lintWorkflow(workflow, tree)).toBe("");
  });
});

describe.skipIf(shownStories.length === 0)("played on a fake GitHub", () => {
  test.each(shownStories)("$path", async ({ path, scenes }: ShownStory) => {
    const repository = await createFlightRepository();
    const { github, fullName } = repository;
    const layer = await createLayer({ github, fullName, releaseTree: tree });
    try {
      const played: ShownScene[] = [];
      const logs: string[] = [];
      for (const { scene, then } of scenes) {
        const run = await layer.run(read(path), repository.occasion(scene));
        logs.push(run?.log ?? "");
        const jobs = run?.jobs ?? null;
        if (then === undefined || run === null) {
          played.push({ scene, jobs, comment: repository.headline(scene) });
          continue;
        }
        const second = await layer.run(read(then.path), repository.completed(run.run));
        logs.push(second?.log ?? "");
        const comment = repository.headline(scene);
        played.push({ scene, jobs, comment, then: { path: then.path, jobs: second?.jobs ?? {} } });
      }

      expect(played, logs.join("\n").slice(-8000)).toEqual(scenes);
      expect(github.log.violations).toEqual([]);
      expect(await checkContract(github)).toEqual([]);
    } finally {
      await layer.close();
      await repository.close();
    }
  });
});

function read(path: string): Workflow {
  const found = shown.find((workflow) => workflow.path === path);
  if (found === undefined) throw new Error(`${path} shows no workflow`);
  return parseWorkflow(found.text, path);
}
