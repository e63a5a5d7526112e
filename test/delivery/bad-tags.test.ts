import { afterEach, beforeEach, expect, test } from "vitest";
import { createScene, modelFiles, type Scene } from "./scene.ts";
import { failed, plantTag, registerNext } from "./story.ts";
import { promote, register } from "./steps.ts";

let scene: Scene;

beforeEach(async () => {
  scene = await createScene();
});
afterEach(() => scene.close());

async function registerFirst() {
  const sha = await scene.git.git("rev-parse", "main");
  return register(scene, { sha, model: modelFiles(1) });
}

test.each([
  ["a tag on a tree", ["-a", "-m", "tree", "churn@v0.1.0", "HEAD^{tree}"], /points at a tree/],
  ["a tag that GTO cannot read at all", ["-a", "-m", "made", "churn@created"], /KeyError/],
])("%s with the model's name is told before anything is registered", async (_, args, words) => {
  await plantTag(scene, ...args);

  const found = await failed(scene, registerFirst);

  expect(found.code).toBe("SW4009");
  expect(found.message).toMatch(words);
  expect(found.remedy).toContain("git push origin --delete");
});

test("a tag of a tag with the model's name is told before anything is registered", async () => {
  await plantTag(scene, "-a", "-m", "inner", "inner@v0.0.1");
  await plantTag(scene, "-a", "-m", "outer", "churn@v0.1.0", "inner@v0.0.1");

  const found = await failed(scene, registerFirst);

  expect(found.code).toBe("SW4009");
  expect(found.message).toContain("points at a tag");
});

test("an unreadable tag of another model is a notice, and stops nobody", async () => {
  await plantTag(scene, "-a", "-m", "tree", "fraud@v0.1.0", "HEAD^{tree}");

  const registered = await registerFirst();

  expect(registered).toMatchObject({ state: "registered", version: "v1.0.0" });
  expect(registered.notices.join("\n")).toContain("fraud@v0.1.0");
});

test("a promotion goes on beside tags that GTO cannot read, and tells of each", async () => {
  await registerNext(scene, 2);
  await plantTag(scene, "-a", "-m", "tree", "churn@v8.0.0", "HEAD^{tree}");
  await plantTag(scene, "-a", "-m", "made", "fraud@created");

  const { state, notices } = await promote(scene, { to: "staging" });

  expect(state).toBe("allowed");
  expect(notices).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^the tag churn@v8\.0\.0: points at a tree/),
      expect.stringMatching(/^the tag fraud@created: makes every command of GTO end/),
    ]),
  );
});

test("a lightweight tag with the name that is next is told, and never taken over", async () => {
  await plantTag(scene, "churn@v1.0.0");

  const found = await failed(scene, registerFirst);
  const other = await register(scene, {
    sha: await scene.git.git("rev-parse", "main"),
    model: modelFiles(1),
    inputs: { version: "v1.0.1" },
  });

  expect(found.code).toBe("SW4009");
  expect(other).toMatchObject({ state: "registered", tag: "churn@v1.0.1" });
});

test("a version tag that was moved to another commit is told before the promotion moves anything", async () => {
  const { version } = await registerNext(scene, 2);
  await scene.git.git("push", "-q", "origin", "--delete", `refs/tags/churn@${version}`);
  await plantTag(scene, "-a", "-m", "moved", `churn@${version}`, "HEAD~1");

  const found = await failed(scene, () => promote(scene, { to: "staging" }));

  expect(found.code).toBe("SW4009");
  expect(found.message).toContain(`churn@${version}`);
});

test("a version tag that somebody deleted is written again by the next promotion", async () => {
  const { version } = await registerNext(scene, 2);
  await scene.git.git("push", "-q", "origin", "--delete", `refs/tags/churn@${version}`);

  const promoted = await promote(scene, { to: "staging" });

  expect(promoted).toMatchObject({ state: "allowed", tag: "churn#staging#1" });
  expect(await scene.tagNames()).toStrictEqual(["churn#staging#1", `churn@${version}`]);
});

test("a stage tag whose number is taken is left alone, and the next number is used", async () => {
  await registerNext(scene, 2);
  await plantTag(scene, "-a", "-m", "tree", "churn#staging#1", "HEAD^{tree}");
  await plantTag(scene, "churn#production#7");

  const promoted = await promote(scene, { to: "staging" });

  expect(promoted).toMatchObject({ state: "allowed", tag: "churn#staging#8" });
});

test("cheat: a forged version tag makes no version, and names no way around the log", async () => {
  await registerNext(scene, 2);
  await plantTag(scene, "-a", "-m", "Register churn v9.9.9", "churn@v9.9.9", "HEAD~1");

  const found = await failed(scene, () => promote(scene, { to: "staging", model: "churn@v9.9.9" }));
  const newest = await promote(scene, { to: "staging" });

  expect(found.code).toBe("SW4008");
  expect(newest).toMatchObject({ state: "allowed", version: "v1.0.0" });
});

test("cheat: a forged stage tag moves nothing, and the next promotion corrects the view", async () => {
  const { sha } = await registerNext(scene, 2);
  await promote(scene, { to: "staging" });
  await registerNext(scene, 3);
  await plantTag(scene, "-a", "-m", "by hand", "churn#staging#2", "HEAD", "2030-01-01T00:00:00Z");

  const again = await promote(scene, { to: "staging", model: "churn@v1.0.0" });

  expect(again).toMatchObject({ alreadyThere: true, tag: "churn#staging#3" });
  expect(again.notices.join("\n")).toContain("dated 2030-01-01T00:00:01");
  expect(await scene.git.git("ls-remote", "origin", "refs/tags/churn#staging#3^{}")).toContain(sha);
});

test.each([
  ["other bytes in an entry", 0],
  ["an entry that is not there", 7],
])(
  "cheat: a forged tag that names %s stops every promotion, and says how to go on",
  async (_, entry) => {
    await registerNext(scene, 2);
    const trailer = JSON.stringify({ slipway: { entry, digest: `sha256:${"0".repeat(64)}` } });
    await plantTag(scene, "-a", "-m", `Assign\n\n${trailer}`, "churn#staging#1", "HEAD");

    const found = await failed(scene, () => promote(scene, { to: "staging" }));

    expect(found.code).toBe("SW4306");
    expect(found.remedy).toContain('git push origin --delete "refs/tags/churn#staging#1"');
  },
);
