import { field, isArtifactName } from "@slipway/runner";
import { z } from "zod";

/** The inputs of validate-data; the command line has the same names. */
export const inputs = z.strictObject({
  name: field.list(),
  config: field.textOr("slipway.yaml"),
  data: field.text(),
  contract: field.text(),
  object: field.text(),
  artifact: field
    .text()
    .refine(
      (name) => name === undefined || isArtifactName(name),
      "must be letters, digits, dots, dashes or underscores",
    ),
  duckdbBinding: field.text(),
  githubToken: field.secret(),
});

/** The parsed inputs of validate-data. */
export type Inputs = z.output<typeof inputs>;
