// Counts what a comment costs: node scripts/dev.mjs node bench/comment.ts
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EvaluationEvidence } from "@slipway/contracts";
import { createFakeGitHub, createRunner } from "@slipway/testkit";

// The committed bundle of comment-metrics for one pull request, three times: the comment is made, left alone, changed.
const repository = "octo/model";
const sha = "a".repeat(40);
const workspace = await mkdtemp(join(tmpdir(), "bench-comment-"));
const github = await createFakeGitHub();
github.addRepository({ fullName: repository });
const pull = github.openPull(repository, {
  title: "Change",
  author: "mona",
  headRef: "change",
  headSha: sha,
});
const permissions = { contents: "read", "pull-requests": "write" } as const;
const token = github.token("job", { permissions }).value;

function evidenceOf(value: number): EvaluationEvidence {
  return {
    schema: "slipway/evidence/v1",
    kind: "evaluation",
    name: "late",
    outcome: "pass",
    summary: { pass: 1, warn: 0, fail: 0, inconclusive: 0, error: 0 },
    subjects: [],
    inputs: {},
    policy: { origin: "working-tree", loosened: [] },
    tool: { name: "slipway", version: "bench" },
    run: { commit: sha },
    startedAt: "2026-03-02T16:40:00Z",
    finishedAt: "2026-03-02T16:40:01Z",
    task: "binary",
    checks: [
      {
        id: "late/accuracy/min",
        kind: "min",
        title: "Accuracy min 0.5",
        outcome: "pass",
        severity: "block",
        blocks: false,
        target: { evaluation: "late", metric: "accuracy", slice: null },
        metric: "accuracy",
        slice: null,
        candidate: value,
        expected: { min: 0.5, direction: "higher", confidence: 0.95 },
        observed: value,
        source: { file: "slipway.yaml", line: 8 },
      },
    ],
    metrics: [
      { name: "accuracy", function: "accuracy_score", params: {}, slice: null, value, n: 100 },
    ],
    baseline: null,
    items: { rows: 100 },
  };
}

async function comment(title: string, value: number): Promise<void> {
  const runner = await createRunner({
    github,
    repository,
    workspace,
    sha,
    runId: 7,
    eventName: "pull_request",
    ref: `refs/pull/${pull.number}/merge`,
    event: {
      number: pull.number,
      pull_request: {
        number: pull.number,
        head: { ref: "change", sha, repo: { full_name: repository } },
        base: { ref: "main", sha: "b".repeat(40), repo: { full_name: repository } },
      },
    },
  });
  const folder = join(runner.temp, "slipway", "evidence");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "evaluation-late.json"), JSON.stringify(evidenceOf(value)));
  github.log.clear();
  const { exitCode, ms, log } = await runner.runAction({
    action: "comment-metrics",
    token,
    inputs: { upload: "false" },
  });
  await runner.close();
  if (exitCode !== 0) throw new Error(log);
  const calls = github.log.entries.length;
  const writes = github.log.writes().length;
  console.log(`${title.padEnd(22)} ${calls} API calls (goal 6), ${writes} writes, ${ms} ms`);
}

await comment("a new comment", 0.9);
await comment("nothing changed", 0.9);
await comment("another figure", 0.8);
await github.close();
await rm(workspace, { recursive: true });
