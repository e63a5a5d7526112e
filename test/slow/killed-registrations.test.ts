import type { KillPoint } from "@slipway/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evidenceOf } from "../delivery/evidence.ts";
import { actionsFolder, runJob } from "../delivery/jobs.ts";
import { createScene, modelFiles, repository, type Scene } from "../delivery/scene.ts";
import { changesSince, readState } from "../delivery/state.ts";
import { promote, startRun } from "../delivery/steps.ts";

const points: readonly (readonly [string, KillPoint])[] = [
  [
    "reading who started the run",
    {
      kind: "request",
      moment: "before",
      method: "GET",
      path: "/repos/{owner}/{repo}/actions/runs/{run_id}",
    },
  ],
  ["before the log is pushed", { kind: "push", moment: "before", nth: 1 }],
  ["after the log was pushed", { kind: "push", moment: "after", nth: 1 }],
  ["before the version tag", { kind: "push", moment: "before", nth: 2 }],
  ["after the version tag", { kind: "push", moment: "after", nth: 2 }],
];

describe("a registration", () => {
  let scene: Scene;
  let actions: string;
  let token: string;
  let usual: unknown;
  let weight = 1;

  beforeAll(async () => {
    scene = await createScene();
    const permissions = { contents: "write", actions: "read" } as const;
    token = scene.github.token("job", { permissions }).value;
    actions = await actionsFolder(scene.folder);
    // The first one makes the branch, with its README; the second is like all that follow.
    await attempt(await change());
    const before = await readState(scene);
    expect(await attempt(await change())).toMatchObject({ exitCode: 0, wasKilled: false });
    usual = changesSince(before, await readState(scene));
  });
  afterAll(() => scene.close());

  async function change() {
    weight += 1;
    const files = modelFiles(weight);
    return { sha: await scene.commit(files), files };
  }

  async function attempt(wanted: {
    readonly sha: string;
    readonly files: Readonly<Record<string, string>>;
    readonly killAt?: KillPoint;
    readonly rerunOf?: number;
  }) {
    const { sha, files, killAt, rerunOf } = wanted;
    const runId = rerunOf ?? startRun(scene, { sha, by: "mara" });
    if (rerunOf !== undefined) scene.github.rerun(repository, runId);
    const finishedAt = "2026-03-02T16:40:00.000Z";
    const ended = await runJob(scene, {
      action: "register-model",
      actions,
      sha,
      runId,
      token,
      attempt: rerunOf === undefined ? 1 : 2,
      inputs: { model: "churn", "github-token": token },
      files,
      evidence: evidenceOf({ commit: sha, finishedAt, model: files }),
      ...(killAt === undefined ? {} : { killAt }),
    });
    return { ...ended, runId };
  }

  for (const again of ["the next attempt", "another run"]) {
    test.each(points)(`killed %s, it is completed by ${again}`, async (_, killAt) => {
      const made = await change();
      const before = await readState(scene);

      const killed = await attempt({ ...made, killAt });
      const between = await readState(scene);
      const rerun = again === "another run" ? {} : { rerunOf: killed.runId };
      const done = await attempt({ ...made, ...rerun });

      const after = await readState(scene);
      expect(killed.wasKilled, killed.log).toBe(true);
      expect(between.problems).toStrictEqual([]);
      expect(done.exitCode, done.log).toBe(0);
      expect(changesSince(before, after)).toStrictEqual(usual);
      expect(after.tags.find(({ commit }) => commit === made.sha)?.entry).toBe(
        after.entries.length - 1,
      );
    });
  }

  test("killed before its tag, a version that is promoted gets the tag from the promotion", async () => {
    const made = await change();
    await attempt({ ...made, killAt: { kind: "push", moment: "before", nth: 2 } });
    const between = await readState(scene);

    const promoted = await promote(scene, { to: "staging", at: new Date().toISOString() });

    const { version, tag } = promoted;
    const names = (await readState(scene)).tags
      .filter(({ commit }) => commit === made.sha)
      .map(({ name }) => name);
    expect(between.tags.some(({ commit }) => commit === made.sha)).toBe(false);
    expect(names).toStrictEqual([tag, `churn@${version}`]);
  });
});
