import type { Evidence } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { actionsBot, runGit } from "@slipway/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { aDataCheck, anEvaluation, aValidation } from "../../packages/report/test/builders.ts";
import {
  comment,
  createScene,
  fork,
  pullEvent,
  repository,
  secondHalf,
  type CommentStep,
  type Scene,
} from "./scene.ts";
import { zipOf, type ZipFile } from "./zip.ts";

const artifact = "slipway-evidence";
let scene: Scene;
let forkToken: string;
let reporter: string;

beforeAll(async () => {
  scene = await createScene();
  forkToken = scene.github.token("fork", { kind: "fork" }).value;
  const permissions = { actions: "read", "pull-requests": "write" } as const;
  reporter = scene.github.token("reporter", { permissions }).value;
});

afterEach(() => {
  scene.github.state.repositories.get(repository)?.comments.splice(0);
  scene.github.state.repositories.get(repository)?.artifacts.splice(0);
  scene.github.log.clear();
});

afterAll(() => scene.close());

function aRun(): number {
  const { github, shas } = scene;
  const head = { headSha: shas.fork, headBranch: "fix", headRepository: fork };
  return github.addRun(repository, { ...head, event: "pull_request" }).id;
}

function evidenceOf(runId: number, claims: Partial<Evidence["run"]> = {}): readonly Evidence[] {
  const run = { runId, headCommit: scene.shas.fork, pullRequest: 2, ...claims };
  return [aValidation({ run }), anEvaluation({ run })];
}

function documents(evidences: readonly Evidence[]): ZipFile[] {
  return evidences.map((evidence) => ({
    name: `${evidence.kind}-${evidence.name}.json`,
    content: JSON.stringify(evidence),
  }));
}

/** The second half with a run whose artifact is this; it has no evidence of its own and no git. */
async function second(
  runId: number,
  files: readonly ZipFile[] | Buffer | undefined,
  init: Parameters<typeof secondHalf>[2] = {},
) {
  if (files !== undefined) {
    const bytes = Buffer.isBuffer(files) ? files : zipOf(files);
    scene.github.addArtifact(repository, runId, { name: artifact, bytes });
  }
  return comment(scene, { token: reporter, event: secondHalf(scene, runId, init) });
}

