import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import { expect, onTestFinished, test } from "vitest";
import { gitBaseRevision, gitEvidenceBranch, headCommit } from "../src/index.ts";

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: "t",
  GIT_AUTHOR_EMAIL: "t@example.invalid",
  GIT_COMMITTER_NAME: "t",
  GIT_COMMITTER_EMAIL: "t@example.invalid",
};

function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trim();
}

function aRepository(): { work: string; remote: string } {
  const root = aTemporaryFolder("slipway-git-");
  const remote = join(root, "remote.git");
  const work = join(root, "work");
  git(root, "init", "--quiet", "--bare", "-b", "main", remote);
  git(root, "init", "--quiet", "-b", "main", work);
  git(work, "remote", "add", "origin", remote);
  commit(work, "slipway.yaml", "version: 1\n");
  git(work, "push", "--quiet", "origin", "main");
  return { work, remote };
}

function commit(work: string, file: string, text: string): string {
  writeFileSync(join(work, file), text);
  git(work, "add", file);
  git(work, "commit", "--quiet", "-m", `change ${file}`);
  return git(work, "rev-parse", "HEAD");
}

function shallowClone(remote: string): string {
  const folder = aTemporaryFolder("slipway-shallow-");
  git(folder, "clone", "--quiet", "--depth=1", `file://${remote}`, "clone");
  return join(folder, "clone");
}

function evidenceOf(name: string): string {
  return JSON.stringify({
    schema: "slipway/evidence/v1",
    kind: "data-validation",
    name,
    outcome: "pass",
    summary: { pass: 0, warn: 0, fail: 0, inconclusive: 0, error: 0 },
    subjects: [],
    inputs: {},
    policy: { origin: "working-tree", loosened: [] },
    tool: { name: "slipway", version: "0.1.0" },
    run: {},
    startedAt: "2026-03-02T16:40:00Z",
    finishedAt: "2026-03-02T16:40:01Z",
    rows: 0,
    checks: [],
  });
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return "none";
}

test("evidence that was stored is found from a later commit, with its distance", async () => {
  const { work } = aRepository();
  const first = git(work, "rev-parse", "HEAD");
  const branch = gitEvidenceBranch({ folder: work });

  const stored = await branch.store(
    [{ path: `evidence/${first}/data-validation-flights.json`, content: evidenceOf("flights") }],
    "store",
  );
  commit(work, "a.txt", "a");
  commit(work, "b.txt", "b");
  const found = await gitEvidenceBranch({ folder: work }).nearest("data-validation", "flights");

  expect(stored).toMatchObject({ changed: true, attempts: 1 });
  expect(found).toMatchObject({ commit: first, distance: 2 });
  expect(await branch.nearest("data-validation", "other")).toBeUndefined();
});

test("a job that judges a commit again does not take its own evidence for a baseline", async () => {
  const { work } = aRepository();
  const first = git(work, "rev-parse", "HEAD");
  const second = commit(work, "a.txt", "a");
  const files = [first, second].map((sha) => ({
    path: `evidence/${sha}/data-validation-flights.json`,
    content: evidenceOf("flights"),
  }));
  await gitEvidenceBranch({ folder: work }).store(files, "store");

  const local = await gitEvidenceBranch({ folder: work }).nearest("data-validation", "flights");
  const job = gitEvidenceBranch({ folder: work, skipHead: true });

  expect(local).toMatchObject({ commit: second, distance: 0 });
  expect(await job.nearest("data-validation", "flights")).toMatchObject({
    commit: first,
    distance: 1,
  });
});

test("a repository without the branch has no baseline", async () => {
  const { work } = aRepository();

  expect(await gitEvidenceBranch({ folder: work }).nearest("evaluation", "late")).toBeUndefined();
});

