import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { modelFiles } from "./scene.ts";
import { readState } from "./state.ts";
import { createStory, failed, promoteApproved, registerNext, type Story } from "./story.ts";
import { promote, register } from "./steps.ts";

let story: Story;

beforeEach(async () => {
  story = await createStory();
  await registerNext(story, 2);
  await registerNext(story, 3);
});
afterEach(() => story.close());

const toStaging = (version: string, more: Partial<Parameters<typeof promote>[1]> = {}) =>
  promote(story, { to: "staging", model: `churn@${version}`, ...more });

/** Lets the remote judge every push. */
async function judge(script: string): Promise<() => Promise<void>> {
  const hook = join(story.git.remote, "hooks", "pre-receive");
  await mkdir(join(story.git.remote, "hooks"), { recursive: true });
  await writeFile(hook, `#!/bin/sh\n${script}\n`);
  await chmod(hook, 0o755);
  return () => rm(hook);
}

test("another writer's promotion in between makes the decision anew: what was a promotion is a rollback", async () => {
  const found = await toStaging("v1.0.0", { meanwhile: () => toStaging("v1.1.0") });

  const { entries, pointers, problems } = await readState(story);
  expect(found).toMatchObject({
    state: "refused",
    direction: "rollback",
    from: { version: "v1.1.0", entry: 2 },
    entry: 3,
  });
  expect(entries.map(({ type, version }) => [type, version])).toStrictEqual([
    ["registered", "v1.0.0"],
    ["registered", "v1.1.0"],
    ["promoted", "v1.1.0"],
    ["refused", "v1.0.0"],
  ]);
  expect(pointers).toMatchObject([{ version: "v1.1.0", entry: 2 }]);
  expect(problems).toStrictEqual([]);
});

test("another writer's promotion of the same version in between is not done twice", async () => {
  const found = await toStaging("v1.1.0", { meanwhile: () => toStaging("v1.1.0") });

  expect(found).toMatchObject({ state: "allowed", alreadyThere: true, entry: 2 });
  expect(await readState(story)).toMatchObject({
    entries: { length: 3 },
    tags: { length: 3 },
    problems: [],
  });
});

test("a registration in between keeps both: the entry moves to the next number", async () => {
  const found = await toStaging("v1.0.0", { meanwhile: () => registerNext(story, 4) });

  const { entries, problems } = await readState(story);
  expect(found).toMatchObject({ state: "allowed", entry: 3, tag: "churn#staging#1" });
  expect(entries.map(({ type, index }) => [type, index])).toStrictEqual([
    ["registered", 0],
    ["registered", 1],
    ["registered", 2],
    ["promoted", 3],
  ]);
  expect(problems).toStrictEqual([]);
});

test("of two promotions at once the newer version wins, and both are recorded", async () => {
  const found = await Promise.all([toStaging("v1.0.0"), toStaging("v1.1.0")]);

  const { entries, pointers, problems } = await readState(story);
  // Whichever came first, the older one is a promotion before the newer, or a refused rollback after it.
  expect(found[1]).toMatchObject({ state: "allowed", direction: "promotion" });
  expect(found[0].state).toBe(found[0].entry === 2 ? "allowed" : "refused");
  expect(
    entries
      .slice(2)
      .map(({ version }) => version)
      .toSorted(),
  ).toStrictEqual(["v1.0.0", "v1.1.0"]);
  expect(pointers).toMatchObject([{ version: "v1.1.0", entry: found[1].entry }]);
  expect(problems).toStrictEqual([]);
});

test("two jobs that register the same bytes at once make one version", async () => {
  const model = modelFiles(9);
  const sha = await story.commit(model);

  const found = await Promise.all([
    register(story, { sha, model }),
    register(story, { sha, model }),
  ]);

  expect(found.map(({ version, entry }) => [version, entry])).toStrictEqual([
    ["v1.2.0", 2],
    ["v1.2.0", 2],
  ]);
  expect(found.map(({ state }) => state).toSorted()).toStrictEqual([
    "already-registered",
    "registered",
  ]);
  expect(await readState(story)).toMatchObject({ entries: { length: 3 }, problems: [] });
});

test("a remote whose rules refuse the branch is told once, and nothing moves", async () => {
  const release = await judge('echo "GH013: Repository rule violations found" >&2; exit 1');

  const found = await failed(story, () => toStaging("v1.1.0"));
  await release();

  expect(found).toMatchObject({
    code: "SW3202",
    remedy: "Let rules and hooks of the repository allow pushes to slipway.",
  });
  expect(found.message).toContain("GH013");
});

test("a remote that refuses tags alone loses nothing: the log stands, and the tag comes with the next run", async () => {
  const release = await judge(
    'while read old new ref; do case "$ref" in refs/tags/*) echo "GH013: no tags" >&2; exit 1;; esac; done',
  );

  await expect(toStaging("v1.1.0")).rejects.toMatchObject({ code: "SW3205" });
  const between = await readState(story);
  await release();
  const again = await toStaging("v1.1.0");

  expect(between).toMatchObject({ entries: { length: 3 }, tags: { length: 2 }, problems: [] });
  expect(again).toMatchObject({ alreadyThere: true, entry: 2, tag: "churn#staging#1" });
  expect(await readState(story)).toMatchObject({ entries: { length: 3 }, tags: { length: 3 } });
});

test("a promotion that a later one overtook while it was down leaves deployment and tag to that one", async () => {
  const release = await judge(
    'while read old new ref; do case "$ref" in refs/tags/*) exit 1;; esac; done',
  );
  await toStaging("v1.0.0").catch(() => undefined);
  await release();
  await toStaging("v1.1.0");

  const late = await toStaging("v1.0.0");
  const { tags, pointers } = await readState(story);

  expect(late).toMatchObject({ state: "refused", direction: "rollback" });
  expect(pointers).toMatchObject([{ version: "v1.1.0" }]);
  expect(tags.map(({ name }) => name)).toStrictEqual([
    "churn#staging#1",
    "churn@v1.0.0",
    "churn@v1.1.0",
  ]);
});

test("an approval holds for the decision that is made anew", async () => {
  const { version } = await registerNext(story, 4);
  await toStaging(version);
  const sha = await story.git.git("rev-parse", "main");

  const found = await promoteApproved(story, {
    by: "jo",
    sha,
    meanwhile: () => registerNext(story, 5),
  });

  expect(found).toMatchObject({ state: "allowed", version, approvals: [{ counted: true }] });
  expect((await readState(story)).deployments).toMatchObject([
    { environment: "production", entry: found.entry, statuses: ["success"] },
  ]);
});
