import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EvaluationEvidence } from "@slipway/contracts";
import { gitEvidenceBranch } from "@slipway/git";
import { UserError } from "@slipway/kernel";
import { evidenceFolder, workspaceFiles } from "@slipway/runner";
import { createGitFixture, runGit, type GitFixture } from "@slipway/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { renderStored, storeEvidence, type Inputs, type Ports } from "../src/index.ts";

const items = Buffer.from("PAR1 items of a model PAR1");
const sha256 = createHash("sha256").update(items).digest("hex");
const nothing: Inputs = {
  evidence: [],
  fromArtifacts: [],
  branch: "slipway",
  githubToken: undefined,
};

let git: GitFixture;
let temporary: string;
let commit: string;

beforeEach(async () => {
  git = await createGitFixture();
  temporary = mkdtempSync(join(tmpdir(), "slipway store "));
  commit = await git.commit({ files: { "slipway.yaml": "version: 1\n" } });
  await git.push();
});

afterEach(async () => {
  rmSync(temporary, { recursive: true, force: true });
  await git.remove();
});

function anEvaluation(name: string, more: Partial<EvaluationEvidence> = {}): EvaluationEvidence {
  return {
    schema: "slipway/evidence/v1",
    kind: "evaluation",
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
    checks: [],
    task: "binary",
    metrics: [],
    baseline: null,
    items: { rows: 3, digest: { sha256 }, sizeBytes: items.length },
    ...more,
  };
}

function portsOf(folder = git.work, more: Partial<Ports> = {}): Ports {
  return {
    files: workspaceFiles({ root: folder, roots: [temporary] }),
    folder: evidenceFolder(join(temporary, "evidence")),
    branch: gitEvidenceBranch({ folder }),
    commit,
    event: "push",
    ...more,
  };
}

async function leave(ports: Ports, evidence: EvaluationEvidence): Promise<string> {
  if (evidence.items.digest !== undefined)
    writeFileSync(ports.folder.blobPath(evidence.items.digest), items);
  return ports.folder.write(evidence);
}

