import { afterEach, expect, test } from "vitest";

import { createGitFixture, runGit, type GitFixture } from "../src/index.ts";

const fixtures: GitFixture[] = [];

async function aFixture(): Promise<GitFixture> {
  const fixture = await createGitFixture();
  fixtures.push(fixture);
  return fixture;
}

afterEach(async () => {
  for (const fixture of fixtures.splice(0)) await fixture.remove();
});

test("the same story has the same shas, whatever this machine's git is told", async () => {
  const tell = async (): Promise<readonly string[]> => {
    const git = await aFixture();
    const start = await git.commit({ files: { "a.txt": "a" } });
    await git.branch("change");
    const change = await git.commit({ files: { "b/c.txt": "c", "a.txt": null }, author: "Mona" });
    return [start, change, await git.mergeCommit({ number: 1, head: "change" })];
  };

  expect(await tell()).toEqual(await tell());
});

test("the remote has what was pushed, and a pull request's two refs", async () => {
  const git = await aFixture();
  const main = await git.commit({ files: { "a.txt": "a" } });
  await git.push();
  await git.branch("change");
  const change = await git.commit({ files: { "a.txt": "b" }, message: "Change", author: "Mona" });
  const merge = await git.mergeCommit({ number: 7, head: "change" });

  const format = "--format=%(objectname) %(refname) %(parent)";
  const refs = await runGit({ directory: git.remote, args: ["for-each-ref", format] });
  const author = await git.git("log", "-1", "--format=%an <%ae> %aI", "change");

  expect(refs.trim().split("\n").toSorted()).toEqual(
    [
      `${main} refs/heads/main `,
      `${change} refs/pull/7/head ${main}`,
      `${merge} refs/pull/7/merge ${main} ${change}`,
    ].toSorted(),
  );
  expect(author).toBe("Mona <fixture@example.com> 2026-01-01T00:02:00+00:00");
});

test("a merged branch leaves a merge commit on main", async () => {
  const git = await aFixture();
  const main = await git.commit({ files: { "a.txt": "a" } });
  await git.branch("change");
  const change = await git.commit({ files: { "b.txt": "b" } });
  await git.checkout("main");

  const merged = await git.merge("change", "Merge the change");

  expect(await git.git("log", "-1", "--format=%H %P %s")).toBe(
    `${merged} ${main} ${change} Merge the change`,
  );
});
