import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderResult, type CommentFate } from "@slipway/comment-metrics";
import { parseEvidence } from "@slipway/contracts";
import { renderEvaluations } from "@slipway/evaluate-model";
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

  test("an input has the same default in both; only a token's comes from the runner", () => {
    const declared = keys.map((key) => [key, manifest.inputs[inputName(key)]?.default]);
    const applied = keys.map((key) => {
      const { default: standard, secret } = fieldMeta(schema, key);
      return [key, secret === true ? "${{ github.token }}" : standard];
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
