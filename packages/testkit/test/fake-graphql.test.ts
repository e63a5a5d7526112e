import { afterEach, beforeEach, expect, test } from "vitest";

import { plainClient } from "./clients.ts";
import { createStory, type Story } from "./story.ts";

let story: Story;
let job: string;

beforeEach(async () => {
  story = await createStory();
  job = story.github.token("job", { permissions: { contents: "write" } }).value;
});

afterEach(() => story.close());

const document = `
  # The last line of a document may be a comment.
  mutation Append($input: CreateCommitOnBranchInput!) {
    made: createCommitOnBranch(input: $input) { clientMutationId, commit { oid url __typename } }
  }`;

async function ask(query: string, variables: object = {}, token = job): Promise<unknown> {
  const response = await fetch(`${story.github.url}/graphql`, {
    method: "POST",
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

type Change = {
  readonly branch?: object;
  readonly expectedHeadOid?: string;
  readonly fileChanges?: object;
};

function append(change: Change = {}): Promise<unknown> {
  const input = {
    branch: { repositoryNameWithOwner: "octo/model", branchName: "main" },
    expectedHeadOid: story.shas.main,
    message: { headline: "Record", body: "Why it is so" },
    fileChanges: {
      additions: [{ path: "log/1.json", contents: Buffer.from("{}\n").toString("base64") }],
      deletions: [{ path: "data/b.csv" }],
    },
    ...change,
  };
  return ask(document, { input });
}

async function head(branch = "main"): Promise<string> {
  const text = await story.git.git("ls-remote", "origin", `refs/heads/${branch}`);
  return text.split("\t")[0] ?? "";
}

function refused(type: string, message: unknown, extensions?: object): unknown {
  const more = extensions === undefined ? {} : { extensions };
  const error = { type, path: ["made"], ...more, locations: [{ line: 4, column: 5 }], message };
  return { data: { made: null }, errors: [error] };
}

test("who the caller is, an app's token can ask too, and asking is no write", async () => {
  const person = story.github.token("mona's", { kind: "user", login: "mona" });

  const own = await ask("query { viewer { login databaseId } }");
  const hers = await ask("{ viewer { login } }", {}, person.value);

  expect(own).toEqual({
    data: { viewer: { login: "github-actions[bot]", databaseId: 41_898_282 } },
  });
  expect(hers).toEqual({ data: { viewer: { login: "mona" } } });
  expect([story.github.log.writes(), story.github.log.violations]).toEqual([[], []]);
});

test("the real client asks the same address", async () => {
  const client = plainClient(story.github.url, job);

  expect(await client.graphql("query { viewer { login } }")).toEqual({
    viewer: { login: "github-actions[bot]" },
  });
});

test("a commit is put on a branch: files, message, people, and GitHub's signature", async () => {
  const client = plainClient(story.github.url, job);

  const answer = await append();

  const oid = await head();
  const url = `https://github.com/octo/model/commit/${oid}`;
  const commit = { oid, url, __typename: "Commit" };
  expect(answer).toEqual({ data: { made: { clientMutationId: null, commit } } });
  const { data } = await client.git.getCommit({ ...story.repo, commit_sha: oid });
  expect(data).toMatchObject({
    message: "Record\n\nWhy it is so",
    parents: [{ sha: story.shas.main }],
    author: {
      name: "github-actions[bot]",
      email: "41898282+github-actions[bot]@users.noreply.github.com",
    },
    committer: { name: "GitHub", email: "noreply@github.com" },
    verification: { verified: true, reason: "valid" },
  });
  await story.git.git("fetch", "-q", "origin", "main");
  expect(await story.git.git("ls-tree", "-r", "--name-only", oid)).toBe(
    "data/a.csv\nlog/1.json\nslipway.yaml",
  );
  expect(await story.git.git("show", `${oid}:log/1.json`)).toBe("{}");
  const writes = story.github.log.writes().map((one) => [one.method, one.path, one.status]);
  expect(writes).toEqual([["POST", "/graphql", 200]]);
});

test("a commit that was pushed is not signed by GitHub", async () => {
  const client = plainClient(story.github.url, job);

  const { data } = await client.git.getCommit({ ...story.repo, commit_sha: story.shas.main });

  expect(data.verification).toMatchObject({ verified: false, reason: "unsigned" });
});

test("such a commit is a push of its caller, beside pushes of others", async () => {
  const { git, github, repo, shas } = story;
  await append();
  const first = await head();
  await github.pushAs("octo/model", "mallory");
  await git.git("push", "-q", "-f", "origin", `${shas.main}:refs/heads/main`);
  await append();

  const client = plainClient(github.url, job);
  const { data } = await client.repos.listActivities({ ...repo, ref: "main" });

  expect(data.map((one) => [one.activity_type, one.before, one.after, one.actor?.login])).toEqual([
    ["push", shas.main, await head(), "github-actions[bot]"],
    ["force_push", first, shas.main, "mallory"],
    ["push", shas.main, first, "github-actions[bot]"],
  ]);
});

test("where the branch is elsewhere the answer is a 200 with STALE_DATA, and nothing moves", async () => {
  const { main, change } = story.shas;

  const answer = await append({ expectedHeadOid: change });

  const message = `Expected branch to point to "${change}" but it did not.  Pull and try again.`;
  expect(answer).toEqual(refused("STALE_DATA", message));
  expect(await head()).toBe(main);
});

test("of writers that expect the same head, one wins", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => append()));

  const texts = answers.map((answer) => JSON.stringify(answer));
  const counts = ['"made":{', '"STALE_DATA"'].map((part) => {
    return texts.filter((text) => text.includes(part)).length;
  });
  expect(counts).toEqual([1, 7]);
  await story.git.git("fetch", "-q", "origin", "main");
  expect(await story.git.git("rev-list", "--count", `${story.shas.main}..FETCH_HEAD`)).toBe("1");
});

