import { afterAll, beforeAll, expect, test } from "vitest";

import { plainClient, refusalOf } from "./clients.ts";
import { createStory, type Story } from "./story.ts";

let story: Story;
let client: ReturnType<typeof plainClient>;

beforeAll(async () => {
  story = await createStory();
  const permissions = { contents: "write" } as const;
  client = plainClient(story.github.url, story.github.token("job", { permissions }).value);
});

afterAll(() => story.close());

async function refs(prefix: string): Promise<readonly unknown[]> {
  const { data } = await client.git.listMatchingRefs({ ...story.repo, ref: prefix });
  return data.map((one) => [one.ref, one.object.type, one.object.sha]);
}

test("an annotated tag's ref names the tag, a lightweight one's its commit, and neither is peeled", async () => {
  const { git, shas } = story;
  await git.git("tag", "-a", "-m", "Register", "model@v1.0.0", shas.main);
  await git.git("tag", "model@v1.1.0", shas.main);
  await git.git("push", "-q", "origin", "model@v1.0.0", "model@v1.1.0");
  const tag = await git.git("rev-parse", "refs/tags/model@v1.0.0");

  expect(await refs("tags/model@")).toEqual([
    ["refs/tags/model@v1.0.0", "tag", tag],
    ["refs/tags/model@v1.1.0", "commit", shas.main],
  ]);
});

test("only an annotated tag can be read as one, with who made it and when", async () => {
  const { repo, git, shas } = story;
  await git.git("tag", "-a", "-m", "Assign\n\nWhy", "model#staging#1", shas.main);
  await git.git("push", "-q", "origin", "refs/tags/model#staging#1");
  const tag_sha = await git.git("rev-parse", "refs/tags/model#staging#1");

  const { data } = await client.git.getTag({ ...repo, tag_sha });
  const commit = await refusalOf(client.git.getTag({ ...repo, tag_sha: shas.main }));

  expect(data).toMatchObject({
    tag: "model#staging#1",
    message: "Assign\n\nWhy",
    object: { type: "commit", sha: shas.main },
    tagger: { name: "Slipway Fixture", email: "fixture@example.com" },
    verification: { verified: false },
  });
  expect(commit.status).toBe(404);
});

test("a tag of a tag and a tag of a tree say what they name", async () => {
  const { repo, git, shas } = story;
  const tree = await git.git("rev-parse", `${shas.main}^{tree}`);
  const tag = { ...repo, message: "Odd", tagger: { name: "Ana", email: "ana@example.com" } };
  const first = await client.git.createTag({ ...tag, tag: "a", object: tree, type: "tree" });
  const { sha } = first.data;

  const response = await client.request("POST /repos/octo/model/git/tags", {
    ...tag,
    tag: "b",
    object: sha,
    type: "tag",
  });

  expect(first.data.object).toMatchObject({ type: "tree", sha: tree });
  expect(response.data).toMatchObject({ object: { type: "tag", sha } });
});

test("a tag without a tagger is its maker's, and one that lies about its object's type is refused", async () => {
  const { repo, shas } = story;
  const tag = { ...repo, tag: "own", message: "Own", object: shas.main };

  const made = await client.git.createTag({ ...tag, type: "commit" });
  const lie = await refusalOf(client.git.createTag({ ...tag, type: "tree" }));

  expect(made.data.tagger).toMatchObject({ name: "github-actions[bot]" });
  expect(lie.status).toBe(422);
});

test("a ref needs a full name, an object that is there, and `contents: write`", async () => {
  const { repo, shas, github } = story;
  const make = (ref: string, sha = shas.main) =>
    refusalOf(client.git.createRef({ ...repo, ref, sha }));

  const short = await make("tags/v9");
  const odd = await make("refs/tags/v 9");
  const missing = await make("refs/tags/v9", "0123456789".repeat(4));
  github.grant("job", { contents: "read" });
  const forbidden = await make("refs/tags/v9");

  expect([short.status, odd.status, missing.status, forbidden.status]).toEqual([
    422, 422, 422, 403,
  ]);
  expect(await refs("tags/v9")).toEqual([]);
});
