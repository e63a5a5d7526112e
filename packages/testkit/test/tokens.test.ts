import { afterAll, beforeAll, expect, test } from "vitest";

import { createFakeGitHub, type FakeGitHub } from "../src/index.ts";
import { plainClient, refusalOf } from "./clients.ts";

let github: FakeGitHub;
const secret = { owner: "octo", repo: "secret" };
const open = { owner: "octo", repo: "open" };

beforeAll(async () => {
  github = await createFakeGitHub();
  github.addRepository({ fullName: "octo/secret", isPrivate: true });
  github.addRepository({ fullName: "octo/open" });
  for (const name of ["octo/secret", "octo/open"]) {
    github.openPull(name, { title: "One", author: "mona", headRef: "one" });
  }
});

afterAll(() => github.close());

test("a token is bound to its repository: others are unseen, or public and read only", async () => {
  const permissions = { "pull-requests": "write" } as const;
  const token = github.token("bound", { permissions, repository: "octo/model" });
  const client = plainClient(github.url, token.value);

  const unseen = await refusalOf(client.pulls.list(secret));
  const seen = await client.pulls.list(open);
  const written = await refusalOf(
    client.issues.createComment({ ...open, issue_number: 1, body: "Hello" }),
  );

  expect([unseen.status, seen.data.length, written.status]).toEqual([404, 1, 403]);
});

test("a token that the next job takes over has the next job's permissions", async () => {
  const token = github.token("run", { permissions: {} });
  const client = plainClient(github.url, token.value);
  const comment = { ...open, issue_number: 1, body: "Hello" };

  const before = await refusalOf(client.issues.createComment(comment));
  github.grant("run", { "pull-requests": "write" });
  const after = await client.issues.createComment(comment);

  expect([before.status, after.status]).toEqual([403, 201]);
});

test("a fork's token cannot be granted more than reading", async () => {
  const token = github.token("fork", { kind: "fork", permissions: {} });
  github.grant("fork", { "pull-requests": "write" });
  const client = plainClient(github.url, token.value);

  const listed = await client.issues.listComments({ ...open, issue_number: 1 });
  const refusal = await refusalOf(
    client.issues.createComment({ ...open, issue_number: 1, body: "Hello" }),
  );

  expect([listed.status, refusal.status]).toEqual([200, 403]);
});

test("the refusal names the permissions that would do, as GitHub's header does", async () => {
  const token = github.token("none", { permissions: {} });

  const response = await fetch(`${github.url}/repos/octo/open/issues/1/comments`, {
    headers: { authorization: `Bearer ${token.value}`, "x-github-api-version": "2022-11-28" },
  });

  expect(response.headers.get("x-accepted-github-permissions")).toBe(
    "issues=read; pull_requests=read",
  );
  expect(await response.json()).toEqual({
    message: "Resource not accessible by integration",
    documentation_url: "https://docs.github.com/rest",
    status: "403",
  });
});

test("who the caller is, only a person's token can ask", async () => {
  const person = github.token("mona's", { kind: "user", login: "mona" });
  const job = github.token("job", { permissions: {} });

  const user = await plainClient(github.url, person.value).users.getAuthenticated();
  const refusal = await refusalOf(plainClient(github.url, job.value).users.getAuthenticated());

  expect([user.data.login, refusal.status]).toEqual(["mona", 403]);
});

test("pages for people are served beside the API, without a token", async () => {
  const address = github.servePage("/octo/open/pulls.html", {
    contentType: "text/html; charset=utf-8",
    body: "<h1>Pull requests</h1>",
  });

  const response = await fetch(address);

  expect([response.status, await response.text()]).toEqual([200, "<h1>Pull requests</h1>"]);
});
