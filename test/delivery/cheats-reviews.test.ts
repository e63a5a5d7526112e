import type { ReviewInit } from "@slipway/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelFiles, repository } from "./scene.ts";
import { createStory, promoteApproved, registerNext, type Story } from "./story.ts";
import { promote, register } from "./steps.ts";

let story: Story;
let sha: string;
let weight = 2;

beforeAll(async () => {
  story = await createStory(`
  - name: production
    approvals: { min: 1, not-author: true }
  - name: reviewed
    approvals: { min: 1, not-author: true, evidence: pr-review }
`);
  ({ sha } = await registerNext(story, weight));
});
afterAll(() => story.close());

/** A pull request of mara's, reviewed and merged, whose version is registered. */
async function merged(init: {
  readonly reviews: readonly ReviewInit[];
  readonly meanwhile?: (number: number, reviews: readonly number[]) => Promise<unknown>;
}) {
  weight += 1;
  const model = modelFiles(weight);
  const name = `change-${weight}`;
  await story.git.branch(name, "main");
  await story.git.commit({ message: "Retrain", files: model, author: "mara" });
  await story.git.push();
  const { number } = story.github.openPull(repository, {
    title: name,
    author: "mara",
    headRef: name,
  });
  const ids: number[] = [];
  for (const review of init.reviews)
    ids.push((await story.github.addReview(repository, number, review)).id);
  await init.meanwhile?.(number, ids);
  const headSha = await story.git.git("rev-parse", name);
  const baseSha = await story.git.git("rev-parse", "main");
  await story.git.checkout("main");
  sha = await story.git.merge(name);
  await story.git.push();
  story.github.closePull(repository, number, { headSha, baseSha, mergeCommitSha: sha });
  await register(story, { sha, model });
  return promote(story, { to: "reviewed", token: story.token, inputs: { dryRun: "true" } });
}
const approval = (author: string): ReviewInit => ({ author, state: "APPROVED" });

test("a colleague's review of the head counts", async () => {
  const found = await merged({ reviews: [approval("jo")] });

  expect(found).toMatchObject({ state: "allowed", evidenceLevel: "pr-review" });
});

test("cheat: a push after the review makes it stale", async () => {
  const found = await merged({
    reviews: [approval("jo")],
    meanwhile: async () => {
      await story.git.commit({ files: { "late.txt": "after the review" }, author: "mara" });
      await story.git.push();
    },
  });

  expect(found).toMatchObject({ state: "waiting", approvals: [] });
});

test("cheat: a review that was dismissed says nothing", async () => {
  const found = await merged({
    reviews: [approval("jo")],
    meanwhile: (_, reviews) =>
      Promise.resolve(reviews.map((id) => story.github.dismissReview(repository, id))),
  });

  expect(found).toMatchObject({ state: "waiting", approvals: [] });
});

test("cheat: a program approves", async () => {
  const found = await merged({ reviews: [approval("approve-all[bot]")] });

  expect(found.state).toBe("waiting");
  expect(found.approvals).toMatchObject([
    { counted: false, note: "it is of a program, and only people approve" },
  ]);
});

test("cheat: a stranger reviews, who may only read", async () => {
  story.github.setAccess(repository, "stranger", "read");

  const found = await merged({ reviews: [approval("stranger")] });

  expect(found).toMatchObject({ state: "waiting", approvals: [] });
});

test("cheat: who wrote a commit of the pull request reviews it, though another opened it", async () => {
  const found = await merged({
    reviews: [],
    meanwhile: async (number) => {
      await story.git.commit({ files: { "help.txt": "kim's part" }, author: "kim" });
      await story.git.push();
      await story.github.addReview(repository, number, approval("kim"));
    },
  });

  expect(found).toMatchObject({ state: "refused" });
  expect(found.approvals).toMatchObject([
    { person: { login: "kim" }, counted: false, note: "an author of the change" },
  ]);
});

test("cheat: who wrote the change has it merged by another, and approves the environment", async () => {
  await merged({ reviews: [] });

  const found = await promoteApproved(story, { by: "mara", sha });

  expect(found).toMatchObject({ state: "refused" });
  expect(found.approvals).toMatchObject([
    { person: { login: "mara" }, counted: false, note: "an author of the change" },
  ]);
});
