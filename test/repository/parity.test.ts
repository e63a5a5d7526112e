import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderResult, type CommentFate } from "@slipway/comment-metrics";
import { parseEvidence } from "@slipway/contracts";
import { renderEvaluations } from "@slipway/evaluate-model";
import { renderPromoted } from "@slipway/promote-model";
import { renderRegistered } from "@slipway/register-model";
import { fieldMeta, inputName, type Rendered } from "@slipway/runner";
import { renderStored } from "@slipway/store-evidence";
import { renderValidation } from "@slipway/validate-data";
import { renderAudit } from "@slipway/verify-audit";
import { renderModel } from "@slipway/verify-model";
import { describe, expect, test } from "vitest";
import { inputSchemas, readManifest } from "../../scripts/docs/action-tables.ts";
import { actionNames, type ActionName } from "../../scripts/docs/permissions.ts";
import { root } from "./list-files.ts";

test("every action is documented, and every documented action exists", () => {
  const folders = readdirSync(join(root, "actions")).filter((name) =>
    existsSync(join(root, "actions", name, "action.yml")),
  );

  expect([...actionNames].sort()).toEqual(folders.sort());
});

describe.each(actionNames)("%s", (name) => {
  const manifest = readManifest(name);
  const schema = inputSchemas[name];
  const keys = Object.keys(schema.shape);

  test("action.yml and the schema have the same inputs, in the same order", () => {
    expect(Object.keys(manifest.inputs)).toEqual(keys.map(inputName));
  });

  test("an input is required in both or in neither", () => {
    const declared = keys.map((key) => manifest.inputs[inputName(key)]?.required ?? false);
    const demanded = keys.map((key) => fieldMeta(schema, key).required ?? false);

    expect(declared).toEqual(demanded);
  });

  test("an input has the same default in both; only the job's token comes from the runner, and no other secret has one", () => {
    const declared = keys.map((key) => [key, manifest.inputs[inputName(key)]?.default]);
    const applied = keys.map((key) => {
      const { default: standard, secret } = fieldMeta(schema, key);
      const isToken = secret === true && key === "githubToken";
      return [key, isToken ? "${{ github.token }}" : standard];
    });

    expect(declared).toEqual(applied);
  });

  test("the outputs that are documented are those that are written", () => {
    const documented = Object.keys(manifest.outputs);

    for (const { outputs } of renderedBy[name]()) {
      expect(["outcome", ...Object.keys(outputs)].sort()).toEqual(documented.toSorted());
    }
  });
});

const path = "docs/examples/evidence.json";
const evidence = parseEvidence(readFileSync(join(root, path), "utf8"), path);
const fates: readonly CommentFate[] = [
  { kind: "created", url: "https://github.com/o/r/pull/1#issuecomment-1" },
  { kind: "stored" },
  { kind: "none", why: "this run belongs to no pull request" },
];

const digest = { sha256: "d".repeat(64) };
const version = { model: "m", version: "v1.0.0", digest, entry: 0 };

/** What each renderer makes of a result of every kind. */
const renderedBy: Readonly<Record<ActionName, () => readonly Rendered[]>> = {
  "validate-data": () =>
    evidence.kind === "data-validation" ? [renderValidation([{ evidence, path }])] : [],
  "evaluate-model": () => [renderEvaluations([])],
  "comment-metrics": () =>
    fates.map((fate) =>
      renderResult({ outcome: "fail", found: [{ path, evidence }], reportPath: "r.html", fate }),
    ),
  "store-evidence": () => [
    renderStored({ commit: "c".repeat(40), changed: true, attempts: 1, names: ["evaluation x"] }),
  ],
  "register-model": () => [
    renderRegistered({
      schema: "slipway/registration/v1",
      outcome: "pass",
      state: "registered",
      ...version,
      commit: "c".repeat(40),
      checkpoint: { size: 1, root: digest },
      tag: "m@v1.0.0",
      signature: null,
      proof: null,
      notices: [],
    }),
  ],
  "promote-model": () => [
    renderPromoted({
      schema: "slipway/promotion/v1",
      outcome: "inconclusive",
      state: "waiting",
      dryRun: false,
      alreadyThere: false,
      changed: true,
      ...version,
      environment: "production",
      direction: "promotion",
      from: null,
      reason: null,
      hold: false,
      rules: [],
      approvals: [],
      evidenceLevel: "none",
      authors: [],
      gate: null,
      policy: { file: "slipway.yaml", ref: "main", commit: "c".repeat(40), digest },
      decidedAt: "2026-03-02T16:40:00.000Z",
      runId: null,
      checkpoint: null,
      deployment: null,
      tag: null,
      proof: null,
      notices: [],
    }),
  ],
  "verify-model": () => [
    renderModel({
      schema: "slipway/model-verification/v1",
      outcome: "fail",
      path: "model",
      digest: null,
      model: null,
      version: null,
      environment: null,
      checks: [{ id: "registered", title: "t", outcome: "fail", detail: "d" }],
    }),
  ],
  "verify-audit": () => [
    renderAudit({
      verification: {
        schema: "slipway/audit-verification/v1",
        outcome: "pass",
        key: "k",
        size: 0,
        root: null,
        checks: [],
      },
      unasked: ["the tags of the repository"],
    }),
  ],
};
