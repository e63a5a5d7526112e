import { field } from "@slipway/runner";
import { z } from "zod";

/** The inputs of promote-model. */
export const inputs = z.strictObject({
  model: field.requiredText(),
  to: field.requiredText(),
  reason: field
    .text()
    .refine((text) => (text?.length ?? 0) <= 2000, "must be at most 2,000 characters"),
  dryRun: field.boolean(false),
  output: field.textOr("."),
  auditKey: field.secret(),
  branch: field
    .textOr("slipway")
    .refine(
      (name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."),
      "must be the name of a branch",
    ),
  githubToken: field.secret(),
  teamToken: field.secret(),
});

/** The parsed inputs of promote-model. */
export type Inputs = z.output<typeof inputs>;
