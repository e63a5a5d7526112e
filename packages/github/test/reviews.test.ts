import { expect, test } from "vitest";
import { aBranch, createScene, refusalOf, type Place } from "./scene.ts";

const scene = await createScene();
const { github, githubPeople } = scene;

const person = (login: string) => ({ login, id: github.state.users.get(login)?.id });

/** Opens a pull request of ann's for a branch; the review of each login is on the head of that moment. */
async function aPull(
  place: Place,
  branch: string,
  { approvedBy = [] }: { approvedBy?: string[] } = {},
) {
  const pull = github.openPull(place.fullName, { title: branch, author: "ann", headRef: branch });
  for (const author of approvedBy) {
    await github.addReview(place.fullName, pull.number, { author, state: "APPROVED" });
  }
  return pull.number;
}

/** Ends a pull request as merged by that commit, which is pushed to `main`. */
async function endPull(
  { fullName, git, main }: Place,
  { number, head, merge }: { number: number; head: string; merge: string },
): Promise<void> {
  await git.git("push", "-q", "-f", "origin", `${merge}:refs/heads/main`);
  github.closePull(fullName, number, { headSha: head, baseSha: main, mergeCommitSha: merge });
}

async function squash({ git }: Place, branch: string): Promise<string> {
  await git.checkout("main");
  await git.git("merge", "-q", "--squash", branch);
  return git.commit({ message: `Squash ${branch}` });
}

const reviewsOf = (place: Place, commit: string) => githubPeople(place.job()).reviews(commit);
const loginsOf = async (place: Place, commit: string) =>
  (await reviewsOf(place, commit)).map(({ person: { login }, state }) => [login, state]);

test("an approval of the head counts for the merge commit, and for the head itself", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "change", { "model.txt": "2\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob"] });
  await place.git.checkout("main");
  const merge = await place.git.merge("change");
  await endPull(place, { number, head, merge });

  const expected = [
    { person: person("bob"), state: "approved", source: "pull-request", pullRequest: number },
  ];
  expect(await reviewsOf(place, merge)).toEqual(expected);
  expect(await reviewsOf(place, head)).toEqual(expected);
});

test("an approval counts for a squash, and for the end of a rebase", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "squashed", { "a.txt": "2\n" }, { "b.txt": "2\n" });
  const number = await aPull(place, "squashed", { approvedBy: ["bob"] });
  const merge = await squash(place, "squashed");
  await endPull(place, { number, head, merge });
  await place.git.git("checkout", "-q", "main");
  await place.git.git("checkout", "-q", "-b", "rebased", place.main);
  const first = await place.git.commit({ files: { "c.txt": "1\n" } });
  const last = await place.git.commit({ files: { "d.txt": "1\n" } });
  await place.git.push();
  const other = await aPull(place, "rebased", { approvedBy: ["cat"] });
  await place.git.checkout("main");
  await place.git.git("cherry-pick", "--no-gpg-sign", first, last);
  const end = await place.git.git("rev-parse", "HEAD");
  const between = await place.git.git("rev-parse", "HEAD^");
  await endPull(place, { number: other, head: last, merge: end });

  expect(await loginsOf(place, merge)).toEqual([["bob", "approved"]]);
  expect(await loginsOf(place, end)).toEqual([["cat", "approved"]]);
  expect(await loginsOf(place, between)).toEqual([]);
});

test("a commit below the head was never what the reviewer was shown", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "change", { "model.txt": "bad\n" }, { "model.txt": "good\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob"] });
  const below = await place.git.git("rev-parse", "change^");
  await place.git.checkout("main");
  const merge = await place.git.merge("change");
  await endPull(place, { number, head, merge });

  expect(await loginsOf(place, below)).toEqual([]);
});

test("what was pushed on top of an approved head is not approved by it", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "change", { "model.txt": "2\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob"] });
  const onTop = await place.git.commit({ files: { "model.txt": "smuggled\n" } });
  await endPull(place, { number, head, merge: onTop });

  expect(await loginsOf(place, onTop)).toEqual([]);
  expect(await loginsOf(place, head)).toEqual([["bob", "approved"]]);
});

test("merging a pull request that lies on an approved one is not approved by the lower one", async () => {
  const place = await scene.repository();
  const lower = await aBranch(place, "lower", { "model.txt": "2\n" });
  const first = await aPull(place, "lower", { approvedBy: ["bob"] });
  const upper = await aBranch(place, "upper", { "model.txt": "smuggled\n" });
  const second = await aPull(place, "upper");
  await place.git.checkout("main");
  const merge = await place.git.merge("upper");
  await endPull(place, { number: first, head: lower, merge });
  await endPull(place, { number: second, head: upper, merge });

  expect(await loginsOf(place, merge)).toEqual([]);
});

