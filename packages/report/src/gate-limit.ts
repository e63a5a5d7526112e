import { gateRules, type EvaluationCheck, type GateRule } from "@slipway/contracts";
import { formatLimit, formatPercent, isFigure } from "./format-number.ts";
import { metricName, type MetricName } from "./metric-name.ts";

/** The rule of a check of an evaluation, and the number it sets; the number is missing in damaged evidence. */
export type GateLimit = { readonly rule: GateRule | undefined; readonly limit: number | undefined };

/** Reads the limit: `expected` is a number, or an object that holds it under the rule's name. */
export function gateLimit(check: EvaluationCheck): GateLimit {
  const rule = gateRules.find((known) => known === check.kind);
  const keys = [check.kind, "limit", "margin", "value"];
  for (const candidate of [check.expected, ...keys.map((key) => field(check.expected, key))])
    if (typeof candidate === "number" && Number.isFinite(candidate))
      return { rule, limit: candidate };
  return { rule, limit: undefined };
}

/** The metric's name with the direction that the gate states, where it states one. */
export function gateMetric(check: EvaluationCheck): MetricName {
  const name = metricName(check.metric ?? check.target.metric ?? check.id);
  const stated = field(check.expected, "direction");
  return stated === "higher" || stated === "lower" ? { ...name, better: stated } : name;
}

/** The column whose groups a gate judges; `undefined` for a gate on all items. */
export function gateColumn(check: EvaluationCheck): string | undefined {
  const column = field(check.expected, "slice");
  return typeof column === "string" ? column : undefined;
}

/** The damage that a change gate tolerates, in the metric's own unit. */
export function marginOf(check: EvaluationCheck): number | undefined {
  const { rule, limit } = gateLimit(check);
  if (limit === undefined) return undefined;
  if (rule === "max-drop") return limit;
  if (rule !== "max-relative-drop" || !isFigure(check.baseline)) return undefined;
  return limit * Math.abs(check.baseline);
}

/** The limit in words: "≥ 0.75", "drop ≤ 0.010". */
export function limitText(check: EvaluationCheck): string {
  const { rule, limit } = gateLimit(check);
  if (rule === undefined || limit === undefined)
    return check.metric === undefined ? "–" : check.title;
  const drop = gateMetric(check).better === "lower" ? "rise" : "drop";
  const texts: Record<GateRule, string> = {
    min: `≥ ${formatLimit(limit)}`,
    max: `≤ ${formatLimit(limit)}`,
    "max-drop": `${drop} ≤ ${formatLimit(limit)}`,
    "max-relative-drop": `${drop} ≤ ${formatPercent(limit)} of base`,
    "max-gap": `gap ≤ ${formatLimit(limit)}`,
  };
  return texts[rule];
}

/** How far beyond its limit a check is, in half widths of its interval; larger is worse, negative is inside. */
export function excessOf(check: EvaluationCheck): number {
  const { rule, limit } = gateLimit(check);
  const margin = marginOf(check);
  if (margin !== undefined && isFigure(check.difference)) {
    const damage = gateMetric(check).better === "lower" ? check.difference : -check.difference;
    return (damage - margin) / Math.max(halfWidth(check), 1e-12);
  }
  if (limit === undefined || !isFigure(check.candidate)) return Number.NEGATIVE_INFINITY;
  const beyond = rule === "min" ? limit - check.candidate : check.candidate - limit;
  return beyond / Math.max(Math.abs(limit), 1e-12);
}

function halfWidth({ interval }: EvaluationCheck): number {
  return isFigure(interval?.low) && isFigure(interval.high)
    ? Math.abs(interval.high - interval.low) / 2
    : 0;
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
