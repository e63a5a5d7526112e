import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { isolatedGitEnv, runKilledAt, type KillPoint, type ScriptEnd } from "../src/index.ts";
import { createStory, type Story } from "./story.ts";

let story: Story;
let folder: string;

beforeEach(async () => {
  story = await createStory();
  folder = await mkdtemp(join(tmpdir(), "slipway-kill-"));
});

afterEach(async () => {
  await story.close();
  await rm(folder, { recursive: true });
});

async function run(script: string, point: KillPoint): Promise<ScriptEnd> {
  const { github } = story;
  const token = github.token("job", { permissions: { "pull-requests": "write" } });
  const path = join(folder, "main.mjs");
  await writeFile(path, script);
  const env = { ...isolatedGitEnv, URL: github.url, TOKEN: token.value };
  const call = { script: path, directory: story.git.work, env, timeoutMs: 30_000 };
  return runKilledAt(call, point, github);
}

const threeComments = `
  const headers = { authorization: "Bearer " + process.env.TOKEN, "x-github-api-version": "2022-11-28" };
  for (const body of ["one", "two", "three"]) {
    const url = process.env.URL + "/repos/octo/model/issues/1/comments";
    await fetch(url, { method: "POST", headers, body: JSON.stringify({ body }) });
    console.log(body);
  }
`;

function comments(): readonly string[] {
  const repository = story.github.state.repositories.get("octo/model");
  return repository?.comments.map((comment) => comment.body) ?? [];
}

const twoPushes = `
  import { execFileSync } from "node:child_process";
  for (const name of ["one", "two"]) {
    execFileSync("git", ["-c", "core.quotepath=off", "push", "-q", "origin", "HEAD:refs/heads/" + name]);
    console.log(name);
  }
`;

async function pushed(): Promise<readonly string[]> {
  const text = await story.git.git("ls-remote", "--heads", "origin", "one", "two");
  return text.split("\n").flatMap((line) => line.split("refs/heads/")[1] ?? []);
}

test("a script dies before its second request is handled", async () => {
  const end = await run(threeComments, {
    kind: "request",
    method: "POST",
    path: /comments$/,
    nth: 2,
    moment: "before",
  });

  expect([end.wasKilled, end.stdout, comments()]).toEqual([true, "one\n", ["one"]]);
});

test("a script dies after its second request was handled, and never sees the answer", async () => {
  const path = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
  const end = await run(threeComments, { kind: "request", path, nth: 2, moment: "after" });

  expect([end.wasKilled, end.stdout, comments()]).toEqual([true, "one\n", ["one", "two"]]);
});

test("a point that is never reached harms neither this script nor the next", async () => {
  const end = await run(threeComments, { kind: "request", nth: 4, moment: "before" });

  expect([end.wasKilled, end.exitCode, story.github.faults.pending()]).toEqual([false, 0, 0]);
});

test("a script dies where its second push starts", async () => {
  const end = await run(twoPushes, { kind: "push", nth: 2, moment: "before" });

  expect([end.wasKilled, end.stdout, await pushed()]).toEqual([true, "one\n", ["one"]]);
});

test("a script dies where its second push has ended", async () => {
  const end = await run(twoPushes, { kind: "push", nth: 2, moment: "after" });

  expect([end.wasKilled, end.stdout, await pushed()]).toEqual([true, "one\n", ["one", "two"]]);
});