test("a shallow clone finds the baseline and keeps no marks of the branch", async () => {
  const { work, remote } = aRepository();
  const first = git(work, "rev-parse", "HEAD");
  await gitEvidenceBranch({ folder: work }).store(
    [{ path: `evidence/${first}/data-validation-flights.json`, content: evidenceOf("flights") }],
    "store",
  );
  commit(work, "a.txt", "a");
  commit(work, "b.txt", "b");
  git(work, "push", "--quiet", "origin", "main");
  const clone = shallowClone(remote);

  const found = await gitEvidenceBranch({ folder: clone }).nearest("data-validation", "flights");

  expect(found).toMatchObject({ commit: first, distance: 2 });
  expect(git(clone, "for-each-ref", "--format=%(refname)")).not.toContain("slipway");
});

test("a blob travels by its digest, and a wrong digest is not found", async () => {
  const { work } = aRepository();
  const file = join(work, "items.parquet");
  writeFileSync(file, Buffer.from([80, 65, 82, 49, 0, 255]));
  const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
  await gitEvidenceBranch({ folder: work }).store(
    [{ path: `blobs/sha256/${sha256}`, content: { file } }],
    "store",
  );
  const target = join(work, "copy.parquet");

  const reader = gitEvidenceBranch({ folder: work });

  expect(await reader.copyBlob({ sha256 }, target)).toBe(true);
  expect(readFileSync(target)).toEqual(readFileSync(file));
  expect(await reader.copyBlob({ sha256: "0".repeat(64) }, join(work, "none"))).toBe(false);
  expect(existsSync(join(work, "none"))).toBe(false);
});

test("storing the same files again makes no commit", async () => {
  const { work } = aRepository();
  const files = [{ path: "evidence/x/y.json", content: "{}" }];

  const first = await gitEvidenceBranch({ folder: work }).store(files, "store");
  const second = await gitEvidenceBranch({ folder: work }).store(files, "store");

  expect(second).toEqual({ commit: first.commit, changed: false, attempts: 1 });
});

test("writers at once each get their file in, and none is lost", async () => {
  const { work, remote } = aRepository();
  const clones = Array.from({ length: 6 }, () => shallowClone(remote));

  await Promise.all(
    clones.map((folder, index) =>
      gitEvidenceBranch({ folder }).store(
        [{ path: `evidence/w/${index}.json`, content: `${index}` }],
        `writer ${index}`,
      ),
    ),
  );

  const listing = git(remote, "ls-tree", "-r", "--name-only", "slipway", "evidence/").split("\n");
  expect(listing).toEqual(clones.map((_, index) => `evidence/w/${index}.json`));
  expect(git(work, "ls-remote", "origin", "refs/heads/slipway")).not.toBe("");
});

test("a remote that refuses is told apart from one that moved", async () => {
  const { work, remote } = aRepository();
  writeFileSync(
    join(remote, "hooks", "pre-receive"),
    "#!/bin/sh\necho 'protected branch hook declined' >&2\nexit 1\n",
    { mode: 0o755 },
  );

  const code = await codeOf(
    gitEvidenceBranch({ folder: work }).store([{ path: "a", content: "a" }], "store"),
  );

  expect(code).toBe("SW3202");
});

test("the base's policy is read from its commit, in a shallow clone too", async () => {
  const { work, remote } = aRepository();
  const base = git(work, "rev-parse", "HEAD");
  commit(work, "slipway.yaml", "version: 1 # loosened\n");
  git(work, "push", "--quiet", "origin", "main");
  const clone = shallowClone(remote);

  const revision = gitBaseRevision({ folder: clone, ref: "main", commit: base });

  expect(await revision.readText("slipway.yaml")).toBe("version: 1\n");
  expect(await revision.readText("contracts/none.yaml")).toBeUndefined();
  expect(
    await codeOf(
      gitBaseRevision({ folder: clone, ref: "main", commit: "1".repeat(40) }).readText(
        "slipway.yaml",
      ),
    ),
  ).toBe("SW3201");
});

test("outside a repository there is a clear error", async () => {
  const folder = aTemporaryFolder("slipway-none-");

  expect(await headCommit(folder)).toBeUndefined();
  expect(await codeOf(gitEvidenceBranch({ folder }).nearest("evaluation", "late"))).toBe("SW3204");
});

function aTemporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
