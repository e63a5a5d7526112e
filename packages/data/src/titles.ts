import type { Bounds, CellType, Rule, Threshold } from "./ir.ts";

const typeTitles: Record<CellType, string> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  date: "date (yyyy-mm-dd)",
  timestamp: "date and time",
  time: "time of day",
};

/** What a rule demands, in a few plain words, without markup. */
export function titleOf(rule: Rule): string {
  switch (rule.kind) {
    case "type":
      return typeTitles[rule.form.type];
    case "required":
    case "pattern":
    case "length":
    case "range":
    case "multiple-of":
    case "one-of":
    case "missing":
    case "invalid":
      return cellTitle(rule);
    case "column":
      return "column present";
    case "undeclared":
      return "no undeclared columns";
    case "rows":
      return "at least one row";
    case "unique":
      return rule.key.length > 1
        ? `unique key (${rule.key.map(({ column }) => column).join(", ")})`
        : "unique";
    case "foreign-key":
      return rule.columns.length > 1
        ? `in ${rule.object} (${rule.columns.join(", ")})`
        : `in ${rule.object}.${rule.columns.join()}`;
    case "unsupported":
      return `${rule.keyword} (not supported)`;
  }
}

function cellTitle(rule: Exclude<Rule, { kind: "type" }>): string {
  switch (rule.kind) {
    case "required":
      return "required";
    case "pattern":
      return `matches ${shorten(rule.pattern)}`;
    case "length":
      return lengthTitle(rule.minimum, rule.maximum);
    case "range":
      return boundsTitle(rule.bounds);
    case "multiple-of":
      return `multiple of ${show(rule.step)}`;
    case "one-of":
      return `one of ${shorten(rule.values.join(", "))}`;
    case "missing":
      return "missing values";
    default:
      return "invalid values";
  }
}

/** `0 ≤ x ≤ 5,000`, with strict signs for exclusive bounds. */
function boundsTitle(bounds: Bounds): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = bounds;
  const low = [
    ...(minimum === undefined ? [] : [`${show(minimum)} ≤ `]),
    ...(exclusiveMinimum === undefined ? [] : [`${show(exclusiveMinimum)} < `]),
  ].join("");
  const high = [
    ...(maximum === undefined ? [] : [` ≤ ${show(maximum)}`]),
    ...(exclusiveMaximum === undefined ? [] : [` < ${show(exclusiveMaximum)}`]),
  ].join("");
  return `${low}x${high}`;
}

/** `≤ 5 %`, `> 0 and < 100`: what a quality rule demands of its number. */
export function thresholdTitle(threshold: Threshold, unit: "rows" | "percent"): string {
  const suffix = unit === "percent" ? " %" : "";
  const parts: string[] = [];
  const add = (sign: string, value: number | undefined) => {
    if (value !== undefined) parts.push(`${sign} ${show(value)}${suffix}`);
  };
  add("=", threshold.mustBe);
  add("≠", threshold.mustNotBe);
  add(">", threshold.mustBeGreaterThan);
  add("≥", threshold.mustBeGreaterOrEqualTo);
  add("<", threshold.mustBeLessThan);
  add("≤", threshold.mustBeLessOrEqualTo);
  const pair = (word: string, values: readonly [number, number] | undefined) => {
    if (values !== undefined)
      parts.push(`${word} ${show(values[0])} and ${show(values[1])}${suffix}`);
  };
  pair("between", threshold.mustBeBetween);
  pair("not between", threshold.mustNotBeBetween);
  return parts.join(" and ");
}

function lengthTitle(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined) return `at most ${show(maximum ?? 0)} characters`;
  if (maximum === undefined) return `at least ${show(minimum)} characters`;
  return `${show(minimum)} to ${show(maximum)} characters`;
}

function show(value: number | string): string {
  return typeof value === "number"
    ? value.toLocaleString("en-US", { maximumFractionDigits: 20 })
    : value;
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : text;
}