async function refusal(outcome: Promise<unknown>): Promise<unknown> {
  const code = await outcome.then(
    () => "not refused",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
  expect(scene.github.log.writes()).toEqual([]);
  return code;
}

test("a fork's run stores what the second half then posts, and updates, and leaves alone", async () => {
  const runId = aRun();
  let stored: ReadonlyMap<string, string> = new Map();
  const first: CommentStep = {
    token: forkToken,
    event: pullEvent(scene, 2),
    evidence: evidenceOf(runId),
    upload: (_, files) => {
      stored = files;
      return Promise.resolve();
    },
  };
  const shown = await comment(scene, first);
  const written = scene.comments(2).length;
  scene.github.log.clear();

  const files = [...stored].map(([name, content]) => ({ name, content }));
  const posted = await second(runId, files);
  const calls = scene.github.log.entries.map(({ method, route }) => `${method} ${route ?? ""}`);
  const again = await second(runId, undefined);

  expect([shown.fate.kind, shown.failure, shown.outcome, written]).toEqual([
    "stored",
    undefined,
    "pass",
    0,
  ]);
  expect([...stored.keys()]).toEqual([
    "data-validation-flights.json",
    "evaluation-flight-delays.json",
    "comment.md",
    "report.html",
  ]);
  expect([posted.fate.kind, posted.outcome, again.fate.kind]).toEqual([
    "created",
    "pass",
    "unchanged",
  ]);
  expect(scene.comments(2).map(({ author }) => author)).toEqual([actionsBot]);
  expect(calls.length).toBeLessThanOrEqual(6);
  expect(scene.github.log.violations).toEqual([]);
  console.log(`second half: ${calls.length} calls\n  ${calls.join("\n  ")}`);
});

test("what the fork wrote as its verdict and its comment counts for nothing", async () => {
  const runId = aRun();
  const lying = aValidation({
    run: { runId, headCommit: scene.shas.fork },
    checks: [aDataCheck({ outcome: "fail", failed: 9 })],
    outcome: "pass",
  });
  const forged = { name: "comment.md", content: "### 🟢 Passes, says mallory" };

  const shown = await second(runId, [...documents([lying]), forged]);

  expect([shown.outcome, scene.comments(2)[0]?.body.slice(0, 14)]).toEqual([
    "fail",
    "### 🔴 Blocked",
  ]);
});

test.each([
  ["another run", { runId: 7 }],
  ["no run", { runId: undefined }],
  ["another commit", { headCommit: "0".repeat(40) }],
  ["another pull request", { pullRequest: 1 }],
] as const)("an artifact that claims to be of %s is refused", async (_, claims) => {
  const runId = aRun();
  const [validation, evaluation] = evidenceOf(runId);
  if (validation === undefined || evaluation === undefined) throw new Error("no evidence");
  const run = Object.fromEntries(
    Object.entries({ ...evaluation.run, ...claims }).filter(([, value]) => value !== undefined),
  );

  const code = await refusal(second(runId, documents([validation, { ...evaluation, run }])));

  expect(code).toBe("SW3105");
});

const mebibyte = 1024 * 1024;
const good = (): ZipFile[] => documents(evidenceOf(1));
const json = (bytes: number, extra: Partial<ZipFile> = {}): ZipFile => {
  return { name: "evaluation-a.json", content: Buffer.alloc(bytes, " "), ...extra };
};
const bad: Readonly<Record<string, readonly [string, () => readonly ZipFile[] | Buffer]>> = {
  "no zip at all": ["SW3106", () => Buffer.from("<html>not found</html>")],
  "an empty file": ["SW3106", () => Buffer.alloc(0)],
  "a zip that is cut off": ["SW3106", () => zipOf(good()).subarray(0, -40)],
  "a zip with a directory that points nowhere": ["SW3106", () => pointNowhere(zipOf(good()))],
  "no evidence": ["SW3106", () => [{ name: "notes.txt", content: "x" }]],
  "a folder of evidence": ["SW3106", () => good().map((f) => ({ ...f, name: `deep/${f.name}` }))],
  "a path that leads out": [
    "SW3106",
    () => [...good(), { name: "../../evaluation-a.json", content: "{}" }],
  ],
  "an absolute path": ["SW3106", () => [...good(), { name: "/etc/passwd", content: "" }]],
  "a link": ["SW3106", () => [json(0, { content: "/proc/self/environ", mode: 0o120777 })]],
  "a device": ["SW3106", () => [json(0, { mode: 0o020666 })]],
  "a bomb": ["SW3106", () => [json(33 * mebibyte)]],
  "a bomb that lies about its size": ["SW3106", () => [json(200 * mebibyte, { listedBytes: 10 })]],
  "bombs that are small each": [
    "SW3106",
    () => [1, 2, 3].map((n) => json(30 * mebibyte, { name: `evaluation-a${n}.json` })),
  ],
  "more than 500 files": [
    "SW3106",
    () => Array.from({ length: 501 }, (_, n) => json(2, { name: `evaluation-a${n}.json` })),
  ],
  "a file twice": ["SW3106", () => [...good(), ...good()]],
  "truncated JSON": ["SW1401", () => [json(0, { content: '{"schema":"slipway/evid' })]],
  "JSON that is no evidence": ["SW1401", () => [json(0, { content: "[]" })]],
  "JSON that is nested too deep": ["SW1401", () => [json(0, { content: nested() })]],
};

test.each(Object.entries(bad))("an artifact with %s posts nothing", async (_, [code, make]) => {
  const startedAt = performance.now();

  expect(await refusal(second(aRun(), make()))).toBe(code);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

test("an artifact that is not there, has expired or is too large posts nothing", async () => {
  const [none, old, large] = [aRun(), aRun(), aRun()];
  const bytes = zipOf(documents(evidenceOf(old)));
  const past = { expiresAt: "2020-01-01T00:00:00Z" };
  Object.assign(scene.github.addArtifact(repository, old, { name: artifact, bytes }), past);
  const huge = scene.github.addArtifact(repository, large, { name: artifact, bytes });
  huge.sizeBytes = 65 * mebibyte;

  const codes = [];
  for (const run of [none, old, large]) codes.push(await refusal(second(run, undefined)));

  expect(codes).toEqual(["SW3106", "SW3106", "SW3106"]);
});

test("bytes that are not those that were uploaded post nothing", async () => {
  const runId = aRun();
  const bytes = zipOf(documents(evidenceOf(runId)));
  const stored = scene.github.addArtifact(repository, runId, { name: artifact, bytes });
  stored.digest = `sha256:${"0".repeat(64)}`;

  expect(await refusal(second(runId, undefined))).toBe("SW3106");
});

test("without the permission to read artifacts, the lines to add are printed", async () => {
  const weak = scene.github.token("weak", { permissions: { "pull-requests": "write" } }).value;
  const event = secondHalf(scene, aRun());

  const error: unknown = await comment(scene, { token: weak, event }).catch((e: unknown) => e);

  expect(error).toMatchObject({
    code: "SW3101",
    remedy: "Add to the job:\n    permissions:\n      contents: read\n      actions: read",
  });
});

test("a deleted fork, a closed pull request and one that was pushed to get no comment", async () => {
  const runId = aRun();
  const files = documents(evidenceOf(runId));
  const pull = scene.github.state.repositories.get(repository)?.pulls[1];
  if (pull === undefined) throw new Error("no pull request");

  const gone = await refusal(second(runId, files, { head_repository: null }));
  pull.headSha = scene.shas.change;
  const pushed = await refusal(second(runId, undefined));
  pull.headSha = null;
  pull.state = "closed";
  const closed = await refusal(second(runId, undefined));
  pull.state = "open";

  expect([gone, pushed, closed]).toEqual(["SW3104", "SW3104", "SW3104"]);
});

test("a commit that GitHub lists with no pull request is found by its branch", async () => {
  const runId = aRun();
  const { remote } = scene.git;
  const refs = ["refs/pull/2/head", "refs/pull/2/merge"];
  for (const ref of refs) await runGit({ directory: remote, args: ["update-ref", "-d", ref] });
  const path = "/repos/{owner}/{repo}/commits/{commit_sha}/pulls";
  const unknown = { kind: "status", status: 422, message: "No commit found for SHA" } as const;
  scene.github.faults.plan({ method: "GET", path, fault: unknown });

  const { fate } = await second(runId, documents(evidenceOf(runId)));

  expect(fate.kind).toBe("created");
  await scene.git.mergeCommit({ number: 2, head: "fix" });
});

test("two open pull requests of one head are not chosen between", async () => {
  const runId = aRun();
  const twin = scene.github.openPull(repository, {
    title: "The same, elsewhere",
    author: "mona",
    headRef: "fix",
    headRepository: fork,
  });

  const code = await refusal(second(runId, documents(evidenceOf(runId, {}))));
  twin.state = "closed";

  expect(code).toBe("SW3104");
});

test("a run of Dependabot is stored, not failed; anybody else without permission fails", async () => {
  const weak = scene.github.token("weak", { permissions: { "pull-requests": "read" } }).value;
  const step: CommentStep = {
    token: weak,
    evidence: [aValidation()],
    upload: () => Promise.resolve(),
  };

  const bot = await comment(scene, { ...step, actor: "dependabot[bot]" });
  const person = await comment(scene, { ...step, actor: "mara" });

  expect([bot.fate.kind, bot.failure]).toEqual(["stored", undefined]);
  expect([person.fate.kind, person.failure?.code]).toEqual(["none", "SW3102"]);
});

test("an artifact that cannot be stored takes nothing from the verdict, nor from the comment", async () => {
  const full = new UserError({ code: "SW3107", message: "it is full", remedy: "wait" });
  const step = {
    token: scene.github.token("writer", { permissions: { "pull-requests": "write" } }).value,
    evidence: [aValidation()],
    upload: () => Promise.reject(full),
  };

  const posted = await comment(scene, step);
  const pushed = await comment(scene, { ...step, event: {} });

  expect([posted.fate.kind, posted.failure, posted.outcome]).toEqual(["created", full, "pass"]);
  expect([pushed.fate.kind, pushed.failure, pushed.outcome]).toEqual(["none", full, "pass"]);
});

test("a fork whose evidence cannot be stored says so", async () => {
  const { fate, failure } = await comment(scene, {
    token: forkToken,
    event: pullEvent(scene, 2),
    evidence: evidenceOf(1),
  });

  expect([fate.kind, failure?.code]).toEqual(["none", "SW3102"]);
  expect(failure?.remedy).toContain("docs/forks.md");
});

function pointNowhere(zip: Buffer): Buffer {
  zip.writeUInt32LE(0x7fffffff, zip.length - 6);
  return zip;
}

function nested(): string {
  const [, evaluation] = evidenceOf(1);
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  return JSON.stringify({ ...evaluation, inputs: { deep: "DEEP" } }).replace('"DEEP"', deep);
}
