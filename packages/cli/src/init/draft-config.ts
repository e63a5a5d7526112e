import type { FoundFile } from "./find-data.ts";
import type { GuessedRoles } from "./find-roles.ts";

/** A predictions file and what it seems to hold. */
export type FoundResults = FoundFile & {
  readonly roles: GuessedRoles;
  readonly task: "binary" | "multiclass" | "regression";
};

/** What was found in the repository. */
export type Findings = {
  readonly data: readonly (FoundFile & { readonly contract: string })[];
  readonly results: readonly FoundResults[];
  readonly model: string | undefined;
};

const mainMetric = { binary: "accuracy", multiclass: "f1_macro", regression: "r2" };

/** A first `slipway.yaml`, with a comment for whoever reads it. */
export function draftConfig({ data, results, model }: Findings): string {
  return [
    "# yaml-language-server: $schema=https://raw.githubusercontent.com/slipway-ml/slipway/v0.1.0/docs/schemas/slipway.schema.json",
    "# What Slipway checks. Written by slipway init; every line is yours to change.",
    "version: 1",
    "",
    ...section(
      "data",
      "Data sets, each with the contract that it has to meet: slipway validate",
      data.flatMap(dataLines),
    ),
    ...section(
      "evaluations",
      "Predictions, and the gates that judge them: slipway evaluate",
      results.flatMap(resultLines),
    ),
    ...(results.length === 0 ? evaluationHint : []),
    ...(model === undefined ? [] : modelLines(model, data, results)),
  ].join("\n");
}

function section(key: string, comment: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`# ${comment}`, `${key}:`, ...lines, ""];
}

function dataLines({ name, path, contract }: Findings["data"][number]): string[] {
  return [`  - name: ${name}`, `    path: ${text(path)}`, `    contract: ${text(contract)}`];
}

function resultLines({ name, path, roles, task }: FoundResults): string[] {
  const pairs = Object.entries(roles).flatMap(([role, column]) =>
    column === undefined ? [] : [`${role}: ${text(column)}`],
  );
  return [
    `  - name: ${name}`,
    `    results: ${text(path)}`,
    `    task: ${task}`,
    `    columns: { ${pairs.join(", ")} }`,
    "    first-run: allow # the first model has no baseline; later ones are judged against it",
    "    gates:",
    `      - { metric: ${mainMetric[task]}, max-drop: 0.02 }`,
  ];
}

const evaluationHint = [
  "# No predictions file was found. Once your training writes one (id, label, prediction, score), judge it:",
  "# evaluations:",
  "#   - name: my-model",
  "#     run: python train.py             # optional: the command that writes the results",
  "#     results: out/predictions.csv",
  "#     task: binary                     # or multiclass, regression",
  "#     columns: { id: id, label: label, prediction: prediction, score: score }",
  "#     first-run: allow                 # the first model has no baseline",
  "#     gates:",
  "#       - { metric: roc_auc, min: 0.7, max-drop: 0.01 }",
  "",
];

function modelLines(
  model: string,
  data: Findings["data"],
  results: readonly FoundResults[],
): string[] {
  const names = (entries: readonly FoundFile[]) =>
    `[${entries.map(({ name }) => name).join(", ")}]`;
  return section("models", "The folder whose bytes are the model", [
    "  - name: model",
    `    path: ${text(model)}`,
    ...(data.length === 0 ? [] : [`    data: ${names(data)}`]),
    ...(results.length === 0 ? [] : [`    evaluations: ${names(results)}`]),
  ]);
}

/** Quoted where YAML would read something else. */
function text(value: string): string {
  return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(value) &&
    !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