test("a pull request that is open, was closed, or went into another branch approves nothing", async () => {
  const place = await scene.repository();
  await aBranch(place, "release");
  const head = await aBranch(place, "change", { "model.txt": "2\n" });
  const open = await aPull(place, "change", { approvedBy: ["bob"] });
  const aside = github.openPull(place.fullName, {
    title: "aside",
    author: "ann",
    headRef: "change",
    baseRef: "release",
  });
  await github.addReview(place.fullName, aside.number, { author: "cat", state: "APPROVED" });
  github.closePull(place.fullName, aside.number, {
    headSha: head,
    baseSha: place.main,
    mergeCommitSha: head,
  });

  expect(await loginsOf(place, head)).toEqual([]);
  github.closePull(place.fullName, open, { headSha: head, baseSha: place.main });
  expect(await loginsOf(place, head)).toEqual([]);
});

test("an approval of an older head is stale, and so is a request for changes", async () => {
  const place = await scene.repository();
  await aBranch(place, "change", { "model.txt": "2\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob"] });
  await github.addReview(place.fullName, number, { author: "cat", state: "CHANGES_REQUESTED" });
  const head = await place.git.commit({ files: { "model.txt": "3\n" } });
  await place.git.push();
  const merge = await squash(place, "change");
  await endPull(place, { number, head, merge });

  expect(await loginsOf(place, merge)).toEqual([]);
});

test("the newest opinion of each person counts; a comment is none, and a dismissal ends one", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "change", { "model.txt": "2\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob", "cat", "dan", "eve"] });
  const review = (author: string, state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED") =>
    github.addReview(place.fullName, number, { author, state });
  await review("bob", "COMMENTED");
  await review("cat", "CHANGES_REQUESTED");
  const dismissed = await review("dan", "CHANGES_REQUESTED");
  github.dismissReview(place.fullName, dismissed.id);
  await review("eve", "CHANGES_REQUESTED");
  await review("eve", "APPROVED");
  await review("fay", "COMMENTED");
  const merge = await squash(place, "change");
  await endPull(place, { number, head, merge });

  expect((await loginsOf(place, merge)).toSorted()).toEqual([
    ["bob", "approved"],
    ["cat", "rejected"],
    ["eve", "approved"],
  ]);
});

test("a rejection behind a hundred comments is found", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "change", { "model.txt": "2\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob"] });
  for (let comment = 0; comment < 100; comment += 1)
    await github.addReview(place.fullName, number, { author: "eve", state: "COMMENTED" });
  await github.addReview(place.fullName, number, { author: "bob", state: "CHANGES_REQUESTED" });
  const merge = await squash(place, "change");
  await endPull(place, { number, head, merge });

  expect(await loginsOf(place, merge)).toEqual([["bob", "rejected"]]);
});

test("reviews that may not be read are never nobody's", async () => {
  const place = await scene.repository();
  const head = await aBranch(place, "change", { "model.txt": "2\n" });
  const number = await aPull(place, "change", { approvedBy: ["bob"] });
  const merge = await squash(place, "change");
  await endPull(place, { number, head, merge });
  const ask = (job = place.job()) => githubPeople(job).reviews(merge);
  const refused = { code: "SW3109", add: ["pull-requests: read"] };

  expect(await refusalOf(ask(place.job({ contents: "write" })))).toEqual(refused);
  expect(await refusalOf(ask(place.job({ "pull-requests": "read" })))).toEqual({
    code: "SW3109",
    add: ["contents: read"],
  });
  for (const path of [/\/commits\/[0-9a-f]+\/pulls$/, /\/reviews$/]) {
    github.faults.plan({ path, fault: { kind: "status", status: 404, message: "Not Found" } });
    expect(await refusalOf(ask())).toEqual(refused);
    github.faults.plan({ path, fault: { kind: "status", status: 204 } });
    await expect(ask()).rejects.toMatchObject({ code: "SW3109" });
  }
});

test("a commit that GitHub does not know has neither reviews nor authors, and that is an error", async () => {
  const place = await scene.repository();
  const people = githubPeople(place.job());
  const unknown = "d".repeat(40);

  await expect(people.reviews(unknown)).rejects.toMatchObject({ code: "SW3109" });
  await expect(people.authors(unknown)).rejects.toMatchObject({ code: "SW3109" });
});
