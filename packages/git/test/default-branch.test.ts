import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitDefaultBranch } from "../src/index.ts";
import {
  aClone,
  aRepository,
  anEmptyRemote,
  aTemporaryFolder,
  codeOf,
  commitFile,
  git,
} from "./a-remote.ts";

function aShallowClone(remote: string): string {
  const folder = aTemporaryFolder("slipway-shallow-");
  git(folder, "clone", "--quiet", "--depth=1", `file://${remote}`, "clone");
  return join(folder, "clone");
}

test("the policy is the one of the remote's default branch, not of the work tree or of the checked-out branch", async () => {
  const { work } = aRepository();
  const commit = git(work, "rev-parse", "HEAD");
  git(work, "checkout", "--quiet", "-b", "topic");
  commitFile(work, "slipway.yaml", "version: 1 # loosened\n");
  git(work, "push", "--quiet", "origin", "topic");
  git(work, "branch", "-f", "main", "topic");
  git(work, "update-ref", "refs/remotes/origin/main", "topic");
  git(work, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/topic");
  writeFileSync(join(work, "slipway.yaml"), "version: 1 # worse\n");

  const branch = await gitDefaultBranch({ folder: work });

  expect({ ref: branch.ref, commit: branch.commit }).toEqual({ ref: "main", commit });
  expect(await branch.readText("./slipway.yaml")).toBe("version: 1\n");
  expect(await branch.readText("contracts/none.yaml")).toBeUndefined();
  expect(await branch.readText("../slipway.yaml")).toBeUndefined();
});

test("a default branch of another name is found", async () => {
  const { remote, work } = aRepository();
  git(work, "push", "--quiet", "origin", "main:refs/heads/release/2026");
  git(remote, "symbolic-ref", "HEAD", "refs/heads/release/2026");

  expect((await gitDefaultBranch({ folder: work })).ref).toBe("release/2026");
});

test.each([true, false])(
  "old commits of it are found from a shallow clone; filters: %s",
  async (filters) => {
    const { remote, work } = aRepository({ filters });
    const first = git(work, "rev-parse", "HEAD");
    for (let index = 0; index < 60; index += 1)
      git(work, "commit", "--quiet", "--allow-empty", "-m", `${index}`);
    git(work, "push", "--quiet", "origin", "main");
    const unpushed = git(work, "commit-tree", "-p", "HEAD", "-m", "x", "HEAD^{tree}");
    git(work, "push", "--quiet", "origin", `${unpushed}:refs/heads/topic`);
    const clone = aShallowClone(remote);

    const branch = await gitDefaultBranch({ folder: clone });

    expect(await branch.contains(branch.commit)).toBe(true);
    expect(await branch.contains(git(work, "rev-parse", "HEAD~3"))).toBe(true);
    expect(await branch.contains(first)).toBe(true);
    expect(await branch.contains(unpushed)).toBe(false);
    expect(await branch.contains("1".repeat(40))).toBe(false);
    expect(await branch.contains("main")).toBe(false);
    expect(git(clone, "rev-list", "--count", "HEAD")).toBe("1");
  },
);

test("a commit counts by the branch that was read, not by where it moved meanwhile", async () => {
  const { work } = aRepository();
  const branch = await gitDefaultBranch({ folder: work });
  const newer = commitFile(work, "a", "1");
  git(work, "push", "--quiet", "origin", "main");

  expect(await branch.contains(newer)).toBe(false);
  expect(await branch.readText("a")).toBeUndefined();
});

test("an empty remote, one whose HEAD names no branch, and none at all are told", async () => {
  const detached = aRepository();
  git(detached.remote, "update-ref", "--no-deref", "HEAD", git(detached.work, "rev-parse", "HEAD"));
  const missing = aRepository();
  git(missing.remote, "symbolic-ref", "HEAD", "refs/heads/none");
  const gone = aRepository();
  git(gone.work, "remote", "set-url", "origin", join(gone.work, "nowhere"));
  const folders = [aClone(anEmptyRemote()), detached.work, missing.work, gone.work];

  const codes = await Promise.all(folders.map((folder) => codeOf(gitDefaultBranch({ folder }))));

  expect(codes).toEqual(["SW3201", "SW3201", "SW3201", "SW3201"]);
  expect(await codeOf(gitDefaultBranch({ folder: aTemporaryFolder("slipway-none-") }))).toBe(
    "SW3204",
  );
  expect(existsSync(join(gone.work, ".git", "shallow"))).toBe(false);
});
