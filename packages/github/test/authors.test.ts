import { runGit } from "@slipway/testkit";
import { expect, test } from "vitest";
import { createScene, refusalOf, type Place } from "./scene.ts";

const scene = await createScene();
const { github, githubPeople } = scene;

for (const login of ["ann", "bob", "cat", "dan", "eve", "web-flow"])
  github.linkEmail(login, `${login}@example.com`);

/** Commits to the branch that is checked out in the name of two people; gives the commit. */
async function aCommit({ git }: Place, author: string, committer: string): Promise<string> {
  const who = (role: string, name: string) => ({
    [`GIT_${role}_NAME`]: name,
    [`GIT_${role}_EMAIL`]: `${name}@example.com`,
    [`GIT_${role}_DATE`]: "2026-11-21T12:00:00Z",
  });
  const env = { ...who("AUTHOR", author), ...who("COMMITTER", committer) };
  const message = `${author} and ${committer}`;
  const args = ["commit", "-q", "--allow-empty", "-m", message];
  await runGit({ directory: git.work, args, env });
  return git.git("rev-parse", "HEAD");
}

async function squash(place: Place, branch: string, by: readonly [string, string]) {
  await place.git.checkout("main");
  await place.git.git("merge", "-q", "--squash", branch);
  const merge = await aCommit(place, ...by);
  await place.git.push();
  return merge;
}

const loginsOf = async (place: Place, commit: string) =>
  (await githubPeople(place.job()).authors(commit)).map(({ login }) => login).toSorted();

test("author and committer of a commit wrote it, each once, by login and number", async () => {
  const place = await scene.repository();
  const commit = await aCommit(place, "ann", "bob");
  const own = await aCommit(place, "ann", "ann");
  await place.git.push();

  expect(await loginsOf(place, commit)).toEqual(["ann", "bob"]);
  expect(await githubPeople(place.job()).authors(own)).toEqual([
    { login: "ann", id: github.state.users.get("ann")?.id },
  ]);
});

test("GitHub's own name as a committer is nobody, and an address without an account too", async () => {
  const place = await scene.repository();
  const commit = await aCommit(place, "ann", "web-flow");
  const unknown = await aCommit(place, "stranger", "web-flow");
  await place.git.push();

  expect(await loginsOf(place, commit)).toEqual(["ann"]);
  expect(await loginsOf(place, unknown)).toEqual([]);
});

test("whoever wrote a commit of the pull request, or opened it, wrote the squash too", async () => {
  const place = await scene.repository();
  await place.git.branch("change");
  await aCommit(place, "ann", "ann");
  const head = await aCommit(place, "bob", "cat");
  await place.git.push();
  const { number } = github.openPull(place.fullName, {
    title: "Change",
    author: "eve",
    headRef: "change",
  });
  const merge = await squash(place, "change", ["dan", "web-flow"]);
  github.closePull(place.fullName, number, {
    headSha: head,
    baseSha: place.main,
    mergeCommitSha: merge,
  });

  expect(await loginsOf(place, merge)).toEqual(["ann", "bob", "cat", "dan", "eve"]);
});

test("a pull request that was never merged makes nobody an author", async () => {
  const place = await scene.repository();
  await place.git.branch("change");
  const head = await aCommit(place, "ann", "ann");
  await place.git.push();
  github.openPull(place.fullName, { title: "Take it", author: "eve", headRef: "change" });

  expect(await loginsOf(place, head)).toEqual(["ann"]);
});

test("authors that may not be read are never nobody", async () => {
  const place = await scene.repository();
  const ask = (job = place.job()) => githubPeople(job).authors(place.main);
  expect(await refusalOf(ask(place.job({ contents: "read" })))).toEqual({
    code: "SW3109",
    add: ["pull-requests: read"],
  });
  expect(await refusalOf(ask(place.job({ "pull-requests": "read" })))).toEqual({
    code: "SW3109",
    add: ["contents: read"],
  });
  github.faults.plan({ path: /\/pulls$/, fault: { kind: "status", status: 204 } });
  await expect(ask()).rejects.toMatchObject({ code: "SW3109" });
});
