import { listenOnLoopback, type Exchange, type LoopbackServer } from "@slipway/testkit";
import { afterAll, beforeEach, expect, test, vi } from "vitest";

// What GitHub does rarely, or only in numbers that would take long to make.
type Scripted = { readonly body: unknown; readonly link?: string };

const answers = new Map<string, (query: URLSearchParams) => Scripted>();
const server: LoopbackServer = await listenOnLoopback(({ path, query }: Exchange) => {
  const found = answers.get(path.replace(/^\/repos\/octo\/model/, ""))?.(query);
  const { body, link } = found ?? { body: { message: "Not Found" } };
  const headers = {
    "content-type": "application/json",
    ...(link === undefined ? {} : { link: `<${server.url}${link}>; rel="next"` }),
  };
  const status = found === undefined ? 404 : 200;
  return Promise.resolve({ kind: "answer", status, headers, body: JSON.stringify(body) });
});
vi.stubEnv("GITHUB_API_URL", server.url);
const { connect, githubActivity, githubPeople } = await import("../src/index.ts");
const connection = connect({
  token: "ghs_job",
  repository: "octo/model",
  tell: () => undefined,
  secondMs: 1,
});
const people = githubPeople(connection);

const sha = (letter: string) => letter.repeat(40);
const ann = { login: "ann", id: 1 };
const bob = { login: "bob", id: 2 };
const aPull = {
  number: 1,
  user: ann,
  merged_at: "2026-11-20T10:00:00Z",
  merge_commit_sha: sha("c"),
  head: { sha: sha("a") },
  base: { ref: "main", sha: sha("b"), repo: { id: 9 } },
};
const commitOf = (author: unknown) => ({ sha: sha("c"), author, committer: {}, parents: [] });

beforeEach(() => answers.clear());
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test("an approval of a deleted account is nobody's, and a rejection of one is an error", async () => {
  const environments = [{ name: "production" }];
  const list = (state: string) => [{ state, user: null, comment: "", environments }];
  const ask = () => people.environmentApprovals(7, "production");

  answers.set("/actions/runs/7/approvals", () => ({ body: list("approved") }));
  expect(await ask()).toEqual([]);
  answers.set("/actions/runs/7/approvals", () => ({ body: list("rejected") }));
  await expect(ask()).rejects.toMatchObject({ code: "SW3108" });
});

test.each([
  ["an answer for no environment", { state: "approved", user: ann, environments: [] }],
  ["a state that nobody knows", { state: "waved", user: ann, environments: [{ name: "x" }] }],
  [
    "an account without a number",
    { state: "approved", user: { login: "ann" }, environments: [{ name: "production" }] },
  ],
])("%s among the approvals is an error", async (_name, odd) => {
  answers.set("/actions/runs/7/approvals", () => ({ body: [odd] }));

  await expect(people.environmentApprovals(7, "production")).rejects.toMatchObject({
    code: "SW3108",
  });
});

test("somebody who was asked and has not answered, and a look-alike of the name, are no approval", async () => {
  answers.set("/actions/runs/7/approvals", () => ({
    body: [
      { state: "pending", user: ann, environments: [{ name: "staging-k" }] },
      { state: "approved", user: bob, environments: [{ name: "staging-\u212a" }] },
    ],
  }));

  expect(await people.environmentApprovals(7, "staging-k")).toEqual([]);
});

test("a rule of a kind that is not known is no rule that is known in part", async () => {
  const body = (rules: unknown[]) => ({ name: "production", protection_rules: rules });
  const custom = { id: 1, type: "custom_deployment_rule" };
  const damaged = { id: 2, type: "required_reviewers", reviewers: [{ type: "Robot" }] };

  answers.set("/environments/production", () => ({ body: body([custom]) }));
  expect(await people.environment("production")).toMatchObject({ exists: true, reviewers: [] });
  answers.set("/environments/production", () => ({ body: body([custom, damaged]) }));
  await expect(people.environment("production")).rejects.toMatchObject({ code: "SW3108" });
});

test("the authors of a pull request with more commits than GitHub lists are all found", async () => {
  const listed = Array.from({ length: 250 }, () => commitOf(ann));
  const all = [...listed, commitOf(bob)];
  const pages = (items: unknown[], query: URLSearchParams) =>
    items.slice((Number(query.get("page") ?? 1) - 1) * 100, Number(query.get("page") ?? 1) * 100);
  answers.set(`/commits/${sha("c")}`, () => ({ body: commitOf(null) }));
  answers.set(`/commits/${sha("c")}/pulls`, () => ({ body: [aPull] }));
  answers.set("/pulls/1/commits", (query) => ({
    body: pages(listed, query),
    ...(query.get("page") === "3"
      ? {}
      : { link: `/repos/octo/model/pulls/1/commits?page=${Number(query.get("page") ?? 1) + 1}` }),
  }));
  answers.set(`/compare/${sha("b")}...${sha("a")}`, (query) => ({
    body: { total_commits: all.length, commits: pages(all, query) },
  }));

  expect(await people.authors(sha("c"))).toEqual([ann, bob]);
});

test("a list that has no end is given up", async () => {
  const link = "/repos/octo/model/actions/runs/7/approvals?page=2";
  answers.set("/actions/runs/7/approvals", () => ({ body: [], link }));

  await expect(people.environmentApprovals(7, "production")).rejects.toThrow("does not end");
});

test("whoever rewrote or deleted a branch is told, newest first, over all pages", async () => {
  const at = (timestamp: string, activity_type: string, ref = "refs/heads/slipway") => ({
    id: 1,
    before: sha("a"),
    after: activity_type === "branch_deletion" ? "0".repeat(40) : sha("b"),
    ref,
    timestamp,
    activity_type,
    actor: activity_type === "branch_deletion" ? null : bob,
  });
  answers.set("/activity", (query) => {
    if (query.get("activity_type") === "branch_deletion")
      return { body: [at("2026-11-21T10:00:00Z", "branch_deletion")] };
    if (query.get("after") === "cursor")
      return { body: [at("2026-11-19T10:00:00Z", "force_push")] };
    return {
      body: [
        at("2026-11-22T10:00:00Z", "force_push"),
        at("2026-11-20T10:00:00Z", "force_push", "refs/heads/slipway-old"),
        at("2026-11-20T10:00:00Z", "push"),
      ],
      link: "/repos/octo/model/activity?activity_type=force_push&after=cursor",
    };
  });

  const found = await githubActivity(connection).rewrites("slipway");

  expect(found).toEqual([
    {
      kind: "force_push",
      before: sha("a"),
      after: sha("b"),
      time: "2026-11-22T10:00:00Z",
      actor: "bob",
    },
    {
      kind: "branch_deletion",
      before: sha("a"),
      after: "0".repeat(40),
      time: "2026-11-21T10:00:00Z",
      actor: "",
    },
    {
      kind: "force_push",
      before: sha("a"),
      after: sha("b"),
      time: "2026-11-19T10:00:00Z",
      actor: "bob",
    },
  ]);
});

test("an activity that cannot be read is not a branch that nobody touched", async () => {
  await expect(githubActivity(connection).rewrites("slipway")).rejects.toMatchObject({
    code: "SW3101",
  });
});
