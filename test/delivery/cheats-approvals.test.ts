import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionsFolder, runJob } from "./jobs.ts";
import { modelFiles, policyText, repository } from "./scene.ts";
import { createStory, failed, registerNext, type Story } from "./story.ts";
import { answer, promote, register, startRun } from "./steps.ts";

const environments = `
  - name: production
    approvals: { min: 1, not-author: true }
  - name: quiet
    approvals: { min: 1, not-author: true }
  - name: signed
    approvals: { min: 1, not-author: true, evidence: oidc+review }
`;
const open = "\n  - name: production\n";

let story: Story;
let sha: string;
let weight = 2;

beforeAll(async () => {
  story = await createStory(environments);
  ({ sha } = await registerNext(story, weight));
});
afterAll(() => story.close());

const toProduction = (runId: number, inputs: Readonly<Record<string, string>> = {}) =>
  promote(story, { to: "production", token: story.token, runId, inputs });

describe("an approval that nobody gave", () => {
  test("cheat: variables and inputs that name an approver are not asked", async () => {
    const runId = startRun(story, { sha, environment: "production", by: "mara" });
    const lies = { GITHUB_ACTOR: "jo", GITHUB_TRIGGERING_ACTOR: "jo", GITHUB_ACTOR_ID: "1004" };

    const waited = await runJob(story, {
      action: "promote-model",
      actions: await actionsFolder(story.folder),
      sha,
      runId,
      token: story.token,
      inputs: { model: "churn", to: "production", "github-token": story.token, reason: "ok by jo" },
      env: { ...lies, INPUT_APPROVER: "jo", INPUT_APPROVALS: "jo", INPUT_USERS: "jo" },
    });

    expect(waited.exitCode).toBe(1);
    expect(waited.outputs).toMatchObject({ state: "waiting", entry: "", changed: "false" });
    expect(JSON.parse(waited.outputs["document"] ?? "")).toMatchObject({ approvals: [] });
  });

  test("cheat: a policy that was loosened in the work tree or on a branch decides nothing", async () => {
    const runId = startRun(story, { sha, environment: "production" });
    await story.git.branch("loosened");
    const loosened = await story.git.commit({ files: { "slipway.yaml": policyText(open) } });
    await story.git.push();
    await story.git.checkout("main");
    const workspace = await story.checkOut(loosened);

    const waiting = await promote(story, {
      to: "production",
      token: story.token,
      runId,
      workspace,
    });

    expect(waiting).toMatchObject({ state: "waiting", policy: { ref: "main" } });
  });

  test("cheat: a run for a pull request promotes and registers nothing", async () => {
    const runId = startRun(story, { sha, environment: "production", event: "pull_request" });
    await answer(story, runId, { environment: "production", by: "jo" });
    const step = { to: "production", token: story.token, runId };

    for (const event of ["pull_request", "pull_request_target", "pull_request_review"]) {
      const promoted = await failed(story, () => promote(story, { ...step, event }));
      const registered = await failed(story, () =>
        register(story, { sha, model: modelFiles(weight), event }),
      );
      expect([promoted.code, registered.code]).toStrictEqual(["SW1001", "SW1001"]);
    }
  });

  test("cheat: a run for a pull request that calls itself a push is known by the API", async () => {
    const runId = startRun(story, { sha, environment: "production", event: "pull_request" });
    await answer(story, runId, { environment: "production", by: "jo" });
    const step = { token: story.token, runId, event: "push" };

    const promoted = await failed(story, () => promote(story, { to: "production", ...step }));
    const registered = await failed(story, () =>
      register(story, { sha, model: modelFiles(weight), ...step }),
    );

    expect([promoted.code, registered.code]).toStrictEqual(["SW1001", "SW1001"]);
  });

  test("cheat: the environment's name in another case is another environment to the policy", async () => {
    const runId = startRun(story, { sha, environment: "production" });
    await answer(story, runId, { environment: "production", by: "jo" });

    for (const to of ["Production", "PRODUCTION", " production", "production/"]) {
      const found = await failed(story, () => promote(story, { to, token: story.token, runId }));
      expect(found.code).toMatch(/^SW(4201|1001)$/);
    }
  });
});

