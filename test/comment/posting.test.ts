import type { Evidence } from "@slipway/contracts";
import { actionsBot } from "@slipway/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aDataCheck, anEvaluation, aValidation } from "../../packages/report/test/builders.ts";
import { comment, createScene, repository, type Scene } from "./scene.ts";

const green: readonly Evidence[] = [aValidation(), anEvaluation()];
const red: readonly Evidence[] = [
  aValidation({ checks: [aDataCheck({ outcome: "fail", failed: 3 })] }),
  anEvaluation(),
];

let scene: Scene;
let token: string;

beforeAll(async () => {
  scene = await createScene();
});

beforeEach(() => {
  const permissions = { contents: "read", "pull-requests": "write" } as const;
  token = scene.github.token("job", { permissions }).value;
});

afterEach(() => {
  expect(scene.github.log.violations).toEqual([]);
  scene.github.state.repositories.get(repository)?.comments.splice(0);
  scene.github.log.clear();
});

afterAll(() => scene.close());

function calls(): readonly string[] {
  return scene.github.log.entries.map(({ method, status }) => `${method} ${status}`);
}

function addOthers(count: number, bodyOf: (index: number) => string): void {
  for (let index = 0; index < count; index += 1)
    scene.github.addComment(repository, 1, { author: "visitor", body: bodyOf(index) });
}

test("the one comment is found behind 250 others, turns from red to green, and is left alone when nothing changed", async () => {
  addOthers(120, (index) => `talk ${index}`);
  const first = await comment(scene, { token, evidence: red });
  addOthers(130, (index) => `more talk ${index}`);
  scene.github.log.clear();

  const second = await comment(scene, { token, evidence: green });
  const written = calls();
  scene.github.log.clear();
  const third = await comment(scene, { token, evidence: green });

  const own = scene.comments(1).filter(({ author }) => author === actionsBot);
  expect([first, second, third].map(({ fate }) => fate.kind)).toEqual([
    "created",
    "updated",
    "unchanged",
  ]);
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toMatch(/^### 🟢 Passes/);
  expect(written).toEqual(["GET 200", "GET 200", "GET 200", "PATCH 200"]);
  expect(calls()).toEqual(["GET 200", "GET 200", "GET 200"]);
  expect(scene.github.log.writes()).toEqual([]);
  console.log(`251 comments: ${written.length} calls with a write, ${calls().length} without`);
});

test("a marker that somebody else wrote is not touched", async () => {
  const { comment: body } = await postedBody("metrics");
  scene.github.state.repositories.get(repository)?.comments.splice(0);
  scene.github.addComment(repository, 1, { author: "visitor", body });
  scene.github.addComment(repository, 1, { author: "other-app[bot]", body });

  const { fate } = await comment(scene, { token, evidence: red });

  expect(fate.kind).toBe("created");
  expect(scene.comments(1).map((one) => [one.author, one.body === body])).toEqual([
    ["visitor", true],
    ["other-app[bot]", true],
    [actionsBot, false],
  ]);
});

test("two keys stand side by side, also where one begins like the other", async () => {
  for (const evidence of [green, red])
    for (const key of ["metrics", "metrics.nightly"])
      await comment(scene, { token, evidence, inputs: { key } });

  const keys = scene.comments(1).map(({ body }) => /slipway:([^:]+):v1/.exec(body)?.[1]);
  expect(keys).toEqual(["metrics", "metrics.nightly"]);
});

test("a person's token owns what the person wrote, and no one else's", async () => {
  const mine = scene.github.token("mara", { kind: "user" }).value;
  const steps = [green, red].map((evidence) => ({ token: mine, evidence }));

  for (const step of steps) await comment(scene, step);
  const other = scene.github.token("jo", { kind: "user" }).value;
  await comment(scene, { token: other, evidence: green });

  expect(scene.comments(1).map(({ author, body }) => [author, body.slice(0, 6)])).toEqual([
    ["mara", "### 🔴"],
    ["jo", "### 🟢"],
  ]);
});

test("comments of our own that are too many are taken away: a stale verdict would stand beside the new one", async () => {
  const { comment: body } = await postedBody("metrics");
  scene.github.addComment(repository, 1, { author: actionsBot, body });
  addOthers(1, () => body);

  await comment(scene, { token, evidence: red });

  expect(scene.comments(1).map(({ author, body: text }) => [author, text.slice(0, 6)])).toEqual([
    [actionsBot, "### 🔴"],
    ["visitor", "### 🟢"],
  ]);
});

test("a comment that a person changed is set right again", async () => {
  await comment(scene, { token, evidence: red });
  const [posted] = scene.comments(1);
  if (posted !== undefined) posted.body = posted.body.replace("🔴", "🟢");

  const { fate } = await comment(scene, { token, evidence: red });

  expect([fate.kind, scene.comments(1)[0]?.body.slice(0, 6)]).toEqual(["updated", "### 🔴"]);
});

test("5,000 checks that fail fit into GitHub's limit", async () => {
  const checks = Array.from({ length: 5000 }, (_, index) =>
    aDataCheck({
      id: `c${index}`,
      column: `column_with_a_long_name_${index}`,
      title: "one of the allowed values 🛫".repeat(5),
      outcome: "fail",
      failed: index + 1,
    }),
  );

  const { fate, rendered } = await comment(scene, { token, evidence: [aValidation({ checks })] });

  const body = scene.comments(1)[0]?.body ?? "";
  expect([fate.kind, body.endsWith(" -->")]).toEqual(["created", true]);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
  expect(Buffer.byteLength(rendered.summary ?? "")).toBeLessThanOrEqual(1_048_576);
});

async function postedBody(key: string): Promise<{ comment: string }> {
  await comment(scene, { token, evidence: green, inputs: { key } });
  const body = scene.comments(1)[0]?.body ?? "";
  return { comment: body };
}
