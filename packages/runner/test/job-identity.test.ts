import { listenOnLoopback, type Exchange, type Reply } from "@slipway/testkit";
import { expect, onTestFinished, test } from "vitest";
import { jobIdentity } from "../src/index.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const bearer = "runner-secret";

const claims = {
  iss: "https://token.actions.githubusercontent.com",
  aud: "slipway",
  exp: now / 1000 + 300,
  nbf: now / 1000 - 10,
  environment: "production",
  repository: "octo/model",
  run_id: "4711",
  run_attempt: "2",
  sha: "a".repeat(40),
};

test("a job learns from its OIDC token which environment, run and commit it has", async () => {
  const job = await aJob(answering(tokenOf(claims)));

  expect(await job.identity()).toEqual({
    environment: "production",
    repository: "octo/model",
    runId: 4711,
    runAttempt: 2,
    sha: "a".repeat(40),
  });
  expect(job.asked).toEqual([
    { path: "/token", audience: "slipway", version: "2.0", authorization: `Bearer ${bearer}` },
  ]);
  expect(job.notices).toEqual([]);
});

test("a job that names no environment has none in its identity", async () => {
  const job = await aJob(answering(tokenOf({ ...claims, environment: undefined })));

  expect(await job.identity()).toMatchObject({ environment: undefined, runId: 4711 });
});

test("a job without `id-token: write` asks nobody and tells nothing", async () => {
  const notices: string[] = [];

  const identity = await jobIdentity({}, { notice: (message) => notices.push(message) });

  expect([identity, notices]).toEqual([undefined, []]);
});

test.each([
  ["an expired token", { exp: now / 1000 - 61 }, "the OIDC token has expired"],
  ["one of tomorrow", { nbf: now / 1000 + 3600 }, "not valid yet"],
  ["one for somebody else", { aud: "sigstore" }, 'has an odd "aud"'],
  ["one of another issuer", { iss: "https://token.evil.example" }, "of another issuer"],
  [
    "one whose issuer only looks like it",
    { iss: "https://token.actions.githubusercontent.com.evil.example" },
    "of another issuer",
  ],
  ["one without TLS", { iss: "http://token.actions.githubusercontent.com" }, "another issuer"],
  ["one without a run", { run_id: "" }, 'has an odd "run_id"'],
  ["one of half a commit", { sha: "abc" }, 'has an odd "sha"'],
])("%s gives no identity, and the reason", async (_name, change, reason) => {
  const job = await aJob(answering(tokenOf({ ...claims, ...change })));

  expect(await job.identity()).toBeUndefined();
  expect(job.notices).toEqual([expect.stringContaining(reason)]);
});

test.each([
  ["no token", answering("what is this"), "the OIDC token cannot be read"],
  ["a refusal", { status: 403, body: "{}" }, "answered 403"],
  ["no JSON", { status: 200, body: "<html>" }, "did not answer"],
  ["an answer that quotes the request", { status: 400, body: bearer }, "answered 400"],
  ["a redirect to another place", { status: 302, body: "", location: "/x" }, "did not answer"],
])("%s of the service gives no identity, and names no secret", async (_name, reply, reason) => {
  const job = await aJob(reply);

  expect(await job.identity()).toBeUndefined();
  expect(job.notices).toEqual([expect.stringContaining(reason)]);
  expect(job.notices.join()).not.toContain(bearer);
});

test("a service that fails for a moment is asked again, three times in all", async () => {
  const job = await aJob({ status: 503, body: "" });

  expect(await job.identity()).toBeUndefined();
  expect(job.asked).toHaveLength(3);
  expect(job.notices).toEqual([
    "the identity of this job is not known: the service for OIDC tokens answered 503",
  ]);
});

test.each([
  ["a server of one's own", "https://git.acme.example", "https://git.acme.example/_services/token"],
  ["a tenant of ghe.com", "https://acme.ghe.com", "https://token.actions.acme.ghe.com"],
])("the issuer of %s is one of its hosts", async (_name, server, iss) => {
  const job = await aJob(answering(tokenOf({ ...claims, iss })), server);

  expect(await job.identity()).toMatchObject({ environment: "production" });
});

type Scripted = { readonly status: number; readonly body: string; readonly location?: string };

function answering(value: string): Scripted {
  return { status: 200, body: JSON.stringify({ value }) };
}

function tokenOf(payload: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(payload)}.c2lnbmF0dXJl`;
}

async function aJob({ status, body, location }: Scripted, server = "https://github.com") {
  const asked: object[] = [];
  const notices: string[] = [];
  const answer = ({ path, query, headers }: Exchange): Promise<Reply> => {
    asked.push({
      path,
      audience: query.get("audience"),
      version: query.get("api-version"),
      authorization: headers["authorization"],
    });
    const more = location === undefined ? {} : { headers: { location } };
    return Promise.resolve({ kind: "answer", status, body, ...more });
  };
  const service = await listenOnLoopback(answer);
  onTestFinished(() => service.close());
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${service.url}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    GITHUB_SERVER_URL: server,
  };
  const notice = (message: string): void => void notices.push(message);
  return { asked, notices, identity: () => jobIdentity(env, { notice, nowMs: () => now }) };
}
