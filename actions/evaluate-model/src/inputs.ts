import { field, isArtifactName } from "@slipway/runner";
import { z } from "zod";

/** The inputs of evaluate-model; the command line has the same names. */
export const inputs = z.strictObject({
  name: field.list(),
  config: field.textOr("slipway.yaml"),
  results: field.text(),
  task: field.choice(["binary", "multiclass", "regression"]),
  columns: field.text(),
  positive: field.text(),
  gate: field.lines(),
  baseline: field.text(),
  onInconclusive: field.choice(["warn", "fail"]),
  firstRun: field.choice(["block", "allow"]),
  artifact: field
    .text()
    .refine(
      (name) => name === undefined || isArtifactName(name),
      "must be letters, digits, dots, dashes or underscores",
    ),
  duckdbBinding: field.text(),
  githubToken: field.secret(),
});

/** The parsed inputs of evaluate-model. */
export type Inputs = z.output<typeof inputs>;
