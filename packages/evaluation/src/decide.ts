import { neededItems } from "./proportions.ts";

/** Why a gate ended as it did, where the numbers alone do not say it. */
export type DecisionReason =
  | "beyond-margin"
  | "proven-worse"
  | "identical-items"
  | "undecided"
  | "too-few"
  | "undefined"
  | "no-baseline"
  | "not-comparable"
  | "missing";

/** The verdict of one gate; `needed` is the number of pairs that would decide an undecided one. */
export type Decision = {
  readonly outcome: "pass" | "fail" | "inconclusive";
  readonly reason?: DecisionReason;
  readonly needed?: number;
};

/** Whether more or less of a metric is better. */
export type Direction = "higher" | "lower";

/**
 * How close two numbers are equal, relative to 1 or to the larger: the accuracy of a metric. A ratio of counts and a
 * bound written as a decimal then compare as on paper, and 0.80 − 0.79 is not above 0.01.
 */
const accuracy = 1e-12;

/** Whether `left` lies below `right` by more than rounding. */
export function isBelow(left: number, right: number): boolean {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return left < right;
  return right - left > accuracy * Math.max(1, Math.abs(left), Math.abs(right));
}

/**
 * Judges an absolute bound: the point estimate, or with `interval` the whole interval. A value on the bound
 * passes. An interval that holds the bound leaves the gate undecided.
 */
export function decideBound(init: {
  readonly rule: "min" | "max";
  readonly bound: number;
  /** Null where the metric is undefined or flagged so. */
  readonly value: number | null;
  readonly interval?: { readonly low: number; readonly high: number } | null;
}): Decision {
  const { rule, bound, value, interval } = init;
  if (value === null || !Number.isFinite(value) || interval === null) {
    return { outcome: "inconclusive", reason: "undefined" };
  }
  const breaks = (number: number) =>
    rule === "min" ? isBelow(number, bound) : isBelow(bound, number);
  if (interval === undefined) return { outcome: breaks(value) ? "fail" : "pass" };
  const [worst, best] =
    rule === "min" ? [interval.low, interval.high] : [interval.high, interval.low];
  if (!breaks(worst)) return { outcome: "pass" };
  if (breaks(best)) return { outcome: "fail", reason: "beyond-margin" };
  return { outcome: "inconclusive", reason: "undecided" };
}

/** A change of a metric as a gate sees it; null where it has no meaning. */
export type Change = {
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly method: string;
  readonly nothingDiffers: boolean;
  readonly variance?: number;
};

/** What a change gate allows. */
export type ChangeRule = {
  readonly rule: "max-drop" | "max-relative-drop";
  readonly margin: number;
  readonly direction: Direction;
  /** The baseline's own value, for a relative drop. */
  readonly base?: number | null;
  /** Level of the one-sided bounds, 0.95 unless set. */
  readonly confidence?: number;
};

/** Beyond this many pairs a number would be no advice. */
const mostNeeded = 1_000_000_000;

/** Fewest pairs that any method but Tango's may judge. */
const fewestPairs = 10;

/** Judges a tolerated drop on the interval of the change (design §9), candidate − baseline in its own unit. */
export function decideChange(change: Change, rule: ChangeRule): Decision {
  const { difference, low, high } = change;
  if (difference === null) return { outcome: "inconclusive", reason: "undefined" };
  const scale = rule.rule === "max-relative-drop" ? Math.abs(rule.base ?? 0) : 1;
  if (!(scale > 0) || !Number.isFinite(scale))
    return { outcome: "inconclusive", reason: "undefined" };
  if (change.nothingDiffers) return { outcome: "pass", reason: "identical-items" };
  if (change.n < fewestPairs && change.method !== "Tango") {
    return { outcome: "inconclusive", reason: "too-few", needed: fewestPairs };
  }
  if (low === null || high === null) return { outcome: "inconclusive", reason: "too-few" };
  const good = rule.direction === "higher" ? { low, high } : { low: -high, high: -low };
  const estimate = rule.direction === "higher" ? difference : -difference;
  const margin = rule.margin * scale;
  const decision = judge({ ...good, estimate, margin });
  if (decision.reason !== "undecided") return decision;
  const needed = neededFor({ ...good, estimate }, change, {
    margin,
    confidence: rule.confidence ?? 0.95,
  });
  return { ...decision, ...needed };
}

/** Judges the largest allowed difference between groups; a gap of exactly 0 on both ends passes. */
export function decideGap(
  gap: {
    readonly gap: number | null;
    readonly low: number | null;
    readonly high: number | null;
    /** Items of all groups, from which the needed number follows. */
    readonly n?: number;
  },
  margin: number,
): Decision {
  if (gap.gap === null) return { outcome: "inconclusive", reason: "undefined" };
  if (gap.low === null || gap.high === null) return { outcome: "inconclusive", reason: "too-few" };
  if (gap.high === 0) return { outcome: "pass", reason: "identical-items" };
  const good = { low: -gap.high, high: -gap.low, estimate: -gap.gap };
  const decision = judge({ ...good, margin });
  if (decision.reason !== "undecided" || gap.n === undefined) return decision;
  const needed = shrunk(good, margin, gap.n);
  return needed > gap.n && needed <= mostNeeded ? { ...decision, needed } : decision;
}

/** A gate that cannot be judged at all; a missing metric or slice is a failure, not a skip. */
export function decideAbsent(reason: "no-baseline" | "not-comparable" | "missing"): Decision {
  return { outcome: reason === "missing" ? "fail" : "inconclusive", reason };
}

function judge(good: {
  readonly low: number;
  readonly high: number;
  readonly estimate: number;
  readonly margin: number;
}): Decision {
  const limit = -good.margin;
  if (isBelow(limit, good.low)) return { outcome: "pass" };
  if (isBelow(good.high, limit)) return { outcome: "fail", reason: "beyond-margin" };
  if (isBelow(good.high, 0) && isBelow(good.estimate, limit)) {
    return { outcome: "fail", reason: "proven-worse" };
  }
  return { outcome: "inconclusive", reason: "undecided" };
}

/** An interval turned so that + is good, around an estimate. */
type Good = { readonly low: number; readonly high: number; readonly estimate: number };

/**
 * The pairs that would decide: enough for a power of 80 % at no true change; where there are that many already, enough
 * for this interval, shrunk by the square root of the number, to leave the margin.
 */
function neededFor(
  good: Good,
  change: Change,
  rule: { margin: number; confidence: number },
): { needed?: number } {
  const { variance, n } = change;
  const { margin, confidence } = rule;
  if (!(margin > 0)) return {};
  const planned = variance !== undefined ? neededItems({ variance, margin, confidence }) : 0;
  const needed = planned > n ? planned : shrunk(good, margin, n);
  return needed > n && needed <= mostNeeded ? { needed } : {};
}

/** The smallest number at which the same estimate with a narrower interval passes, or is proven worse. */
function shrunk({ low, high, estimate }: Good, margin: number, n: number): number {
  const isBeyond = estimate < -margin;
  const times = isBeyond ? (high - estimate) / -estimate : (estimate - low) / (estimate + margin);
  return Math.ceil(n * times * times) + 1;
}
