import { field, isArtifactName } from "@slipway/runner";
import { z } from "zod";

/** The inputs of comment-metrics. */
export const inputs = z
  .strictObject({
    evidence: field.lines(),
    fromArtifacts: field
      .list()
      .refine((names) => names.every(isArtifactName), "must be names of artifacts"),
    key: field
      .textOr("metrics")
      .refine(
        (key) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(key),
        "must be letters, digits, dots, dashes or underscores",
      ),
    config: field.textOr("slipway.yaml"),
    artifact: field
      .textOr("slipway-evidence")
      .refine(isArtifactName, "must be letters, digits, dots, dashes or underscores"),
    upload: field.boolean(true),
    pullRequest: field
      .text()
      .refine(
        (number) => number === undefined || /^[1-9]\d{0,9}$/.test(number),
        "must be the number of a pull request",
      ),
    githubToken: field.secret(),
  })
  .refine(
    ({ evidence, fromArtifacts }) => evidence.length === 0 || fromArtifacts.length === 0,
    "give either `evidence` or `from-artifacts`, not both",
  );

/** The parsed inputs of comment-metrics. */
export type Inputs = z.output<typeof inputs>;
