import { aDataCheck, aValidation } from "../../packages/report/test/builders.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { comment, createScene, repository, type Scene } from "./scene.ts";

const evidence = [aValidation({ checks: [aDataCheck({ outcome: "fail", failed: 3 })] })];
const list = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
const one = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
const writer = { contents: "read", "pull-requests": "write" } as const;

let scene: Scene;
let token: string;
let names = 0;

beforeAll(async () => {
  scene = await createScene();
});

beforeEach(() => {
  names += 1;
  token = scene.github.token(`job${names}`, { permissions: writer }).value;
});

afterEach(() => {
  expect(scene.github.faults.pending()).toBe(0);
  scene.github.state.repositories.get(repository)?.comments.splice(0);
  scene.github.log.clear();
});

afterAll(() => scene.close());

/** The failure beside a verdict that stands: shown in full, judged `fail` by its own output. */
async function failureOf(step: Partial<Parameters<typeof comment>[1]> = {}) {
  const shown = await comment(scene, { token, evidence, ...step });
  const { failure, fate, rendered } = shown;
  expect([fate.kind, rendered.outcome, rendered.outputs["comment"]]).toEqual([
    "none",
    "fail",
    "none",
  ]);
  expect(rendered.summary).toMatch(/^### 🔴 Blocked/);
  expect(rendered.outputs["report-path"]).toBe("report.html");
  return { code: failure?.code, message: failure?.message, remedy: failure?.remedy, shown };
}

function posted(): readonly string[] {
  return scene.github.log.entries.map(({ method, status }) => `${method} ${status}`);
}

test("a token that is not accepted is said so, and no token at all", async () => {
  expect(await failureOf({ token: "ghs_unknown" })).toMatchObject({ code: "SW3103" });
  expect(await failureOf({ token: undefined })).toMatchObject({ code: "SW3103" });
});

test("a missing permission prints the lines to add, whether reading or writing needs it", async () => {
  for (const level of [{ contents: "read" }, { "pull-requests": "read" }] as const) {
    const weak = scene.github.token("weak", { permissions: level }).value;

    const { code, message, remedy } = await failureOf({ token: weak });

    expect([code, remedy]).toEqual([
      "SW3102",
      "Add to the job:\n    permissions:\n      contents: read\n      pull-requests: write",
    ]);
    expect(message).toContain("Resource not accessible by integration");
  }
});

test("a pull request that does not exist is no missing permission", async () => {
  const { code, message } = await failureOf({ event: {}, inputs: { "pull-request": "99" } });

  expect([code, message]).toEqual([
    "SW3101",
    "cannot read the comments: the pull request does not exist, or the token may not see it (404)",
  ]);
});

test("a locked conversation is no missing permission", async () => {
  const locked = { kind: "status", status: 403, message: "Issue is locked" } as const;
  scene.github.faults.plan({ method: "POST", path: list, fault: locked });

  const { code, message } = await failureOf();

  expect([code, message]).toEqual([
    "SW3101",
    "cannot write the comment: GitHub refuses it (403: Issue is locked)",
  ]);
});

test("a server error on reading or updating is tried again, and given up in the end", async () => {
  const broken = { kind: "status", status: 502 } as const;
  scene.github.faults.plan({ method: "GET", path: list, times: 2, fault: broken });
  const first = await comment(scene, { token, evidence });
  scene.github.faults.plan({ method: "PATCH", path: one, fault: broken });
  const second = await comment(scene, { token, evidence: [aValidation()] });
  scene.github.faults.plan({ method: "GET", path: list, times: 4, fault: broken });
  const { code, message } = await failureOf();

  expect([first.fate.kind, second.fate.kind]).toEqual(["created", "updated"]);
  expect([code, message]).toEqual([
    "SW3101",
    "cannot read the comments: GitHub answered 502: Server Error",
  ]);
});

test.each([
  ["a 500", { kind: "status", status: 500, afterEffect: true }],
  ["a 502", { kind: "status", status: 502, afterEffect: true }],
  ["a reset connection", { kind: "reset", afterEffect: true }],
] as const)("%s after the comment was made does not make it twice", async (_, fault) => {
  scene.github.faults.plan({ method: "POST", path: list, fault });

  const { fate } = await comment(scene, { token, evidence });

  expect([fate.kind, scene.comments(1).length]).toEqual(["created", 1]);
  expect(scene.github.log.writes()).toHaveLength(1);
});

test.each([
  ["a 500", { kind: "status", status: 500 }],
  ["a reset connection", { kind: "reset" }],
] as const)("%s before the comment was made is made good once", async (_, fault) => {
  scene.github.faults.plan({ method: "POST", path: list, fault });

  const { fate } = await comment(scene, { token, evidence });

  expect([fate.kind, scene.comments(1).length]).toEqual(["created", 1]);
});

test("a server that never makes the comment is asked twice, and no more", async () => {
  const broken = { kind: "status", status: 500 } as const;
  scene.github.faults.plan({ method: "POST", path: list, times: 2, fault: broken });

  const { code } = await failureOf();

  expect(code).toBe("SW3101");
  expect(posted()).toEqual(["GET 200", "POST 500", "GET 200", "POST 500"]);
});

test("an unreachable GitHub names the network", async () => {
  scene.github.faults.plan({ method: "GET", path: list, times: 4, fault: { kind: "reset" } });

  const { code, message } = await failureOf();

  expect(code).toBe("SW3101");
  expect(message).toMatch(/^cannot read the comments: GitHub cannot be reached/);
});

test("a secondary limit is waited for, which is said, and given up after two waits", async () => {
  const limit = { kind: "secondary-limit", retryAfterSeconds: 30 } as const;
  scene.github.faults.plan({ method: "POST", path: list, times: 2, fault: limit });
  const first = await comment(scene, { token, evidence });
  scene.github.faults.plan({ method: "GET", path: list, times: 3, fault: limit });
  const { code, shown } = await failureOf();

  const wait = "GitHub asks to wait 30 s; trying again then";
  expect([first.fate.kind, first.told, scene.comments(1).length]).toEqual([
    "created",
    [wait, wait],
    1,
  ]);
  expect([code, shown.told]).toEqual(["SW3101", [wait, wait]]);
});

test.each([403, 429] as const)("a used up hour is not waited for (%i)", async (status) => {
  scene.github.limits.exhaust(`job${names}`, { resetInSeconds: 1800, status });

  const { code, message, shown } = await failureOf();

  expect([code, shown.told]).toEqual(["SW3101", []]);
  expect(message).toMatch(/the limit ends at \d{4}-\d\d-\d\dT/);
});

test("a limit that ends soon is waited for", async () => {
  const soon = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "0" };
  const fault = { kind: "status", status: 403, message: "API rate limit exceeded", headers: soon };
  scene.github.faults.plan({ method: "GET", path: list, fault: { ...fault, kind: "status" } });

  const { fate, told } = await comment(scene, { token, evidence });

  expect([fate.kind, told.length]).toEqual(["created", 1]);
});

test("a read that comes too early may double the comment, until the next run", async () => {
  await comment(scene, { token, evidence });
  scene.github.faults.plan({ method: "GET", path: list, fault: { kind: "stale" } });
  await comment(scene, { token, evidence: [aValidation()] });
  const doubled = scene.comments(1).length;

  await comment(scene, { token, evidence: [aValidation()] });

  expect([doubled, scene.comments(1).map(({ body }) => body.slice(0, 6))]).toEqual([2, ["### 🟢"]]);
});
