import type { EvaluationCheck } from "@slipway/contracts";
import { decideAbsent, metricsFor, parseMetric } from "@slipway/evaluation";
import type { Rule } from "@slipway/policy";
import type { Bench } from "./bench.ts";
import { buildCheck, type Judged } from "./build-check.ts";
import { judgeGroups } from "./judge-groups.ts";
import { judgeOne } from "./judge-one.ts";

/**
 * Judges every rule. A metric that the columns do not allow, or a slice that the results lack, fails as missing.
 * @throws UserError SW5201, SW5202 for a metric that does not exist
 */
export function judgeRules(bench: Bench): EvaluationCheck[] {
  const allowed = new Set(metricsFor(bench.results.items).map(({ name }) => name));
  return judgedRules(bench).flatMap((judged) => {
    const { rule, metric } = judged;
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

/** The rules with their metrics. Two about the same thing, one that warns before the other blocks, are marked apart. */
function judgedRules({ request }: Bench): Judged[] {
  const judged = request.rules.map((rule) => {
    return { evaluation: request.name, rule, metric: parseMetric(rule.metric, request.task) };
  });
  const marks = [
    () => "",
    ({ severity }: Rule) => `:${severity}`,
    ({ severity, limit }: Rule) => `:${severity}:${limit}`,
  ];
  const keyOf = ({ rule, metric }: (typeof judged)[number]) =>
    JSON.stringify([metric.name, rule.rule, rule.slice]);
  return judged.map((one) => {
    const alike = judged.filter((other) => keyOf(other) === keyOf(one));
    const tells = marks.find(
      (mark) => alike.filter((other) => mark(other.rule) === mark(one.rule)).length === 1,
    );
    return { ...one, mark: (tells ?? (() => `:${alike.indexOf(one)}`))(one.rule) };
  });
}

/** Items of the baseline that the results lack: few enough to judge the others, too many to pass in silence. */
export function missingItems(evaluation: string, missing: number, file: string): EvaluationCheck {
  return {
    id: `${evaluation}/items`,
    kind: "items",
    title: "every item of the baseline",
    outcome: "warn",
    severity: "warn",
    blocks: false,
    reason: "missing",
    note: `${missing} items of the baseline are not in the results, and nothing judges them`,
    target: { evaluation },
    expected: 0,
    observed: missing,
    source: { file, line: 0 },
  };
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
