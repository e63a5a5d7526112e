import { afterAll, beforeAll, expect, test } from "vitest";

import { plainClient, refusalOf } from "./clients.ts";
import { createStory, type Story } from "./story.ts";

let story: Story;
let client: ReturnType<typeof plainClient>;

beforeAll(async () => {
  story = await createStory();
  const permissions = {
    contents: "write",
    "pull-requests": "write",
    checks: "write",
    statuses: "write",
    actions: "read",
  } as const;
  client = plainClient(story.github.url, story.github.token("job", { permissions }).value);
});

afterAll(() => story.close());

test("a pull request stands where git says that its branches stand", async () => {
  const { data } = await client.pulls.get({ ...story.repo, pull_number: 1 });

  const merge = await story.git.git("ls-remote", "origin", "refs/pull/1/merge");
  expect([data.head.sha, data.base.sha, data.merge_commit_sha]).toEqual([
    story.shas.change,
    story.shas.main,
    merge.split("\t")[0],
  ]);
  expect([data.commits, data.changed_files, data.additions, data.deletions]).toEqual([1, 3, 2, 2]);
});

test("the head of a fork's pull request lies in the fork", async () => {
  const { data } = await client.pulls.get({ ...story.repo, pull_number: 2 });

  expect([data.head.label, data.head.sha, data.head.repo.full_name, data.head.repo.fork]).toEqual([
    "mona:fix",
    story.shas.fork,
    "mona/model",
    true,
  ]);
});

test("pull requests are found by state, head and base", async () => {
  const byHead = await client.pulls.list({ ...story.repo, head: "mona:fix" });
  const closed = await client.pulls.list({ ...story.repo, state: "closed" });
  const all = await client.pulls.list(story.repo);

  expect(byHead.data.map((pull) => pull.number)).toEqual([2]);
  expect(closed.data).toEqual([]);
  expect(all.data.map((pull) => pull.number)).toEqual([2, 1]);
});

test("the files of a pull request are git's difference from the merge base", async () => {
  const { data } = await client.pulls.listFiles({ ...story.repo, pull_number: 1 });

  expect(data.map((file) => [file.filename, file.status, file.additions, file.deletions])).toEqual([
    ["data/a.csv", "modified", 1, 0],
    ["data/b.csv", "removed", 0, 2],
    ["data/c.csv", "added", 1, 0],
  ]);
  expect(data[0]?.patch).toBe("@@ -1,2 +1,3 @@\n x\n 1\n+3");
});

test("a commit leads to its pull requests, a fork's commit too", async () => {
  const numbers = async (sha: string): Promise<readonly number[]> => {
    const { data } = await client.repos.listPullRequestsAssociatedWithCommit({
      ...story.repo,
      commit_sha: sha,
    });
    return data.map((pull) => pull.number);
  };

  expect(await numbers(story.shas.change)).toEqual([1]);
  expect(await numbers(story.shas.fork)).toEqual([2]);
  expect(await numbers(story.shas.main)).toEqual([]);
});

test("contents are read at a branch, a tag or a commit", async () => {
  const read = async (ref: string): Promise<string> => {
    const { data } = await client.repos.getContent({ ...story.repo, path: "data/a.csv", ref });
    if (Array.isArray(data) || data.type !== "file") throw new Error("not a file");
    return Buffer.from(data.content, "base64").toString();
  };

  expect(await read("main")).toBe("x\n1\n");
  expect(await read("change")).toBe("x\n1\n3\n");
  expect(await read("refs/pull/2/merge")).toBe("x\n9\n");
  expect(await read(story.shas.change)).toBe("x\n1\n3\n");
});

test("a folder is listed, a raw file comes as bytes, a missing one is GitHub's 404", async () => {
  const path = "data/a.csv";
  const folder = await client.repos.getContent({ ...story.repo, path: "data" });
  const raw = await client.repos.getContent({ ...story.repo, path, mediaType: { format: "raw" } });
  const refusal = await refusalOf(client.repos.getContent({ ...story.repo, path: "none" }));

  const names = Array.isArray(folder.data) ? folder.data.map((entry) => entry.path) : [];
  expect(names).toEqual(["data/a.csv", "data/b.csv"]);
  const bytes: unknown = raw.data;
  expect(bytes instanceof ArrayBuffer ? Buffer.from(bytes).toString() : bytes).toBe("x\n1\n");
  expect(refusal.status).toBe(404);
  expect(refusal.message).not.toContain("fake:");
});

