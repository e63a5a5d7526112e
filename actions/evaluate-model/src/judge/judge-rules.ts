import type { EvaluationCheck } from "@slipway/contracts";
import { decideAbsent, metricsFor, parseMetric } from "@slipway/evaluation";
import type { Rule } from "@slipway/policy";
import type { Bench } from "./bench.ts";
import { buildCheck } from "./build-check.ts";
import { judgeGroups } from "./judge-groups.ts";
import { judgeOne } from "./judge-one.ts";

/**
 * Judges every rule. A metric that the columns do not allow, or a slice that the results lack, fails as missing.
 * @throws UserError SW5201, SW5202 for a metric that does not exist
 */
export function judgeRules(bench: Bench): EvaluationCheck[] {
  const allowed = new Set(metricsFor(bench.results.items).map(({ name }) => name));
  return bench.request.rules.flatMap((rule) => {
    const metric = parseMetric(rule.metric, bench.request.task);
    const judged = { evaluation: bench.request.name, rule, metric };
    const slice = bench.results.slices.find(({ column }) => column === rule.slice);
    if (!allowed.has(metric.name)) {
      return [
        buildCheck(judged, decideAbsent("missing"), {
          note: `the columns do not allow ${metric.name}: it needs ${metric.needs}`,
        }),
      ];
    }
    if (rule.slice === undefined) return [judgeOne(judged, undefined, bench)];
    if (slice === undefined)
      return [
        buildCheck(judged, decideAbsent("missing"), {
          note: `the results have no column ${rule.slice}`,
        }),
      ];
    return judgeGroups(judged, slice, bench);
  });
}

/** An evaluation without a rule proved nothing about the model, and says so. */
export function noRules(evaluation: string, file: string): EvaluationCheck {
  return {
    id: `${evaluation}/no-gates`,
    kind: "gates",
    title: "at least one gate",
    outcome: "warn",
    severity: "warn",
    blocks: false,
    reason: "no-gates",
    note: "metrics were computed, but nothing judges them: add gates",
    target: { evaluation },
    expected: 1,
    observed: 0,
    source: { file, line: 0 },
  };
}

/** A slice that was asked for and is not in the results. */
export function missingSlice(
  evaluation: string,
  column: string,
  source: Rule["source"],
): EvaluationCheck {
  return {
    id: `${evaluation}/slice/${column}`,
    kind: "slice",
    title: `column ${column}`,
    outcome: "fail",
    severity: "block",
    blocks: true,
    reason: "missing",
    note: `the results have no column ${column}`,
    target: { evaluation },
    expected: column,
    observed: null,
    source,
  };
}
