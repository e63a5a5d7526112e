import { canonical } from "./check-builder.ts";
import type { Bounds, Check, Rule, Threshold } from "./ir.ts";

/** The stricter of two rules; `rule` is absent where neither contains the other's demand or both must be kept. */
export type TightenedRule = { readonly rule?: Rule; readonly isLoosened: boolean };

/** Compares two checks of the same id. Without a merged `rule`, head replaces base unless something is loosened. */
export function tightenRule(base: Check, head: Check): TightenedRule {
  const [from, to] = [base.rule, head.rule];
  if (base.threshold !== undefined || head.threshold !== undefined) {
    const isSame = canonical([from, base.unit]) === canonical([to, head.unit]);
    const isLoosened = !isSame || !isWithin(head.threshold ?? {}, base.threshold ?? {});
    return { isLoosened };
  }
  if (from.kind === "range" && to.kind === "range" && isComparable(from, to)) {
    return tightenRange(from, to);
  }
  if (from.kind === "length" && to.kind === "length") return tightenLength(from, to);
  if (from.kind === "one-of" && to.kind === "one-of") {
    const values = to.values.filter((value) => from.values.includes(value));
    return { rule: { ...to, values }, isLoosened: values.length < to.values.length };
  }
  if (from.kind === "column" && to.kind === "column") {
    return {
      rule: { ...to, isRequired: from.isRequired || to.isRequired },
      isLoosened: from.isRequired,
    };
  }
  if (from.kind === "undeclared" && to.kind === "undeclared") {
    // A newly declared column brings checks of its own; it is no loosening.
    return { rule: to, isLoosened: false };
  }
  if (from.kind === "type" && to.kind === "type") {
    const isNarrower = from.form.type === "number" && to.form.type === "integer";
    const isZoned = from.form.type === to.form.type && from.form.zone === undefined;
    return { isLoosened: !(isNarrower || isZoned) };
  }
  return { isLoosened: true };
}

type RangeRule = Extract<Rule, { kind: "range" }>;
type LengthRule = Extract<Rule, { kind: "length" }>;

function tightenRange(base: RangeRule, head: RangeRule): TightenedRule {
  const bounds: { -readonly [K in keyof Bounds]: Bounds[K] } = {};
  let isLoosened = false;
  for (const key of ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"] as const) {
    const [from, to] = [base.bounds[key], head.bounds[key]];
    const isLower = key === "minimum" || key === "exclusiveMinimum";
    const strict = stricter(from, to, isLower);
    if (strict !== undefined) bounds[key] = strict;
    if (from !== undefined && strict !== to) isLoosened = true;
  }
  return { rule: { ...head, bounds }, isLoosened };
}

/** Numbers compare with numbers, and times of one type with each other. */
function isComparable(base: RangeRule, head: RangeRule): boolean {
  const isNumeric = ({ form }: RangeRule) => form.type === "integer" || form.type === "number";
  return base.form.type === head.form.type || (isNumeric(base) && isNumeric(head));
}

/** Bounds of one type are all numbers, or all ISO texts of one form, which compare as text does. */
function stricter(
  from: number | string | undefined,
  to: number | string | undefined,
  isLower: boolean,
): number | string | undefined {
  if (from === undefined || to === undefined) return from ?? to;
  return (isLower ? from > to : from < to) ? from : to;
}

function tightenLength(base: LengthRule, head: LengthRule): TightenedRule {
  const minimum = Math.max(base.minimum ?? 0, head.minimum ?? 0);
  const maximum = Math.min(base.maximum ?? Infinity, head.maximum ?? Infinity);
  const isLoosened = minimum > (head.minimum ?? 0) || maximum < (head.maximum ?? Infinity);
  const rule = {
    kind: "length" as const,
    ...(minimum === 0 ? {} : { minimum }),
    ...(maximum === Infinity ? {} : { maximum }),
  };
  return { rule, isLoosened };
}

/** Whether everything that `inner` allows is allowed by `outer`; only single intervals can be told. */
function isWithin(inner: Threshold, outer: Threshold): boolean {
  const gaps = [inner, outer].some(
    (item) => item.mustNotBe !== undefined || item.mustNotBeBetween !== undefined,
  );
  if (gaps) return false;
  const [one, other] = [interval(inner), interval(outer)];
  const isAbove =
    one.low > other.low || (one.low === other.low && (one.isLowOpen || !other.isLowOpen));
  const isBelow =
    one.high < other.high || (one.high === other.high && (one.isHighOpen || !other.isHighOpen));
  return isAbove && isBelow;
}

type Interval = { low: number; high: number; isLowOpen: boolean; isHighOpen: boolean };

function interval(threshold: Threshold): Interval {
  const result: Interval = { low: -Infinity, high: Infinity, isLowOpen: false, isHighOpen: false };
  const raise = (value: number | undefined, isOpen: boolean) => {
    if (value === undefined || value < result.low || (value === result.low && !isOpen)) return;
    Object.assign(result, { low: value, isLowOpen: isOpen });
  };
  const lower = (value: number | undefined, isOpen: boolean) => {
    if (value === undefined || value > result.high || (value === result.high && !isOpen)) return;
    Object.assign(result, { high: value, isHighOpen: isOpen });
  };
  raise(threshold.mustBeGreaterOrEqualTo, false);
  raise(threshold.mustBeBetween?.[0], false);
  raise(threshold.mustBe, false);
  raise(threshold.mustBeGreaterThan, true);
  lower(threshold.mustBeLessOrEqualTo, false);
  lower(threshold.mustBeBetween?.[1], false);
  lower(threshold.mustBe, false);
  lower(threshold.mustBeLessThan, true);
  return result;
}
