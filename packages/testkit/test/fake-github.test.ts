import { afterEach, beforeEach, expect, test } from "vitest";

import { createFakeGitHub, type FakeGitHub } from "../src/index.ts";
import { patientClient, plainClient, refusalOf } from "./clients.ts";

type Story = { readonly github: FakeGitHub; readonly repo: { owner: string; repo: string } };

let story: Story;
let time = new Date("2026-11-21T12:00:00Z");

beforeEach(async () => {
  time = new Date("2026-11-21T12:00:00Z");
  const github = await createFakeGitHub({ now: () => time });
  github.addRepository({ fullName: "octo/model" });
  github.openPull("octo/model", { title: "Change", author: "hubot", headRef: "change" });
  github.openPull("octo/model", { title: "Fix", author: "mona", headRef: "fix" });
  story = { github, repo: { owner: "octo", repo: "model" } };
});

afterEach(() => story.github.close());

const writing = { permissions: { "pull-requests": "write", contents: "read" } } as const;

test("a workflow's token comments as the Actions bot, and its permission is logged", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);

  const { data } = await client.issues.createComment({ ...repo, issue_number: 1, body: "Hello" });

  expect(data.user?.login).toBe("github-actions[bot]");
  expect(data.user?.id).toBe(41898282);
  expect(data.performed_via_github_app?.slug).toBe("github-actions");
  const entry = github.log.writes()[0];
  expect([entry?.method, entry?.status, entry?.token, entry?.permission]).toEqual([
    "POST",
    201,
    "job",
    "pull-requests: write",
  ]);
  expect(github.log.violations).toEqual([]);
});

test("a person's token comments under the person's login, without an app", async () => {
  const { github, repo } = story;
  const token = github.token("mona's", { kind: "user", login: "mona" });
  const client = plainClient(github.url, token.value);

  const { data } = await client.issues.createComment({ ...repo, issue_number: 1, body: "Hi" });

  expect([data.user?.login, data.user?.type, data.performed_via_github_app]).toEqual([
    "mona",
    "User",
    null,
  ]);
});

test("a fork's token reads but never writes, whatever the workflow asks for", async () => {
  const { github, repo } = story;
  const token = github.token("fork", { ...writing, kind: "fork" });
  const client = plainClient(github.url, token.value);

  const comments = await client.issues.listComments({ ...repo, issue_number: 2 });
  const refusal = await refusalOf(
    client.issues.createComment({ ...repo, issue_number: 2, body: "Hello" }),
  );

  expect(comments.data).toEqual([]);
  expect(refusal.status).toBe(403);
  expect(refusal.message).toContain("Resource not accessible by integration");
});

test("naming one permission takes the others away, for reading too", async () => {
  const { github, repo } = story;
  const token = github.token("narrow", { permissions: { contents: "read" } });
  const client = plainClient(github.url, token.value);

  const refusal = await refusalOf(client.pulls.list(repo));

  expect(refusal.status).toBe(403);
  expect(github.state.repositories.get("octo/model")?.comments).toEqual([]);
});

test("an unknown token is refused with 401", async () => {
  const client = plainClient(story.github.url, "ghs_unknown");

  const refusal = await refusalOf(client.repos.get(story.repo));

  expect(refusal.status).toBe(401);
  expect(refusal.message).toContain("Bad credentials");
});

test("lists are paged by 30, by at most 100, and linked", async () => {
  const { github, repo } = story;
  for (let index = 0; index < 250; index += 1) {
    github.addComment("octo/model", 1, { body: `Comment ${index}`, author: "mona" });
  }
  const client = plainClient(github.url, github.token("job", writing).value);

  const byDefault = await client.issues.listComments({ ...repo, issue_number: 1 });
  const greedy = await client.issues.listComments({ ...repo, issue_number: 1, per_page: 500 });
  const all = await client.paginate(client.issues.listComments, { ...repo, issue_number: 1 });

  expect(byDefault.data).toHaveLength(30);
  expect(greedy.data).toHaveLength(100);
  expect(greedy.headers.link).toContain('page=2>; rel="next"');
  expect(greedy.headers.link).toContain('page=3>; rel="last"');
  expect(all.map((comment) => comment.body)).toEqual(
    Array.from({ length: 250 }, (_, index) => `Comment ${index}`),
  );
});

test("a comment over 65,536 characters is a 422, at the limit it is taken", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);

  const refusal = await refusalOf(
    client.issues.createComment({ ...repo, issue_number: 1, body: "x".repeat(65_537) }),
  );
  const fitting = await client.issues.createComment({
    ...repo,
    issue_number: 1,
    body: "x".repeat(65_536),
  });

  expect(refusal.status).toBe(422);
  expect(refusal.message).toContain("body is too long (maximum is 65536 characters)");
  expect(fitting.status).toBe(201);
});