test("a commit whose answer is lost has happened, and asking again looks like a lost race", async () => {
  const fault = { kind: "reset", afterEffect: true } as const;
  story.github.faults.plan({ method: "POST", path: "/graphql", fault });

  await expect(append()).rejects.toThrow();
  const moved = await head();

  expect(moved).not.toBe(story.shas.main);
  expect(JSON.stringify(await append())).toContain("STALE_DATA");
  expect(await head()).toBe(moved);
});

test("a commit that does not exist is not found, and neither is a branch or a repository", async () => {
  const none = "0123456789".repeat(4);
  const branch = { repositoryNameWithOwner: "octo/model", branchName: "none" };
  const repository = { repositoryNameWithOwner: "octo/none", branchName: "main" };
  const message: unknown = expect.any(String);

  expect(await append({ expectedHeadOid: none })).toEqual(
    refused("NOT_FOUND", `No commit exists with specified expectedHeadOid '${none}'.`),
  );
  expect(await append({ branch })).toEqual(refused("NOT_FOUND", message));
  expect(await append({ branch: repository })).toEqual(
    refused("NOT_FOUND", "Could not resolve to a Repository with the name 'octo/none'."),
  );
});

test("a branch may be named in full or by its node id, a tag by neither", async () => {
  const { git, repo, shas } = story;
  await git.git("push", "-q", "origin", `${shas.main}:refs/tags/v1`);
  const client = plainClient(story.github.url, job);
  const idOf = async (ref: string): Promise<string> => {
    return (await client.git.getRef({ ...repo, ref })).data.node_id;
  };
  const inFull = { repositoryNameWithOwner: "octo/model", branchName: "refs/heads/main" };
  const tag = { repositoryNameWithOwner: "octo/model", branchName: "refs/tags/v1" };

  const made = await append({ branch: inFull });
  const byId = await append({
    branch: { id: await idOf("heads/main") },
    expectedHeadOid: await head(),
    fileChanges: {},
  });

  expect([made, byId].map((one) => JSON.stringify(one).includes('"oid"'))).toEqual([true, true]);
  for (const branch of [tag, { id: await idOf("tags/v1") }]) {
    expect(await append({ branch })).toMatchObject({ data: { made: null } });
  }
  expect(await git.git("ls-remote", "origin", "refs/tags/v1")).toContain(shas.main);
});

