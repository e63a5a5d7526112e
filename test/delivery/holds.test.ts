import { afterAll, beforeAll, expect, test } from "vitest";
import { createScene, modelFiles, type Scene } from "./scene.ts";
import { promote, register } from "./steps.ts";
import { registerNext } from "./story.ts";

let scene: Scene;

beforeAll(async () => {
  scene = await createScene();
  await register(scene, { sha: await scene.git.git("rev-parse", "main"), model: modelFiles(1) });
  await promote(scene, { to: "staging" });
  await registerNext(scene, 2);
  await promote(scene, { to: "staging" });
});
afterAll(() => scene.close());

const back = { to: "staging", model: "churn@v1.0.0" };
const forward = { to: "staging", model: "churn@v1.1.0" };
const because = { reason: "misses nights" };
const trial = { ...because, dryRun: "true" };

test("only a rollback that took place holds the environment, until something moves on", async () => {
  const refused = await promote(scene, back);
  const tried = await promote(scene, { ...back, inputs: trial });
  const done = await promote(scene, { ...back, inputs: because });
  const again = await promote(scene, back);
  const blocked = await promote(scene, forward);
  const forwardTried = await promote(scene, { ...forward, inputs: trial });
  const onward = await promote(scene, { ...forward, inputs: because });

  expect(
    [refused, tried, done, again, blocked, forwardTried, onward].map(({ state, hold }) => [
      state,
      hold,
    ]),
  ).toEqual([
    ["refused", false],
    ["allowed", false],
    ["allowed", true],
    ["allowed", true],
    ["refused", true],
    ["allowed", true],
    ["allowed", false],
  ]);
});
