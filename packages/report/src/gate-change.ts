import type { EvaluationCheck, IntervalRecord } from "@slipway/contracts";
import {
  decimalsOf,
  formatChange,
  formatNumber,
  isFigure,
  plainDecimals,
  tellApart,
} from "./format-number.ts";
import { gateLimit, gateMetric, marginOf } from "./gate-limit.ts";
import type { MetricName } from "./metric-name.ts";

/** What a chart needs of a change, in the metric's own unit. */
export type Change = {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly margin: number | undefined;
  readonly better: MetricName["better"];
  readonly decimals: number;
};

/** The change of a check with its interval; `undefined` where one of its figures is missing. */
export function changeOf(check: EvaluationCheck): Change | undefined {
  const { difference } = check;
  const ends = endsOf(check.interval);
  if (!isFigure(difference) || ends === undefined) return undefined;
  const margin = marginOf(check);
  const { better } = gateMetric(check);
  const start = decimalsOf(ends.low, ends.high) ?? plainDecimals(difference);
  const edge = margin === undefined ? undefined : better === "lower" ? margin : -margin;
  const decimals = edge === undefined ? start : tellApart(difference, edge, start);
  return { estimate: difference, ...ends, margin, better, decimals };
}

/** An interval's two ends, with their signs. */
export function intervalText({ low, high, decimals }: Change): string {
  return `${formatChange(low, decimals)} … ${formatChange(high, decimals)}`;
}

/** Whether the whole interval lies on the better side of no change. */
export function isBetter(change: Change | undefined): boolean {
  if (change?.better === undefined) return false;
  return change.better === "higher" ? change.low > 0 : change.high < 0;
}

/** Decimals for the values of a row: as its interval allows, and enough to tell a value from its limit. */
export function valueDecimals(
  lead: EvaluationCheck,
  checks: readonly EvaluationCheck[],
  change: Change | undefined,
): number {
  const own = endsOf(lead.interval);
  const known = change?.decimals ?? (own === undefined ? undefined : decimalsOf(own.low, own.high));
  let decimals = known ?? plainDecimals(lead.candidate ?? lead.baseline ?? 0);
  for (const check of checks) {
    const { rule, limit } = gateLimit(check);
    const isAbsolute = rule === "min" || rule === "max" || rule === "max-gap";
    if (isAbsolute && limit !== undefined && isFigure(check.candidate))
      decimals = tellApart(check.candidate, limit, decimals);
  }
  return decimals;
}

/** The value of a check, with its own interval where that is what was judged. */
export function valueText(check: EvaluationCheck, decimals: number): string {
  const value = formatNumber(check.candidate, decimals);
  const ends = isFigure(check.difference) ? undefined : endsOf(check.interval);
  if (ends === undefined) return value;
  return `${value} (${formatNumber(ends.low, decimals)} … ${formatNumber(ends.high, decimals)})`;
}

function endsOf(interval: IntervalRecord | undefined): { low: number; high: number } | undefined {
  if (!isFigure(interval?.low) || !isFigure(interval.high)) return undefined;
  return { low: interval.low, high: interval.high };
}
