import type { Registration } from "@slipway/contracts";
import { plainStyle, renderRegistration, renderRegistrationText } from "@slipway/report";
import type { Rendered } from "@slipway/runner";

/** Log, summary and outputs of register-model. */
export function renderRegistered(found: Registration): Rendered {
  const { outcome, state, version, digest, entry, tag, signature, proof, notices } = found;
  return {
    outcome,
    outputs: {
      state,
      version,
      digest: `sha256:${digest.sha256}`,
      entry: String(entry),
      tag: tag ?? "",
      signature: signature ?? "",
      proof: proof ?? "",
      document: JSON.stringify(found),
    },
    log: renderRegistrationText(found, plainStyle),
    summary: renderRegistration(found),
    annotations: notices.map((message) => ({
      level: "notice",
      title: `${found.model} ${version}`,
      message,
    })),
  };
}
