import { afterEach, beforeEach, expect, test } from "vitest";
import { modelFiles } from "./scene.ts";
import { readState } from "./state.ts";
import { createStory, failed, registerNext, type Story } from "./story.ts";
import { now, promote, register } from "./steps.ts";

const minute = 60_000;
const at = (ms: number) => new Date(Date.parse(now) + ms).toISOString();

let story: Story;

beforeEach(async () => {
  story = await createStory(`
  - { name: staging }
  - { name: production, after: staging, soak: 1h, max-evidence-age: 30d }
`);
  await registerNext(story, 2);
});
afterEach(() => story.close());

test("a clock that is a minute behind is told, and no entry is older than the one before it", async () => {
  const model = modelFiles(3);
  const sha = await story.commit(model);

  const registered = await register(story, { sha, model, at: at(-minute) });
  const promoted = await promote(story, { to: "staging", at: at(-minute) });

  const { entries, problems } = await readState(story);
  expect(entries.map(({ time }) => time)).toStrictEqual([now, now, now]);
  expect(problems).toStrictEqual([]);
  for (const { notices } of [registered, promoted])
    expect(notices.join("\n")).toContain("60 s behind the log");
});

test("tags of a clock that is behind are dated after the ones before, so that GTO reads them in order", async () => {
  const model = modelFiles(3);
  const sha = await story.commit(model);
  await register(story, { sha, model, at: at(-minute) });
  await promote(story, { to: "staging", at: at(-minute), model: "churn@v1.0.0" });
  await promote(story, { to: "staging", at: at(-minute), model: "churn@v1.1.0" });

  const format = "--format=%(refname:lstrip=2) %(taggerdate:unix)";
  const args = ["for-each-ref", "--sort=taggerdate", format, "refs/tags"];
  await story.git.git("fetch", "-q", "--tags", "origin");
  const dated = (await story.git.git(...args)).split("\n").map((line) => line.split(" "));
  const start = Date.parse(now) / 1000;
  expect(dated).toStrictEqual([
    ["churn@v1.0.0", String(start)],
    ["churn@v1.1.0", String(start + 1)],
    ["churn#staging#1", String(start + 2)],
    ["churn#staging#2", String(start + 3)],
  ]);
});

test("with a clock that is a day behind nothing is written", async () => {
  const model = modelFiles(3);
  const sha = await story.commit(model);
  const yesterday = at(-24 * 60 * minute);

  const registered = await failed(story, () => register(story, { sha, model, at: yesterday }));
  const promoted = await failed(story, () => promote(story, { to: "staging", at: yesterday }));

  expect([registered.code, promoted.code]).toStrictEqual(["SW4308", "SW4308"]);
  expect(promoted.message).toContain(now);
});

test("a clock that is behind counts no soak, and one that is ahead of evidence none of its age", async () => {
  await promote(story, { to: "staging" });

  const early = await promote(story, { to: "production", at: at(-minute) });
  const soon = await promote(story, { to: "production", at: at(59 * minute) });
  const enough = await promote(story, {
    to: "production",
    at: at(60 * minute),
    inputs: { dryRun: "true" },
  });
  const late = await promote(story, { to: "production", at: at(31 * 24 * 60 * minute) });

  const open = [early, soon, enough, late].map(({ state, rules }) => [
    state,
    ...rules.filter((rule) => rule.state !== "met").map(({ id }) => id),
  ]);
  expect(open).toStrictEqual([
    ["waiting", "soak"],
    ["waiting", "soak"],
    ["allowed"],
    ["refused", "evidence-age"],
  ]);
});
