import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Permissions } from "@slipway/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsFolder, runJob } from "./jobs.ts";
import { repository } from "./scene.ts";
import { readState } from "./state.ts";
import { createStory, failed, jobPermissions, registerNext, type Story } from "./story.ts";
import { answer, promote, startRun } from "./steps.ts";

let story: Story;
let sha: string;
let actions: string;

beforeAll(async () => {
  story = await createStory(`
  - name: production
    approvals: { min: 1, not-author: true, evidence: pr-review }
  - name: teamed
    approvals: { min: 1, teams: [acme/approvers], evidence: review }
  - name: open
    approvals: { min: 1, not-author: true }
`);
  ({ sha } = await registerNext(story, 2));
  actions = await actionsFolder(story.folder);
});
afterAll(() => story.close());

/** Promotes in an approved run whose token may do that. */
async function promoteWith(permissions: Permissions) {
  const token = story.github.token("poor", { permissions }).value;
  const runId = startRun(story, { sha, environment: "production" });
  await answer(story, runId, { environment: "production", by: "jo" });
  const inputs = { model: "churn", to: "production", "github-token": token };
  return runJob(story, { action: "promote-model", actions, sha, runId, token, inputs });
}

test.each([
  ["deployments", "read", "deployments: write"],
  ["deployments", undefined, "deployments: write"],
  ["actions", undefined, "actions: read"],
  ["pull-requests", undefined, "pull-requests: read"],
] as const)(
  "with %s: %s the line to add is printed, and nothing has moved",
  async (name, level, line) => {
    const others = Object.fromEntries(
      Object.entries(jobPermissions).filter(([granted]) => granted !== name),
    );
    const before = await readState(story);

    const ended = await promoteWith(level === undefined ? others : { ...others, [name]: level });

    expect(ended.exitCode).toBe(2);
    expect(ended.log).toContain(
      `Add to the job, beside the permissions that it has:\n      permissions:\n        ${line}\n`,
    );
    expect(ended.outputs).toMatchObject({ outcome: "error" });
    expect(await readState(story)).toStrictEqual(before);
  },
);

test("without contents: write the line to add is printed, and nothing has moved", async () => {
  const hook = join(story.git.remote, "hooks", "pre-receive");
  await mkdir(join(story.git.remote, "hooks"), { recursive: true });
  const words = "remote: Permission to acme/model.git denied to github-actions[bot].";
  await writeFile(hook, `#!/bin/sh\necho "${words}" >&2\nexit 1\n`);
  await chmod(hook, 0o755);
  const before = await readState(story);

  const ended = await promoteWith(jobPermissions);
  await rm(hook);

  expect(ended.exitCode).toBe(2);
  expect(ended.log).toContain("Add to the job:\n      permissions:\n        contents: write\n");
  expect(await readState(story)).toStrictEqual(before);
});

test("approvals that are wanted, and nobody to ask: told, and nothing has moved", async () => {
  const found = await failed(story, () => promote(story, { to: "production" }));

  expect(found.code).toBe("SW3103");
});

test("a token that may not read teams is told what can, and that no line of permissions does", async () => {
  story.github.addTeam({ org: "acme", slug: "approvers", members: ["jo"] });
  story.github.protectEnvironment(repository, "teamed", {
    reviewers: [{ type: "User", login: "jo" }],
  });
  const runId = startRun(story, { sha, environment: "teamed" });
  await answer(story, runId, { environment: "teamed", by: "jo" });

  const found = await failed(story, () =>
    promote(story, { to: "teamed", token: story.token, runId }),
  );

  expect(found.code).toBe("SW3110");
  expect(found.remedy).toContain("`team-token`");
  expect(found.remedy).toContain("users: [ … ]");
});

test("an environment that does not exist protects nobody: it waits, and says so", async () => {
  const runId = startRun(story, { sha });

  const found = await promote(story, { to: "open", token: story.token, runId });

  expect(found).toMatchObject({ state: "waiting", gate: { exists: false }, entry: null });
  expect(found.notices.join("\n")).toContain("does not exist");
});

test("an environment without reviewers asks nobody: it waits, and says what that means", async () => {
  story.github.protectEnvironment(repository, "open", {});
  const runId = startRun(story, { sha, environment: "open" });

  const found = await promote(story, { to: "open", token: story.token, runId });

  expect(found).toMatchObject({ state: "waiting", gate: { exists: true, reviewers: [] } });
  expect(found.notices.join("\n")).toContain("has no required reviewers");
});

test("a rejection is a refusal that is logged", async () => {
  story.github.protectEnvironment(repository, "open", {
    reviewers: [{ type: "User", login: "jo" }],
  });
  const runId = startRun(story, { sha, environment: "open" });
  await answer(story, runId, { environment: "open", by: "jo", state: "rejected" });

  const found = await promote(story, { to: "open", token: story.token, runId });

  expect(found).toMatchObject({ state: "refused", entry: 1, deployment: null, tag: null });
  expect((await readState(story)).entries.at(-1)).toMatchObject({
    type: "refused",
    environment: "open",
  });
});
