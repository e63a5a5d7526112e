import { field } from "@slipway/runner";
import { z } from "zod";

const name = () =>
  field
    .text()
    .refine(
      (text) => text === undefined || /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text),
      "must be 1 to 100 letters, digits, dots, dashes or underscores",
    );

/** The inputs of verify-model. */
export const inputs = z.strictObject({
  path: field.requiredText(),
  environment: name(),
  model: name(),
  signature: field.text(),
  publicKey: field.text(),
  proof: field.text(),
  key: field.text(),
  log: field.text(),
  branch: field
    .textOr("slipway")
    .refine(
      (text) => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/.test(text) && !text.includes(".."),
      "must be the name of a branch",
    ),
  githubToken: field.secret(),
});

/** The parsed inputs of verify-model. */
export type Inputs = z.output<typeof inputs>;
