import { createPublicKey, verify } from "node:crypto";

import { afterEach, beforeEach, expect, test } from "vitest";

import { createFakeGitHub, type FakeGitHub, type IdentityJob } from "../src/index.ts";

let github: FakeGitHub;
let job: IdentityJob;
const now = new Date("2026-11-21T12:00:00Z");

beforeEach(async () => {
  github = await createFakeGitHub({ now: () => now });
  github.addRepository({ fullName: "octo/model", isPrivate: true });
  github.protectEnvironment("octo/model", "production");
  job = {
    repository: "octo/model",
    runId: 77,
    runAttempt: 2,
    runNumber: 5,
    sha: "a".repeat(40),
    ref: "refs/heads/main",
    headRef: "",
    baseRef: "",
    actor: "mona",
    eventName: "workflow_dispatch",
    workflow: "promote",
  };
});

afterEach(() => github.close());

async function get(url: string, bearer = ""): Promise<{ status: number; body: object }> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${bearer}` } });
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null) throw new Error("no object");
  return { status: response.status, body };
}

function claimsOf(body: object): unknown {
  if (!("value" in body) || typeof body.value !== "string") throw new Error("no token");
  return JSON.parse(Buffer.from(body.value.split(".")[1] ?? "", "base64url").toString());
}

test("a job behind an environment gets a token that names it, its run and its attempt", async () => {
  const { url, token } = github.identity({ ...job, environment: "Production" });

  const answer = await get(`${url}&audience=slipway`, token);

  expect(claimsOf(answer.body)).toMatchObject({
    iss: `${github.url}/_services/token`,
    aud: "slipway",
    sub: "repo:octo/model:environment:production",
    environment: "production",
    repository: "octo/model",
    repository_visibility: "private",
    run_id: "77",
    run_attempt: "2",
    sha: "a".repeat(40),
    job_workflow_ref: "octo/model/.github/workflows/promote.yml@refs/heads/main",
    exp: now.getTime() / 1000 + 300,
  });
});

test("a job that names no environment has no such claim", async () => {
  const { url, token } = github.identity(job);

  const claims = claimsOf((await get(url, token)).body);

  expect(claims).toMatchObject({
    sub: "repo:octo/model:ref:refs/heads/main",
    aud: "https://github.com/octo",
  });
  expect(claims).not.toHaveProperty("environment");
});

test("the token is signed by the key that the provider publishes", async () => {
  const { url, token } = github.identity(job);
  const { body } = await get(url, token);
  const keys = await get(`${github.url}/_services/token/.well-known/jwks`);
  const jwt = "value" in body ? String(body.value) : "";
  const [head = "", claims = "", signature = ""] = jwt.split(".");
  const list: unknown = "keys" in keys.body ? keys.body.keys : [];
  const jwk: unknown = Array.isArray(list) ? list[0] : undefined;
  if (typeof jwk !== "object" || jwk === null) throw new Error("no key");

  const key = createPublicKey({ key: { ...jwk }, format: "jwk" });
  const check = (text: string): boolean => {
    return verify("sha256", Buffer.from(text), key, Buffer.from(signature, "base64url"));
  };

  expect([check(`${head}.${claims}`), check(`${head}.${claims}A`)]).toEqual([true, false]);
});

test("without the job's own bearer there is no token", async () => {
  const first = github.identity(job);
  const second = github.identity(job);

  const answer = await get(first.url, second.token);

  expect(answer).toEqual({ status: 401, body: { message: "Unauthorized" } });
});
