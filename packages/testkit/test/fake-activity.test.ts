import { afterEach, beforeEach, expect, test } from "vitest";

import { plainClient, refusalOf } from "./clients.ts";
import { createStory, type Story } from "./story.ts";

let story: Story;
let client: ReturnType<typeof plainClient>;

beforeEach(async () => {
  story = await createStory();
  const permissions = { contents: "write" } as const;
  client = plainClient(story.github.url, story.github.token("job", { permissions }).value);
});

afterEach(() => story.close());

async function kinds(ref: string): Promise<readonly unknown[]> {
  const { data } = await client.repos.listActivities({ ...story.repo, ref });
  return data.map((one) => [one.activity_type, one.before, one.after, one.actor?.login]);
}

const zeros = "0".repeat(40);

test("a branch's pushes, rewrites and end are remembered, whoever made them", async () => {
  const { git, github, shas } = story;
  await git.git("push", "-q", "origin", `${shas.main}:refs/heads/slipway`);
  await git.git("push", "-q", "origin", `${shas.change}:refs/heads/slipway`);
  await github.pushAs("octo/model", "mallory");
  await git.git("push", "-q", "-f", "origin", `${shas.fork}:refs/heads/slipway`);
  await git.git("push", "-q", "origin", ":refs/heads/slipway");

  expect(await kinds("slipway")).toEqual([
    ["branch_deletion", shas.fork, zeros, "mallory"],
    ["force_push", shas.change, shas.fork, "mallory"],
    ["push", shas.main, shas.change, "octo"],
    ["branch_creation", zeros, shas.main, "octo"],
  ]);
});

test("the merge of a pull request is told from a push", async () => {
  const { git, github, shas } = story;
  const merge = await git.merge("change");
  await git.push("main");
  const ends = { headSha: shas.change, baseSha: shas.main, mergeCommitSha: merge };
  github.closePull("octo/model", 1, ends);

  expect(await kinds("refs/heads/main")).toEqual([["pr_merge", shas.main, merge, "octo"]]);
});

test("activities are filtered, and paged by cursors", async () => {
  const { git, shas, repo } = story;
  for (const name of ["a", "b", "c"]) {
    await git.git("push", "-q", "origin", `${shas.main}:refs/heads/${name}`);
  }

  const filter = { ...repo, activity_type: "branch_creation", actor: "octo" } as const;
  const all = await client.paginate(client.repos.listActivities, { ...filter, per_page: 1 });
  const none = await client.repos.listActivities({ ...repo, actor: "mona" });

  expect(all.map((one) => one.ref)).toEqual(["refs/heads/c", "refs/heads/b", "refs/heads/a"]);
  expect(none.data).toEqual([]);
});

test("a tag is an object, then a ref, and the same ref cannot be made twice", async () => {
  const { repo, shas } = story;
  const name = "flight-delays#production#1";

  const tag = await client.git.createTag({
    ...repo,
    tag: name,
    message: "Promote",
    object: shas.main,
    type: "commit",
    tagger: { name: "Ana", email: "ana@example.com", date: "2026-11-21T12:00:00Z" },
  });
  const ref = { ...repo, ref: `refs/tags/${name}`, sha: tag.data.sha };
  await client.git.createRef(ref);
  const twice = await refusalOf(client.git.createRef(ref));
  const read = await client.git.getRef({ ...repo, ref: `tags/${name}` });
  const object = await client.git.getTag({ ...repo, tag_sha: read.data.object.sha });

  expect([twice.status, read.data.object.type]).toEqual([422, "tag"]);
  expect(twice.message).toContain("Reference already exists");
  expect(object.data).toMatchObject({
    tag: name,
    message: "Promote",
    tagger: { name: "Ana", email: "ana@example.com", date: "2026-11-21T12:00:00Z" },
    object: { type: "commit", sha: shas.main },
  });
  expect(await story.git.git("ls-remote", "origin", `refs/tags/${name}^{}`)).toContain(shas.main);
});
