import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitRegistryTags } from "../src/index.ts";
import { aClone, anEmptyRemote, aRepository, codeOf, commitFile, git } from "./a-remote.ts";

const time = 1_767_225_600;
const message = 'Assign prod\n\n{"slipway":{"entry":3}}\n';

test.each([true, false])(
  "every kind of tag is listed as git has it; filters: %s",
  async (filters) => {
    const { work } = aRepository({ filters });
    const commit = git(work, "rev-parse", "HEAD");
    const tree = git(work, "rev-parse", "HEAD^{tree}");
    const blob = git(work, "rev-parse", "HEAD:slipway.yaml");
    git(work, "-c", "user.name=t", "tag", "-a", "m@v1.0.0", "-m", "Register\n\nbody");
    git(work, "tag", "-a", "on-tag", "-m", "t", "m@v1.0.0");
    git(work, "tag", "-a", "on-tree", "-m", "t", tree);
    git(work, "tag", "on-blob", blob);
    git(work, "tag", "light");
    git(work, "push", "--quiet", "origin", "--tags");
    const inner = git(work, "rev-parse", "m@v1.0.0");

    const tags = await gitRegistryTags({ folder: work }).list();

    const at = (name: string) =>
      Number(git(work, "for-each-ref", `refs/tags/${name}`, "--format=%(taggerdate:unix)"));
    const light = { annotated: false, time: 0, message: "" };
    const made = { annotated: true, message: "t\n" };
    expect(tags).toEqual([
      { ...light, name: "light", target: "commit", targetId: commit },
      {
        ...made,
        name: "m@v1.0.0",
        target: "commit",
        targetId: commit,
        time: at("m@v1.0.0"),
        message: "Register\n\nbody\n",
      },
      { ...light, name: "on-blob", target: "blob", targetId: blob },
      { ...made, name: "on-tag", target: "tag", targetId: inner, time: at("on-tag") },
      { ...made, name: "on-tree", target: "tree", targetId: tree, time: at("on-tree") },
    ]);
  },
);

test("a remote without tags, and one without commits, has an empty list", async () => {
  const { work } = aRepository();
  const unborn = aClone(anEmptyRemote());

  expect(await gitRegistryTags({ folder: work }).list()).toEqual([]);
  expect(await gitRegistryTags({ folder: unborn }).list()).toEqual([]);
});

test("tags that moved or went since the last look are seen as they are now", async () => {
  const { work } = aRepository();
  const tags = gitRegistryTags({ folder: work });
  git(work, "tag", "v1");
  git(work, "tag", "gone");
  git(work, "push", "--quiet", "origin", "--tags");
  await tags.list();

  const newer = commitFile(work, "slipway.yaml", "version: 1 # newer\n");
  git(work, "tag", "-f", "v1");
  git(work, "push", "--quiet", "--force", "origin", "main", "v1", ":refs/tags/gone");
  git(work, "tag", "-d", "gone");

  expect(await tags.list()).toMatchObject([{ name: "v1", targetId: newer }]);
});

test.each(["m@v1.0.0", "m#prod#7", "m#prod!#8", "a/b=c/d#qa/eu!#12", "m@v1.0.0-rc.1+b.5!"])(
  "the tag %s is made with a neutral tagger and the time that was asked for",
  async (name) => {
    const { remote, work } = aRepository();
    const commit = git(work, "rev-parse", "HEAD");
    const tags = gitRegistryTags({ folder: work });

    const made = await tags.create({ name, commit, message, time });

    expect(made).toBe("created");
    expect(git(remote, "cat-file", "tag", `refs/tags/${name}`)).toBe(
      `object ${commit}\ntype commit\ntag ${name}\ntagger slipway <slipway@users.noreply.github.com> ${time} +0000\n\n${message.trim()}`,
    );
    expect(await tags.list()).toEqual([
      { name, annotated: true, target: "commit", targetId: commit, time, message },
    ]);
    expect(git(work, "tag")).toBe("");
  },
);

test("a tag that is there is left as it is, whatever it points at", async () => {
  const { remote, work } = aRepository();
  const commit = git(work, "rev-parse", "HEAD");
  git(work, "tag", "m@v1.0.0");
  git(work, "push", "--quiet", "origin", "m@v1.0.0");
  const before = git(remote, "for-each-ref");

  const made = await gitRegistryTags({ folder: work }).create({
    name: "m@v1.0.0",
    commit,
    message,
    time,
  });

  expect(made).toBe("taken");
  expect(git(remote, "for-each-ref")).toBe(before);
});

test("of writers at once exactly one makes the tag", async () => {
  const { remote, work } = aRepository();
  const commit = git(work, "rev-parse", "HEAD");
  const clones = [work, aClone(remote), aClone(remote), aClone(remote)];

  const ends = await Promise.all(
    clones.map((folder, index) =>
      gitRegistryTags({ folder }).create({ name: "m#prod#1", commit, message, time: time + index }),
    ),
  );

  expect(ends.sort()).toEqual(["created", "taken", "taken", "taken"]);
});

test.each([
  "",
  "a b",
  "a..b",
  "a:b",
  "a*",
  "-x",
  "+x:y",
  "a\nb",
  "a@{1}",
  "a.lock",
  "a/",
  "a\\b",
  "é\u0000",
])("%j is refused before anything is asked of the remote", async (name) => {
  const { work } = aRepository();
  const commit = git(work, "rev-parse", "HEAD");
  git(work, "remote", "set-url", "origin", "/nowhere");

  const code = await codeOf(
    gitRegistryTags({ folder: work }).create({ name, commit, message, time }),
  );

  expect(code).toBe("SW4006");
});

test("a remote that refuses a tag says why; a commit that it lacks cannot be tagged", async () => {
  const { remote, work } = aRepository();
  const commit = git(work, "rev-parse", "HEAD");
  const tags = gitRegistryTags({ folder: work });
  const local = commitFile(work, "only-here", "1");
  writeFileSync(
    join(remote, "hooks", "update"),
    "#!/bin/sh\necho 'tags are protected' >&2\nexit 1\n",
    { mode: 0o755 },
  );

  expect(await codeOf(tags.create({ name: "m@v1.0.0", commit, message, time }))).toBe("SW3205");
  expect(await codeOf(tags.create({ name: "m@v1.0.0", commit: local, message, time }))).toBe(
    "SW3201",
  );
  expect(git(remote, "tag")).toBe("");
});
