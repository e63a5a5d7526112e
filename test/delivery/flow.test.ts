import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScene, modelFiles, repository, type Scene } from "./scene.ts";
import { answer, promote, register, startRun } from "./steps.ts";

describe("a model's way to production and back", () => {
  let scene: Scene;
  let token: string;
  let first: string;

  beforeAll(async () => {
    scene = await createScene();
    token = scene.github.token("job", {
      permissions: {
        contents: "write",
        actions: "read",
        deployments: "write",
        "pull-requests": "read",
      },
    }).value;
    for (const login of ["mara", "jo"]) scene.github.linkEmail(login, `${login}@example.com`);
    scene.github.protectEnvironment(repository, "production", {
      reviewers: [
        { type: "User", login: "mara" },
        { type: "User", login: "jo" },
      ],
    });
    first = await scene.git.git("rev-parse", "main");
  });
  afterAll(() => scene.close());

  test("registers the first version, and the same bytes once", async () => {
    const runId = startRun(scene, { sha: first, by: "mara" });
    const step = { sha: first, model: modelFiles(1), token, runId };
    const registered = await register(scene, step);
    expect(registered).toMatchObject({ state: "registered", version: "v1.0.0", entry: 0 });
    const again = await register(scene, step);
    expect(again).toMatchObject({ state: "already-registered", version: "v1.0.0", entry: 0 });
    expect(await scene.tagNames()).toStrictEqual(["churn@v1.0.0"]);
  });

  test("goes to staging, and to production once somebody approved", async () => {
    expect(await promote(scene, { to: "staging", token })).toMatchObject({
      state: "allowed",
      entry: 1,
    });
    const runId = startRun(scene, { sha: first, environment: "production" });
    expect(await promote(scene, { to: "production", token, runId })).toMatchObject({
      state: "waiting",
      entry: null,
    });
    await answer(scene, runId, { environment: "production", by: "jo" });
    const promoted = await promote(scene, { to: "production", token, runId });
    expect(promoted).toMatchObject({
      state: "allowed",
      entry: 2,
      tag: "churn#production#2",
      from: null,
      hold: false,
    });
    expect(await promote(scene, { to: "production", token, runId })).toMatchObject({
      state: "allowed",
      alreadyThere: true,
      entry: 2,
      deployment: promoted.deployment,
    });
  });

  test("is refused where only the author approved, and rolled back with a reason and a hold", async () => {
    const sha = await scene.commit(modelFiles(2));
    const second = await register(scene, { sha, model: modelFiles(2), token });
    expect(second).toMatchObject({ version: "v1.1.0", entry: 3 });
    await promote(scene, { to: "staging", token });
    const own = startRun(scene, {
      sha,
      environment: "production",
      by: "mara",
      event: "workflow_dispatch",
    });
    await answer(scene, own, { environment: "production", by: "mara" });
    const refused = await promote(scene, { to: "production", token, runId: own });
    expect(refused).toMatchObject({ state: "refused", outcome: "fail", entry: 5 });
    expect(await promote(scene, { to: "production", token, runId: own })).toMatchObject({
      entry: 5,
    });
    const runId = startRun(scene, { sha, environment: "production" });
    await answer(scene, runId, { environment: "production", by: "jo" });
    expect(await promote(scene, { to: "production", token, runId })).toMatchObject({
      state: "allowed",
      version: "v1.1.0",
      entry: 6,
    });
    const back = { to: "production", model: "churn@v1.0.0", token, runId };
    expect(await promote(scene, back)).toMatchObject({ state: "refused", direction: "rollback" });
    expect(await promote(scene, { ...back, inputs: { reason: "misses nights" } })).toMatchObject({
      state: "allowed",
      direction: "rollback",
      hold: true,
      entry: 8,
    });
    const next = startRun(scene, { sha, environment: "production" });
    await answer(scene, next, { environment: "production", by: "jo" });
    const forward = { to: "production", model: "churn@v1.1.0", token, runId: next };
    expect(await promote(scene, forward)).toMatchObject({ state: "refused" });
    expect(
      await promote(scene, { ...forward, inputs: { reason: "nights are mended" } }),
    ).toMatchObject({ state: "allowed", direction: "promotion", hold: false });
  });
});
