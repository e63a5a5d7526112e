import type { Promotion } from "@slipway/contracts";
import { plainStyle, renderPromotion, renderPromotionText } from "@slipway/report";
import type { Annotation, Rendered } from "@slipway/runner";

/** Log, summary and outputs of promote-model. */
export function renderPromoted(found: Promotion): Rendered {
  const { outcome, state, version, digest, entry, deployment, tag, proof } = found;
  return {
    outcome,
    outputs: {
      state,
      version,
      digest: `sha256:${digest.sha256}`,
      changed: String(found.changed),
      entry: entry === null ? "" : String(entry),
      deployment: deployment === null ? "" : String(deployment.id),
      tag: tag ?? "",
      proof: proof ?? "",
      document: JSON.stringify(found),
    },
    log: renderPromotionText(found, plainStyle),
    summary: renderPromotion(found),
    annotations: annotationsOf(found),
  };
}

function annotationsOf(found: Promotion): Annotation[] {
  const title = `${found.model} ${found.version} to ${found.environment}`;
  const open = found.rules.filter(({ state }) => state === "unmet" || state === "waiting");
  const rules = open.map((rule): Annotation => {
    const level = rule.state === "unmet" ? "error" : "warning";
    return { level, title, message: `${rule.title}: ${rule.detail}` };
  });
  const notices = found.notices.map((message): Annotation => ({ level: "notice", title, message }));
  return [...rules, ...notices];
}