test("without `contents: write`, or without the right to write, it is FORBIDDEN in a 200", async () => {
  const saml = { saml_failure: false };
  const integration = "Resource not accessible by integration";
  story.github.setAccess("octo/model", "mona", "read");
  const person = story.github.token("mona's", { kind: "user", login: "mona" });
  const branch = { repositoryNameWithOwner: "octo/model", branchName: "main" };
  const input = { branch, expectedHeadOid: story.shas.main, message: { headline: "Hers" } };

  story.github.grant("job", { contents: "read" });
  const own = await append();
  const hers = await ask(document, { input }, person.value);

  expect(own).toEqual(refused("FORBIDDEN", integration, saml));
  const message = "mona does not have the correct permissions to execute `CreateCommitOnBranch`";
  expect(hers).toEqual(refused("FORBIDDEN", message, saml));
  expect(await head()).toBe(story.shas.main);
});

test("a deletion of what is not there, a path twice, and a path that leads out are refused", async () => {
  const addition = (path: string) => ({ path, contents: "" });
  const changes = [
    { deletions: [{ path: "none" }] },
    { deletions: [{ path: "data" }] },
    { additions: [addition("a"), addition("a")] },
    { additions: [addition("../a")] },
    { additions: [addition("/a")] },
    { additions: [addition(".git/config")] },
  ];
  for (const fileChanges of changes) {
    expect(await append({ fileChanges })).toMatchObject({ data: { made: null } });
  }

  expect(await head()).toBe(story.shas.main);
});

test("an input that does not fit its type never reaches the branch", async () => {
  const additions = [{ path: "a", contents: "no base64" }];
  const faulty = await append({ fileChanges: { additions } });
  const headless = await ask(document, { input: { branch: {}, message: { headline: "x" } } });

  const said = JSON.stringify([faulty, headless]);
  expect(said).toContain("provided invalid value for fileChanges.additions.0.contents");
  expect(said).toContain("for expectedHeadOid (Expected value to not be null)");
  expect(faulty).not.toHaveProperty("data");
  expect(await head()).toBe(story.shas.main);
});

test("literals may stand where variables could", async () => {
  const made = await ask(
    `mutation($oid: GitObjectID!, $headline: String = "By default") {
    createCommitOnBranch(input: {
      branch: { repositoryNameWithOwner: "octo/model", branchName: "main" }
      expectedHeadOid: $oid, message: { headline: $headline }
      fileChanges: { additions: [{ path: "\\u0061", contents: "YQ==" }] }
    }) { commit { oid } }
  }`,
    { oid: story.shas.main },
  );

  const oid = await head();
  await story.git.git("fetch", "-q", "origin", "main");
  expect(made).toEqual({ data: { createCommitOnBranch: { commit: { oid } } } });
  expect(await story.git.git("log", "-1", "--format=%s", oid)).toBe("By default");
  expect(await story.git.git("show", `${oid}:a`)).toBe("a");
});

test("what the schema lacks is an error without data, as GitHub words it", async () => {
  const unknown = await ask("query { nothing }");
  const bare = await ask("query { viewer }");
  const broken = await ask("query { viewer { login }");

  expect(unknown).toEqual({
    errors: [
      {
        path: ["query", "nothing"],
        extensions: { code: "undefinedField", typeName: "Query", fieldName: "nothing" },
        locations: [{ line: 1, column: 9 }],
        message:
          "Field 'nothing' doesn't exist on type 'Query' (fake: it knows a part of the schema)",
      },
    ],
  });
  expect(JSON.stringify(bare)).toContain("must have selections");
  expect(broken).toEqual({
    errors: [
      {
        message: "Parse error on end of file at [1, 25]",
        locations: [{ line: 1, column: 25 }],
      },
    ],
  });
});
