import type { KillPoint } from "@slipway/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionsFolder, runJob } from "../delivery/jobs.ts";
import { createScene, modelFiles, repository, type Scene } from "../delivery/scene.ts";
import { changesSince, readState } from "../delivery/state.ts";
import { answer, register, startRun } from "../delivery/steps.ts";

const api = "/repos/{owner}/{repo}";
const gets = {
  "who started the run": `${api}/actions/runs/{run_id}`,
  "who approved": `${api}/actions/runs/{run_id}/approvals`,
  "the rules of the environment": `${api}/environments/{environment_name}`,
  "the deployments": `${api}/deployments`,
};
const statuses = `${api}/deployments/{deployment_id}/statuses`;
const asking: readonly [string, KillPoint] = [
  "asking whether deployments may be recorded",
  post("before", statuses),
];
const reads = Object.entries(gets).map(([what, path]): [string, KillPoint] => [
  `reading ${what}`,
  { kind: "request", moment: "before", method: "GET", path },
]);
const publishing = [
  ["before the log is pushed", { kind: "push", moment: "before", nth: 1 }],
  ["after the log was pushed", { kind: "push", moment: "after", nth: 1 }],
  ["before the deployment", post("before", `${api}/deployments`)],
  ["after the deployment", post("after", `${api}/deployments`)],
  ["before its status", { ...post("before", statuses), nth: 2 }],
  ["after its status", { ...post("after", statuses), nth: 2 }],
  ["before the stage tag", { kind: "push", moment: "before", nth: 2 }],
  ["after the stage tag", { kind: "push", moment: "after", nth: 2 }],
] as const satisfies readonly (readonly [string, KillPoint])[];

function post(moment: "before" | "after", path: string) {
  return { kind: "request", method: "POST", moment, path } as const;
}

type Again = "the next attempt" | "another run";

/** A story of promotions, each killed at one point, in one repository whose log grows. */
function story(init: {
  readonly approver: "jo" | "mara";
  readonly reason?: string;
  readonly ascending: boolean;
  readonly points: readonly (readonly [string, KillPoint])[];
  readonly again: readonly Again[];
}) {
  const count = init.points.length * init.again.length + 1;
  let scene: Scene;
  let actions: string;
  let token: string;
  let sha: string;
  let usual: unknown;
  const versions = Array.from({ length: count + 1 }, (_, at) => `v1.${at}.0`);

  beforeAll(async () => {
    scene = await createScene(`
  - name: production
    approvals: { min: 1, not-author: true, evidence: review }
`);
    for (const login of ["mara", "jo"]) scene.github.linkEmail(login, `${login}@example.com`);
    scene.github.protectEnvironment(repository, "production", {
      reviewers: [
        { type: "User", login: "mara" },
        { type: "User", login: "jo" },
      ],
    });
    const permissions = {
      contents: "write",
      actions: "read",
      deployments: "write",
      "pull-requests": "read",
    } as const;
    token = scene.github.token("job", { permissions }).value;
    actions = await actionsFolder(scene.folder);
    for (const [at] of versions.entries()) {
      sha = await scene.commit(modelFiles(at + 2));
      await register(scene, { sha, model: modelFiles(at + 2) });
    }
    if (!init.ascending) await attempt({ version: versions.pop() ?? "", by: "jo" });
    const before = await readState(scene);
    const done = await attempt({ version: next(), by: init.approver });
    expect(done.exitCode, done.log).toBe(init.approver === "jo" ? 0 : 1);
    usual = changesSince(before, await readState(scene));
  }, 240_000);
  afterAll(() => scene.close());

  const next = () => (init.ascending ? versions.shift() : versions.pop()) ?? "";

  /** A run whose environment was answered, and its job. */
  async function attempt(wanted: {
    readonly version: string;
    readonly by: string;
    readonly killAt?: KillPoint;
    readonly rerunOf?: number;
  }) {
    const { version, by, killAt, rerunOf } = wanted;
    const runId = rerunOf ?? startRun(scene, { sha });
    if (rerunOf !== undefined) scene.github.rerun(repository, runId);
    scene.github.enterEnvironment(repository, runId, { environment: "production" });
    await answer(scene, runId, { environment: "production", by });
    const ended = await runJob(scene, {
      action: "promote-model",
      actions,
      sha,
      runId,
      token,
      attempt: rerunOf === undefined ? 1 : 2,
      inputs: {
        model: `churn@${version}`,
        to: "production",
        "github-token": token,
        ...(init.reason === undefined ? {} : { reason: init.reason }),
      },
      ...(killAt === undefined ? {} : { killAt }),
    });
    return { ...ended, runId };
  }

  for (const again of init.again) {
    test.each(init.points)(`killed %s, it is completed by ${again}`, async (_, killAt) => {
      const version = next();
      const before = await readState(scene);

      const killed = await attempt({ version, by: init.approver, killAt });
      const between = await readState(scene);
      const done = await attempt({
        version,
        by: init.approver,
        ...(again === "another run" ? {} : { rerunOf: killed.runId }),
      });

      expect(killed.wasKilled, killed.log).toBe(true);
      expect(between.problems).toStrictEqual([]);
      expect(done.exitCode, done.log).toBe(init.approver === "jo" ? 0 : 1);
      // Steps that depend on it must not be left out since the first attempt died.
      if (again === "the next attempt")
        expect(done.outputs["changed"]).toBe(String(init.approver === "jo"));
      expect(changesSince(before, await readState(scene))).toStrictEqual(usual);
    });
  }
}

describe("a promotion", () => {
  story({
    approver: "jo",
    ascending: true,
    points: [...reads, asking, ...publishing].map(([name, point]) => [name, point] as const),
    again: ["the next attempt", "another run"],
  });
});
describe("a rollback", () => {
  story({
    approver: "jo",
    ascending: false,
    reason: "misses nights",
    points: publishing,
    again: ["the next attempt"],
  });
});
describe("a refusal", () => {
  story({
    approver: "mara",
    ascending: true,
    points: [...reads, ...publishing.slice(0, 2)],
    again: ["the next attempt"],
  });
});
