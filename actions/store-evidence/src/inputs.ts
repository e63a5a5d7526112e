import { field, isArtifactName } from "@slipway/runner";
import { z } from "zod";

/** The inputs of store-evidence. */
export const inputs = z
  .strictObject({
    evidence: field.lines(),
    fromArtifacts: field
      .list()
      .refine((names) => names.every(isArtifactName), "must be names of artifacts"),
    branch: field
      .textOr("slipway")
      .refine(
        (name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."),
        "must be the name of a branch",
      ),
    githubToken: field.secret(),
  })
  .refine(
    ({ evidence, fromArtifacts }) => evidence.length === 0 || fromArtifacts.length === 0,
    "give either `evidence` or `from-artifacts`, not both",
  );

/** The parsed inputs of store-evidence. */
export type Inputs = z.output<typeof inputs>;
