import type { ModelVerification } from "@slipway/contracts";
import { headlineOf, notesOf } from "@slipway/delivery";
import { plainStyle, renderVerification, renderVerificationText } from "@slipway/report";
import type { Rendered } from "@slipway/runner";

/** Log, outputs, summary and annotations of verify-model. */
export function renderModel(verification: ModelVerification): Rendered {
  const { outcome, digest, model, version, environment, checks } = verification;
  const where = environment === null ? "" : `, as ${environment} should run it`;
  return {
    outcome,
    outputs: {
      digest: digest === null ? "" : `sha256:${digest.sha256}`,
      model: model ?? "",
      version: version ?? "",
      summary: headlineOf(verification, `the folder is ${model ?? ""} ${version ?? ""}${where}`),
      document: JSON.stringify(verification),
    },
    log: renderVerificationText(verification, plainStyle),
    summary: renderVerification(verification),
    annotations: notesOf(checks),
  };
}
