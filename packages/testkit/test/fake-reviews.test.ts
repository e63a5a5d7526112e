import { afterEach, beforeEach, expect, test } from "vitest";

import { plainClient, refusalOf } from "./clients.ts";
import { createStory, type Story } from "./story.ts";

let story: Story;
let client: ReturnType<typeof plainClient>;

beforeEach(async () => {
  story = await createStory();
  const permissions = { "pull-requests": "read" } as const;
  client = plainClient(story.github.url, story.github.token("job", { permissions }).value);
});

afterEach(() => story.close());

async function reviews(number = 1): Promise<readonly unknown[]> {
  const { data } = await client.pulls.listReviews({ ...story.repo, pull_number: number });
  return data.map((one) => [one.user?.login, one.state, one.commit_id]);
}

function review(author: string, state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED") {
  return story.github.addReview("octo/model", 1, { author, state });
}

test("a push leaves an approval approved, on a commit that is no longer the head", async () => {
  const { git, repo, shas } = story;
  await review("mona", "APPROVED");
  await git.checkout("change");
  const later = await git.commit({ message: "Slip something in", files: { "data/x.csv": "1\n" } });
  await git.push();

  const { data } = await client.pulls.get({ ...repo, pull_number: 1 });

  expect(data.head.sha).toBe(later);
  expect(await reviews()).toEqual([["mona", "APPROVED", shas.change]]);
});

test("a dismissed review stays in the list under that state", async () => {
  const { github, shas } = story;
  const { id } = await review("mona", "APPROVED");

  github.dismissReview("octo/model", id);

  expect(await reviews()).toEqual([["mona", "DISMISSED", shas.change]]);
});

test("who changes their mind stands in the list twice, oldest first", async () => {
  const { change } = story.shas;
  await review("mona", "APPROVED");
  await review("ana", "APPROVED");
  await review("mona", "CHANGES_REQUESTED");
  await review("ana", "COMMENTED");

  expect(await reviews()).toEqual([
    ["mona", "APPROVED", change],
    ["ana", "APPROVED", change],
    ["mona", "CHANGES_REQUESTED", change],
    ["ana", "COMMENTED", change],
  ]);
});

test("the last review of many stands on the last page", async () => {
  for (let index = 0; index < 30; index += 1) await review("mona", "COMMENTED");
  await review("mona", "CHANGES_REQUESTED");
  const target = { ...story.repo, pull_number: 1 };

  const first = await client.pulls.listReviews(target);
  const all = await client.paginate(client.pulls.listReviews, target);

  expect(first.data.some((one) => one.state === "CHANGES_REQUESTED")).toBe(false);
  expect([all.length, all.at(-1)?.state]).toEqual([31, "CHANGES_REQUESTED"]);
});

test("authors can comment on their own pull request, and neither approve it nor demand changes", async () => {
  await review("hubot", "COMMENTED");

  await expect(review("hubot", "APPROVED")).rejects.toThrow("the author of a pull request");
  await expect(review("hubot", "CHANGES_REQUESTED")).rejects.toThrow("the author of a pull");
  expect(await reviews()).toEqual([["hubot", "COMMENTED", story.shas.change]]);
});

test("who may not write can approve all the same: only asking tells", async () => {
  const { github, repo, shas } = story;
  github.setAccess("octo/model", "mallory", "read");
  await review("mallory", "APPROVED");
  await review("ana", "APPROVED");

  const permissions = await Promise.all(
    ["mallory", "ana", "octo"].map(async (username) => {
      const { data } = await client.repos.getCollaboratorPermissionLevel({ ...repo, username });
      return [username, data.permission];
    }),
  );

  expect(await reviews()).toEqual([
    ["mallory", "APPROVED", shas.change],
    ["ana", "APPROVED", shas.change],
  ]);
  expect(permissions).toEqual([
    ["mallory", "read"],
    ["ana", "write"],
    ["octo", "admin"],
  ]);
});

test("reviews belong to their pull request, and one that does not exist is a 404", async () => {
  await review("mona", "APPROVED");

  const none = await refusalOf(reviews(99));

  expect([await reviews(2), none.status]).toEqual([[], 404]);
});
