import { field } from "@slipway/runner";
import { z } from "zod";

/** The inputs of verify-audit. */
export const inputs = z.strictObject({
  key: field.text(),
  log: field.text(),
  checkpoint: field.lines(),
  branch: field
    .textOr("slipway")
    .refine(
      (name) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(name) && !name.includes(".."),
      "must be the name of a branch",
    ),
  githubToken: field.secret(),
});

/** The parsed inputs of verify-audit. */
export type Inputs = z.output<typeof inputs>;