async function failureOf(act: Promise<unknown>): Promise<UserError> {
  try {
    await act;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const onRemote = (...args: string[]) => runGit({ directory: git.remote, args });
const listing = async () =>
  (await onRemote("ls-tree", "-r", "--name-only", "slipway")).trim().split("\n");

test("evidence and its items are stored in one commit, in the places where a reader looks", async () => {
  const ports = portsOf();
  await leave(ports, anEvaluation("late"));
  await leave(ports, anEvaluation("early", { items: { rows: 3 } }));

  const stored = await storeEvidence(nothing, ports);

  expect(stored).toMatchObject({
    changed: true,
    attempts: 1,
    names: ["evaluation early", "evaluation late"],
  });
  expect(await listing()).toEqual([
    "README.md",
    `blobs/sha256/${sha256}`,
    `evidence/${commit}/evaluation-early.json`,
    `evidence/${commit}/evaluation-late.json`,
  ]);
  expect((await onRemote("rev-parse", "slipway")).trim()).toBe(stored.commit);
  expect((await onRemote("rev-list", "--count", "slipway")).trim()).toBe("1");
  expect(await onRemote("cat-file", "blob", `slipway:blobs/sha256/${sha256}`)).toBe(
    items.toString(),
  );
});

test("storing the same again makes no commit, and says so", async () => {
  const ports = portsOf();
  await leave(ports, anEvaluation("late"));

  const first = await storeEvidence(nothing, ports);
  const second = await storeEvidence(nothing, portsOf());

  expect(second).toEqual({ ...first, changed: false });
  expect(renderStored(second)).toEqual({
    outcome: "pass",
    outputs: { commit: first.commit, stored: "false" },
    log: "the branch holds evaluation late already",
  });
});

test("evidence of other commits stays where it is", async () => {
  await leave(portsOf(), anEvaluation("late"));
  await storeEvidence(nothing, portsOf());
  const older = commit;
  commit = await git.commit({ files: { "a.txt": "a" } });

  await storeEvidence(nothing, portsOf());

  expect(await listing()).toEqual([
    "README.md",
    `blobs/sha256/${sha256}`,
    ...[older, commit].sort().map((sha) => `evidence/${sha}/evaluation-late.json`),
  ]);
});

test("a pull request never stores, whatever its event is called", async () => {
  await leave(portsOf(), anEvaluation("late"));
  for (const event of ["pull_request", "pull_request_target", "pull_request_review"]) {
    const failure = await failureOf(storeEvidence(nothing, portsOf(git.work, { event })));

    expect(failure.code).toBe("SW1001");
    expect(failure.remedy).toContain("github.event_name == 'push'");
  }
  expect((await onRemote("for-each-ref", "refs/heads/slipway")).trim()).toBe("");
});

test("evidence of another commit is refused", async () => {
  const run = { commit: "d".repeat(40) };
  await leave(portsOf(), anEvaluation("late", { run }));

  expect((await failureOf(storeEvidence(nothing, portsOf()))).code).toBe("SW1401");
});

test("nothing to store is an error, not a success", async () => {
  const input = { ...nothing, evidence: ["out/*.json"] };

  expect((await failureOf(storeEvidence(nothing, portsOf()))).code).toBe("SW1402");
  expect((await failureOf(storeEvidence(input, portsOf()))).code).toBe("SW1402");
});

test("a damaged document is refused whole: nothing of the others is stored", async () => {
  const ports = portsOf();
  await leave(ports, anEvaluation("late"));
  writeFileSync(join(ports.folder.path, "evaluation-half.json"), '{"schema":');

  expect((await failureOf(storeEvidence(nothing, ports))).code).toBe("SW1401");
  expect((await onRemote("for-each-ref", "refs/heads/slipway")).trim()).toBe("");
});

test("evidence that another job made is stored with the items that lie beside it", async () => {
  const evidence = anEvaluation("late");
  const path = join(git.work, "got", "evaluation-late.json");
  const blob = join(dirname(path), "blobs", "sha256", sha256);
  mkdirSync(dirname(blob), { recursive: true });
  writeFileSync(path, JSON.stringify(evidence));
  const input = { ...nothing, evidence: ["got/*.json"] };

  const without = await failureOf(storeEvidence(input, portsOf()));
  writeFileSync(blob, items);
  const stored = await storeEvidence(input, portsOf());

  expect(without.code).toBe("SW1301");
  expect(without.message).toContain("got/evaluation-late.json");
  expect(stored.changed).toBe(true);
  expect(await listing()).toContain(`blobs/sha256/${sha256}`);
});

async function refuseWith(words: string): Promise<UserError> {
  await leave(portsOf(), anEvaluation("late"));
  const hook = join(git.remote, "hooks", "pre-receive");
  writeFileSync(hook, `#!/bin/sh\necho "${words}" >&2\nexit 1\n`, { mode: 0o755 });
  return failureOf(storeEvidence(nothing, portsOf()));
}

test("a token that may not write is told the lines to add", async () => {
  const { code, message, remedy } = await refuseWith(
    "Permission to octo/model.git denied to github-actions[bot].",
  );

  expect(code).toBe("SW3202");
  expect(message).toContain("Permission to octo/model.git denied");
  expect(remedy).toContain("permissions:\n      contents: write");
});

test("a branch that rules protect is said to be protected", async () => {
  const { code, remedy } = await refuseWith("GH013: Repository rule violations found");

  expect(code).toBe("SW3202");
  expect(remedy).toContain("slipway");
  expect(remedy).not.toContain("contents: write");
});

test("eight jobs that store at once all get in", async () => {
  await leave(portsOf(), anEvaluation("late"));
  const commits: string[] = [];
  const jobs: Ports[] = [];
  for (let job = 0; job < 8; job += 1) {
    const folder = join(git.root, `job-${job}`);
    await runGit({ directory: git.root, args: ["clone", "-q", `file://${git.remote}`, folder] });
    const sha = String(job).repeat(40);
    commits.push(sha);
    jobs.push(portsOf(folder, { commit: sha }));
  }

  const stored = await Promise.all(jobs.map((ports) => storeEvidence(nothing, ports)));

  expect(stored.every(({ changed }) => changed)).toBe(true);
  expect(await listing()).toEqual([
    "README.md",
    `blobs/sha256/${sha256}`,
    ...commits.map((sha) => `evidence/${sha}/evaluation-late.json`),
  ]);
  expect((await onRemote("rev-list", "--count", "slipway")).trim()).toBe("8");
  expect(existsSync(join(git.work, ".git", "index.lock"))).toBe(false);
});