describe("an approval of something else", () => {
  test("cheat: an approval of another environment in the same run does not count", async () => {
    story.github.protectEnvironment(repository, "quiet", {
      reviewers: [{ type: "User", login: "jo" }],
    });
    const runId = startRun(story, { sha, environment: "quiet" });
    await answer(story, runId, { environment: "quiet", by: "jo" });

    expect(await toProduction(runId)).toMatchObject({ state: "waiting", approvals: [] });
  });

  test("cheat: an approval of another run does not count", async () => {
    const other = startRun(story, { sha, environment: "production" });
    await answer(story, other, { environment: "production", by: "jo" });
    const runId = startRun(story, { sha, environment: "production" });

    expect(await toProduction(runId)).toMatchObject({ state: "waiting", approvals: [] });
  });

  test("cheat: a token that names another environment or run confirms nothing", async () => {
    const runId = startRun(story, { sha, environment: "signed" });
    story.github.protectEnvironment(repository, "signed", {
      reviewers: [{ type: "User", login: "jo" }],
    });
    story.github.enterEnvironment(repository, runId, { environment: "signed" });
    await answer(story, runId, { environment: "signed", by: "jo" });
    const right = { environment: "signed", repository, runId };
    const wrong = [
      undefined,
      { ...right, environment: "production" },
      { ...right, environment: undefined },
      { ...right, runId: runId - 1 },
      { ...right, repository: "eve/model" },
    ];

    for (const identity of wrong) {
      const step = { to: "signed", token: story.token, runId, identity };
      expect(await promote(story, { ...step, inputs: { dryRun: "true" } })).toMatchObject({
        state: "waiting",
        evidenceLevel: "actor-only",
      });
    }
    expect(
      await promote(story, { to: "signed", token: story.token, runId, identity: right }),
    ).toMatchObject({ state: "allowed", evidenceLevel: "oidc+review" });
  });
});

describe("an approval of one's own change", () => {
  const own = async (by: string, event?: string) => {
    const runId = startRun(story, {
      sha,
      environment: "production",
      ...(event === undefined ? {} : { event, by }),
    });
    await answer(story, runId, { environment: "production", by });
    return toProduction(runId);
  };

  test("cheat: the author of the commit approves", async () => {
    const found = await own("mara");

    expect(found).toMatchObject({ state: "refused", authors: [{ login: "mara" }] });
    expect(found.approvals).toMatchObject([
      { person: { login: "mara" }, counted: false, note: "an author of the change" },
    ]);
  });

  test("cheat: who started the run by hand approves", async () => {
    const found = await own("jo", "workflow_dispatch");

    expect(found).toMatchObject({ state: "refused" });
    expect(found.approvals).toMatchObject([{ counted: false, note: "started this run" }]);
  });

  test("cheat: the author approves under a new login, with the same number", async () => {
    const { users } = story.github.state;
    const mara = users.get("mara");
    if (mara === undefined) throw new Error("there is no mara");
    users.set("mara-2", { ...mara, login: "mara-2" });
    story.github.protectEnvironment(repository, "production", {
      reviewers: ["mara-2", "mara", "jo"].map((login) => ({ type: "User" as const, login })),
    });

    const found = await own("mara-2");

    expect(found).toMatchObject({ state: "refused" });
    expect(found.approvals).toMatchObject([
      { person: { login: "mara-2" }, counted: false, note: "an author of the change" },
    ]);
  });

  test("cheat: an author whose e-mail has no account makes nobody's approval count", async () => {
    weight += 1;
    const model = modelFiles(weight);
    sha = await story.commit(model, "nobody");
    const { version } = await register(story, { sha, model });
    const runId = startRun(story, { sha, environment: "production" });
    await answer(story, runId, { environment: "production", by: "jo" });

    const found = await toProduction(runId);

    expect(found).toMatchObject({ state: "refused", version, authors: [] });
    expect(found.approvals).toMatchObject([
      { counted: false, note: "nobody can tell whether this person wrote the change" },
    ]);
  });
});

test("cheat: an old run that was approved is run again, after others moved the environment on", async () => {
  weight += 1;
  ({ sha } = await registerNext(story, weight));
  const first = startRun(story, { sha, environment: "production" });
  await answer(story, first, { environment: "production", by: "jo" });
  const promoted = await toProduction(first, { reason: "go" });
  weight += 1;
  ({ sha } = await registerNext(story, weight));
  const second = startRun(story, { sha, environment: "production" });
  await answer(story, second, { environment: "production", by: "jo" });
  await toProduction(second);
  story.github.rerun(repository, first);
  const again = {
    to: "production",
    model: `churn@${promoted.version}`,
    token: story.token,
    runId: first,
    inputs: { reason: "go" },
  };

  const found = await failed(story, () => promote(story, again));

  expect(promoted.state).toBe("allowed");
  expect(found.code).toBe("SW4202");
  expect(found.remedy).toContain("start a new run");
});
