import {
  standingOf,
  type EvaluationCheck,
  type MetricRecord,
  type Standing,
} from "@slipway/contracts";
import type { Metric } from "@slipway/evaluation";
import type { Rule } from "@slipway/policy";

/** How a rule ended, as the statistics say it. */
export type Verdict = {
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly reason?: string | undefined;
  readonly needed?: number | undefined;
};

/** What a check says beside its verdict. */
export type CheckFacts = Pick<
  EvaluationCheck,
  "candidate" | "baseline" | "difference" | "interval" | "note"
> & {
  readonly slice?: MetricRecord["slice"];
  readonly observed?: EvaluationCheck["observed"];
};

/** Who judges what: the evaluation's name, the metric, and the rule. */
export type Judged = {
  readonly evaluation: string;
  readonly rule: Rule;
  readonly metric: Metric;
  /** Tells rules apart that are about the same metric and slice; else empty. */
  readonly mark: string;
};

/** One entry of the ledger. */
export function buildCheck(
  judged: Judged,
  verdict: Verdict,
  facts: CheckFacts = {},
): EvaluationCheck {
  const { evaluation, rule, metric, mark } = judged;
  const { slice = null, observed, ...figures } = facts;
  const direction = rule.direction ?? metric.direction;
  const place = slice === null ? (rule.slice === undefined ? "" : ` by ${rule.slice}`) : at(slice);
  return {
    id: `${evaluation}/${metric.name}/${rule.rule}${mark}${place === "" ? "" : `/${place.replace(/^ (at|by) /, "")}`}`,
    kind: rule.rule,
    title: `${metric.title} ${rule.rule} ${rule.limit}${place}`,
    ...standing(rule, verdict),
    ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
    ...(verdict.needed === undefined ? {} : { needed: verdict.needed }),
    target: { evaluation, metric: metric.name, slice },
    metric: metric.name,
    slice,
    expected: {
      [rule.rule]: rule.limit,
      direction,
      confidence: rule.confidence,
      ...(rule.slice === undefined ? {} : { slice: rule.slice }),
    },
    observed: observed ?? figures.difference ?? figures.candidate ?? null,
    source: rule.source,
    ...present(figures),
  };
}

/** An undecided change follows `on-inconclusive`; what was not checked blocks, but for an allowed first run. */
function standing(rule: Rule, { outcome, reason }: Verdict): Standing {
  if (reason === "no-baseline" && rule.firstRun === "allow")
    return { outcome: "warn", severity: rule.severity, blocks: false };
  const undecided = reason === "undecided" || reason === "too-few";
  return standingOf(outcome, rule.severity, undecided && rule.onInconclusive === "warn");
}

function at(slice: Readonly<Record<string, string>>): string {
  return ` at ${Object.entries(slice)
    .map(([column, value]) => `${column}=${value}`)
    .join(",")}`;
}

function present<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(
    kept,
    Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  );
}
