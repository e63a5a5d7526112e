import { afterAll, beforeAll, expect, test } from "vitest";
import { createScene, modelFiles, repository, type Scene } from "./scene.ts";
import { answer, promote, register, startRun } from "./steps.ts";

let scene: Scene;
let token: string;

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
  for (const login of ["mara", "jo", "li"]) scene.github.linkEmail(login, `${login}@example.com`);
  scene.github.protectEnvironment(repository, "production", {
    reviewers: ["mara", "jo", "li"].map((login) => ({ type: "User", login })),
  });
  const sha = await scene.git.git("rev-parse", "main");
  await register(scene, { sha, model: modelFiles(1), token });
  await toProduction(sha, "li");
});
afterAll(() => scene.close());

/** Promotes what was registered last, in a run that `by` approved. */
async function toProduction(sha: string, by: string) {
  await promote(scene, { to: "staging", token });
  const runId = startRun(scene, { sha, environment: "production" });
  await answer(scene, runId, { environment: "production", by });
  return promote(scene, { to: "production", token, runId });
}

test("cheat: a trivial commit of somebody else on top does not hide who changed the model", async () => {
  await scene.commit(modelFiles(2), "mara");
  const sha = await scene.commit({ "README.md": "Nothing of importance.\n" }, "jo");
  await register(scene, { sha, model: modelFiles(2), token });

  const refused = await toProduction(sha, "mara");

  expect(refused).toMatchObject({ state: "refused", version: "v1.1.0" });
  expect(refused.authors.map(({ login }) => login).sort()).toEqual(["jo", "mara"]);
  expect(await toProduction(sha, "li")).toMatchObject({ state: "allowed", version: "v1.1.0" });
});
