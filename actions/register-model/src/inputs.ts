import { field, isArtifactName } from "@slipway/runner";
import { z } from "zod";

/** The inputs of register-model. */
export const inputs = z
  .strictObject({
    model: field.requiredText(),
    version: field.text(),
    bump: field
      .textOr("minor")
      .pipe(z.enum(["major", "minor", "patch"], "must be major, minor or patch"))
      // A pipe forgets what the field before it knew.
      .meta({ default: "minor" }),
    evidence: field.lines(),
    fromArtifacts: field
      .list()
      .refine((names) => names.every(isArtifactName), "must be names of artifacts"),
    output: field.text(),
    auditKey: field.secret(),
    signingKey: field.secret(),
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

/** The parsed inputs of register-model. */
export type Inputs = z.output<typeof inputs>;
