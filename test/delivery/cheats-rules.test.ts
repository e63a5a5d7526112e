import type { Evidence } from "@slipway/contracts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evidenceOf } from "./evidence.ts";
import { createScene, modelFiles, policyText, type Scene } from "./scene.ts";
import { now, register } from "./steps.ts";

describe("evidence counts only where the merged rules judged", () => {
  let scene: Scene;
  let sha: string;

  beforeAll(async () => {
    scene = await createScene();
    sha = await scene.git.git("rev-parse", "main");
  });
  afterAll(() => scene.close());

  const with_ = (change: (evidence: Evidence) => Evidence): Evidence[] =>
    evidenceOf({ commit: sha, finishedAt: now, model: modelFiles(1) }).map(change);
  const policyOf = (policy: Partial<Evidence["policy"]>) =>
    with_((evidence) => ({ ...evidence, policy: { ...evidence.policy, ...policy } }));

  test.each<[string, () => Evidence[], string]>([
    [
      "a file that an input named",
      () => policyOf({ file: "loose.yaml" }),
      "was judged by loose.yaml (working-tree), not by slipway.yaml of commit",
    ],
    [
      "rules of the command line",
      () => policyOf({ origin: "command-line" }),
      "(command-line), not by slipway.yaml of commit",
    ],
    [
      "an edited slipway.yaml",
      () =>
        evidenceOf({
          commit: sha,
          finishedAt: now,
          model: modelFiles(1),
          policy: policyText().replace("min: 0.5", "min: 0"),
        }),
      "was judged by another slipway.yaml than the one of commit",
    ],
    [
      "evidence that does not say which rules",
      () =>
        with_((evidence) => ({
          ...evidence,
          policy: { origin: "working-tree", file: "slipway.yaml", loosened: [] },
        })),
      "was judged by another slipway.yaml than the one of commit",
    ],
    [
      "another contract",
      () =>
        with_((evidence) =>
          evidence.kind === "evaluation" ? evidence : { ...evidence, subjects: [] },
        ),
      "was judged by another contract than rows.odcs.yaml of commit",
    ],
  ])("%s registers nothing", async (_, evidence, message) => {
    const registering = register(scene, { sha, model: modelFiles(1), evidence: evidence() });

    await expect(registering).rejects.toMatchObject({ code: "SW4002" });
    await expect(registering).rejects.toThrow(message);
    expect(await scene.stored("checkpoint")).toBeUndefined();
  });

  test("the merged rules, with the line ends of a checkout on Windows", async () => {
    const policy = policyText().replaceAll("\n", "\r\n");
    const evidence = evidenceOf({ commit: sha, finishedAt: now, model: modelFiles(1), policy });

    expect(await register(scene, { sha, model: modelFiles(1), evidence })).toMatchObject({
      state: "registered",
    });
  });
});