test("refs and commits are git's own", async () => {
  const ref = await client.git.getRef({ ...story.repo, ref: "heads/change" });
  const matching = await client.git.listMatchingRefs({ ...story.repo, ref: "pull/" });
  const commit = await client.git.getCommit({ ...story.repo, commit_sha: story.shas.change });
  const missing = await refusalOf(client.git.getRef({ ...story.repo, ref: "heads/none" }));

  expect(ref.data.object).toMatchObject({ type: "commit", sha: story.shas.change });
  expect(matching.data.map((one) => one.ref)).toEqual([
    "refs/pull/1/head",
    "refs/pull/1/merge",
    "refs/pull/2/head",
    "refs/pull/2/merge",
  ]);
  expect(commit.data).toMatchObject({
    message: "Change the data",
    author: { name: "Slipway Fixture", email: "fixture@example.com" },
    parents: [{ sha: story.shas.main }],
  });
  expect(missing.status).toBe(404);
});

test("a comparison counts both directions and lists the commits ahead", async () => {
  const ahead = await client.repos.compareCommitsWithBasehead({
    ...story.repo,
    basehead: "main...change",
  });
  const fork = await client.repos.compareCommitsWithBasehead({
    ...story.repo,
    basehead: "change...mona:fix",
  });

  expect(ahead.data).toMatchObject({ status: "ahead", ahead_by: 1, behind_by: 0 });
  expect(ahead.data.commits.map((commit) => commit.sha)).toEqual([story.shas.change]);
  expect(ahead.data.files).toHaveLength(3);
  expect(fork.data).toMatchObject({ status: "diverged", ahead_by: 1, behind_by: 1 });
});

test("a check run gathers annotations, 50 a request", async () => {
  const annotation = {
    path: "data/a.csv",
    start_line: 2,
    end_line: 2,
    annotation_level: "failure",
    message: "not a number",
  } as const;
  const output = (count: number) => ({
    title: "Data",
    summary: "1 of 2",
    annotations: Array.from({ length: count }, () => annotation),
  });
  const head = { ...story.repo, name: "slipway", head_sha: story.shas.change };

  const refusal = await refusalOf(client.checks.create({ ...head, output: output(51) }));
  const made = await client.checks.create({ ...head, output: output(50) });
  const target = { ...story.repo, check_run_id: made.data.id };
  const done = await client.checks.update({ ...target, conclusion: "failure", output: output(3) });
  const listed = await client.checks.listForRef({ ...story.repo, ref: story.shas.change });
  const annotations = await client.paginate(client.checks.listAnnotations, target);

  expect(refusal.status).toBe(422);
  expect([done.data.status, done.data.conclusion]).toEqual(["completed", "failure"]);
  expect(listed.data.check_runs.map((run) => run.output.annotations_count)).toEqual([53]);
  expect(annotations).toHaveLength(53);
});

test("statuses combine to the worst of the latest of each context", async () => {
  const status = { ...story.repo, sha: story.shas.change, context: "slipway" };
  const ref = { ...story.repo, ref: story.shas.change };

  await client.repos.createCommitStatus({ ...status, state: "failure" });
  const red = await client.repos.getCombinedStatusForRef(ref);
  await client.repos.createCommitStatus({ ...status, state: "success", description: "1 passed" });
  const green = await client.repos.getCombinedStatusForRef(ref);
  const history = await client.repos.listCommitStatusesForRef(ref);
  const long = client.repos.createCommitStatus({
    ...status,
    state: "success",
    description: "x".repeat(141),
  });

  expect([red.data.state, green.data.state]).toEqual(["failure", "success"]);
  expect(history.data.map((one) => one.state)).toEqual(["success", "failure"]);
  expect((await refusalOf(long)).status).toBe(422);
});

test("a fork's workflow run names no pull request and its artifact is a signed address", async () => {
  const { github, shas } = story;
  const run = github.addRun("octo/model", {
    headSha: shas.fork,
    headBranch: "fix",
    event: "pull_request",
    headRepository: "mona/model",
  });
  const bytes = Buffer.from("not really a zip");
  const added = github.addArtifact("octo/model", run.id, { name: "evidence", bytes });

  const read = await client.actions.getWorkflowRun({ ...story.repo, run_id: run.id });
  const listed = await client.actions.listWorkflowRunArtifacts({ ...story.repo, run_id: run.id });
  const zip = await client.actions.downloadArtifact({
    ...story.repo,
    artifact_id: added.id,
    archive_format: "zip",
  });

  expect(read.data.pull_requests).toEqual([]);
  expect([read.data.head_sha, read.data.head_repository.full_name]).toEqual([
    shas.fork,
    "mona/model",
  ]);
  expect(read.data.head_commit?.message).toBe("Fix");
  expect(listed.data.artifacts.map((one) => [one.name, one.digest])).toEqual([
    ["evidence", added.digest],
  ]);
  const content: unknown = zip.data;
  expect(content instanceof ArrayBuffer ? Buffer.from(content) : content).toEqual(bytes);
});
