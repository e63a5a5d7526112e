import { worstOutcome } from "@slipway/kernel";
import { plainStyle, renderSummary, renderTerminal } from "@slipway/report";
import type { Annotation, Rendered } from "@slipway/runner";
import type { Evaluated } from "./evaluate-model.ts";

/** Log, summary, annotations and outputs of evaluate-model. */
export function renderEvaluations(evaluated: readonly Evaluated[]): Rendered {
  const evidences = evaluated.map(({ evidence }) => evidence);
  return {
    outcome: worstOutcome(evidences.map(({ outcome }) => outcome)),
    outputs: { "evidence-path": evaluated.map(({ path }) => path).join("\n") },
    log: renderTerminal(evidences, plainStyle),
    summary: renderSummary(evidences, {}),
    annotations: evidences.flatMap(({ checks }) => checks.flatMap(annotationOf)),
  };
}

function annotationOf(check: Evaluated["evidence"]["checks"][number]): Annotation[] {
  if (check.outcome === "pass" || check.severity === "info") return [];
  const { file, line } = check.source;
  const isFile = line > 0 && !file.includes(":") && file !== "command line";
  const why = check.note ?? check.reason ?? check.outcome;
  return [
    {
      level: check.blocks ? "error" : "warning",
      title: `${check.title}: ${check.outcome}`,
      message: why,
      ...(isFile ? { file, line } : {}),
    },
  ];
}