test("comments are updated and deleted by id", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);
  const made = await client.issues.createComment({ ...repo, issue_number: 1, body: "Old" });
  const target = { ...repo, comment_id: made.data.id };
  time = new Date("2026-11-21T12:05:00Z");

  const updated = await client.issues.updateComment({ ...target, body: "New" });
  const read = await client.issues.getComment(target);
  await client.issues.deleteComment(target);
  const refusal = await refusalOf(client.issues.getComment(target));

  expect([updated.data.body, updated.data.updated_at]).toEqual(["New", "2026-11-21T12:05:00Z"]);
  expect(read.data.body).toBe("New");
  expect(refusal).toMatchObject({ status: 404 });
});

test("a request without an API version is answered and recorded as a violation", async () => {
  const { github } = story;
  const token = github.token("job", writing);

  const response = await fetch(`${github.url}/repos/octo/model`, {
    headers: { authorization: `Bearer ${token.value}` },
  });

  expect(response.status).toBe(200);
  expect(github.log.violations).toEqual([
    { requestId: 1, message: "GET /repos/octo/model names no X-GitHub-Api-Version" },
  ]);
});

test("an endpoint that the fake lacks is a 501 that names it, a path that GitHub lacks a 404", async () => {
  const client = plainClient(story.github.url, story.github.token("job", writing).value);

  const lacking = await refusalOf(client.repos.listReleases(story.repo));
  const unknown = await refusalOf(client.request("GET /nothing/here"));

  expect(lacking.status).toBe(501);
  expect(lacking.message).toContain("fake: no handler for GET /repos/octo/model/releases");
  expect(unknown.status).toBe(404);
  expect(unknown.message).toContain("fake: no such path: /nothing/here");
});

test("the same ETag brings a 304 that costs nothing", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);
  const first = await client.pulls.get({ ...repo, pull_number: 1 });
  const etag = first.headers.etag ?? "";

  const again = await refusalOf(
    client.pulls.get({ ...repo, pull_number: 1, headers: { "if-none-match": etag } }),
  );
  const limit = await client.rateLimit.get();

  expect(again.status).toBe(304);
  expect(limit.data.resources.core).toMatchObject({ limit: 1000, remaining: 999, used: 1 });
});

test("a spent primary limit is refused with its reset, and over after it", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);
  github.limits.exhaust("job", { resetInSeconds: 60, status: 429 });

  const refusal = await refusalOf(client.repos.get(repo));
  time = new Date("2026-11-21T12:01:01Z");
  const later = await client.repos.get(repo);

  expect(refusal.status).toBe(429);
  expect(refusal.message).toContain("API rate limit exceeded");
  expect(later.headers["x-ratelimit-remaining"]).toBe("999");
});

test("the 81st new comment within a minute meets the secondary limit", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);
  const comment = { ...repo, issue_number: 1, body: "More" };
  for (let index = 0; index < 80; index += 1) await client.issues.createComment(comment);

  const refusal = await refusalOf(client.issues.createComment(comment));

  expect(refusal.status).toBe(403);
  expect(refusal.message).toContain("secondary rate limit");
});

test("the real client waits out a secondary limit and a 502, as its plug-ins promise", async () => {
  const { github, repo } = story;
  const client = patientClient(github.url, github.token("job", writing).value);
  github.faults.plan({ fault: { kind: "secondary-limit", retryAfterSeconds: 2 } });
  github.faults.plan({ times: 2, fault: { kind: "status", status: 502 } });

  const answer = await client.pulls.get({ ...repo, pull_number: 1 });

  expect(answer.data.number).toBe(1);
  expect(github.log.entries.map((entry) => entry.status)).toEqual([403, 502, 502, 200]);
  expect(github.faults.pending()).toBe(0);
});

test("a create whose answer is lost has happened, and a blind retry doubles it", async () => {
  const { github, repo } = story;
  const client = patientClient(github.url, github.token("job", writing).value);
  const fault = { kind: "status", status: 500, afterEffect: true } as const;
  github.faults.plan({
    method: "POST",
    path: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
    fault,
  });

  await client.issues.createComment({ ...repo, issue_number: 1, body: "Once" });

  const bodies = github.state.repositories.get("octo/model")?.comments.map((one) => one.body);
  expect(bodies).toEqual(["Once", "Once"]);
});

test("a connection can be reset before the effect", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);
  github.faults.plan({ path: /comments$/, fault: { kind: "reset" } });

  const request = client.issues.createComment({ ...repo, issue_number: 1, body: "Lost" });

  await expect(request).rejects.toThrow();
  expect(github.state.repositories.get("octo/model")?.comments).toEqual([]);
  expect(github.log.entries[0]?.status).toBe(0);
});

test("a stale read does not show the last write", async () => {
  const { github, repo } = story;
  const client = plainClient(github.url, github.token("job", writing).value);
  const list = async (): Promise<readonly (string | undefined)[]> => {
    const { data } = await client.issues.listComments({ ...repo, issue_number: 1 });
    return data.map((comment) => comment.body);
  };
  await client.issues.createComment({ ...repo, issue_number: 1, body: "Fresh" });
  github.faults.plan({ method: "GET", fault: { kind: "stale" } });

  const stale = await list();
  const fresh = await list();

  expect(stale).toEqual([]);
  expect(fresh).toEqual(["Fresh"]);
});
