import type { Severity } from "@slipway/contracts";
import type { Constraint } from "./check-builder.ts";
import { child, complain, type Cursor, keysOf, sourceOf, textOf, wordOf } from "./cursor.ts";
import type { CellForm, KeyColumn, Rule, Threshold } from "./ir.ts";
import { operators, qualityKeys } from "./keywords.ts";
import { portablePattern } from "./pattern.ts";
import { unsupported } from "./property-form.ts";

const metrics = [
  "nullValues",
  "missingValues",
  "invalidValues",
  "duplicateValues",
  "rowCount",
] as const;
const dimensions = [
  "accuracy",
  "completeness",
  "conformity",
  "consistency",
  "coverage",
  "timeliness",
  "uniqueness",
] as const;
type Metric = (typeof metrics)[number];

/** What a quality rule speaks about: a property, or the columns of a whole object by their names. */
export type QualityTarget = {
  readonly column?: string;
  readonly form?: CellForm | undefined;
  readonly columnOf: (name: string) => KeyColumn | undefined;
};

/** Reads one entry of a `quality` list. */
export function readQuality(rule: Cursor, target: QualityTarget): Constraint {
  const { column } = target;
  const refuse = (keyword: string, detail: string): Constraint => ({
    ...unsupported(rule, { column, keyword, detail }),
    severity: severityOf(textOf(rule, "severity")),
  });
  const type = wordOf(rule, "type", ["library", "sql", "custom", "text"] as const) ?? "library";
  wordOf(rule, "dimension", dimensions);
  demandKeys(rule, type);
  if (type !== "library")
    return refuse(`quality: ${type}`, `rules of the type ${type} are not run`);
  const unknown = keysOf(rule).filter((key) => !qualityKeys.has(key));
  if (unknown.length > 0) return refuse("quality", `the key ${unknown.join(", ")} is not known`);
  const metricKey = child(rule, "metric").value === undefined ? "rule" : "metric";
  const older = metricKey === "rule" ? textOf(rule, "rule") : undefined;
  if (older !== undefined && !metrics.some((known) => known === older)) {
    return refuse("quality", `the rule ${older} of an older version is not known`);
  }
  const metric = wordOf(rule, metricKey, metrics);
  const unit = textOf(rule, "unit") ?? "rows";
  if (metric === undefined) return refuse("quality", "it names no metric");
  if (unit !== "rows" && unit !== "percent") return refuse(metric, `the unit ${unit} is not known`);
  const threshold = readThreshold(rule);
  if (threshold === undefined) return refuse(metric, "it has no operator with a number");
  const demand = readDemand(rule, metric, target);
  if (typeof demand === "string") return refuse(metric, demand);
  const details = child(rule, "arguments").value;
  return {
    rule: demand,
    column,
    source: sourceOf(rule),
    severity: severityOf(textOf(rule, "severity")),
    metric: { name: metric, title: titles[metric], threshold, unit },
    ...(details === undefined && unit === "rows" ? {} : { detail: { arguments: details, unit } }),
  };
}

const titles: Record<Metric, string> = {
  nullValues: "nulls",
  missingValues: "missing values",
  invalidValues: "invalid values",
  duplicateValues: "duplicates",
  rowCount: "rows",
};

function demandKeys(rule: Cursor, type: "library" | "sql" | "custom" | "text"): void {
  const need = (key: string) => {
    if (child(rule, key).value === undefined)
      complain(rule, `a rule of the type ${type} needs ${key}`);
  };
  if (type === "sql") need("query");
  if (type === "custom") ["engine", "implementation"].forEach(need);
  if (type === "library" && child(rule, "rule").value === undefined) need("metric");
}

/** The severities that contracts use; an unknown word blocks. */
function severityOf(word: string | undefined): Severity {
  const lower = word?.toLowerCase() ?? "error";
  if (["info", "information", "notice", "low"].includes(lower)) return "info";
  return ["warn", "warning", "medium", "minor"].includes(lower) ? "warn" : "block";
}

function readThreshold(rule: Cursor): Threshold | undefined {
  const found: Record<string, unknown> = {};
  for (const operator of operators) {
    const cursor = child(rule, operator);
    if (cursor.value === undefined) continue;
    const value: unknown = cursor.value;
    if (operator === "mustBeBetween" || operator === "mustNotBeBetween") {
      const pair = Array.isArray(value) ? value.filter((item) => typeof item === "number") : [];
      const [low, high] = pair;
      if (pair.length !== 2 || low === undefined || high === undefined || low > high) {
        complain(cursor, `${operator} needs two numbers, the smaller one first`);
      } else found[operator] = [low, high];
    } else if (typeof value === "number" && Number.isFinite(value)) found[operator] = value;
    else complain(cursor, `${operator} must be a number`);
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

/** What the metric counts, or why it cannot. */
function readDemand(rule: Cursor, metric: Metric, target: QualityTarget): Rule | string {
  if (metric === "rowCount") return { kind: "rows" };
  if (metric === "duplicateValues") return readDuplicates(rule, target);
  if (target.column === undefined) return `${metric} is about a property, not about a whole object`;
  if (metric === "nullValues") return { kind: "required" };
  const details = child(rule, "arguments");
  const unknown = details.value === undefined ? [] : keysOf(details);
  return metric === "missingValues"
    ? readMissing(details, unknown)
    : readInvalid(details, unknown, target.form ?? { type: "string" });
}

function readDuplicates(rule: Cursor, { column, columnOf }: QualityTarget): Rule | string {
  const details = child(rule, "arguments");
  const keys = details.value === undefined ? [] : keysOf(details);
  if (column !== undefined) {
    const own = columnOf(column);
    if (own === undefined || keys.length > 0) return "its arguments are not known";
    return { kind: "unique", key: [own] };
  }
  const names = valuesOf(child(details, "properties"));
  if (names === undefined || names.length === 0 || keys.some((key) => key !== "properties")) {
    return "duplicates of an object need the argument properties";
  }
  const key = names.flatMap((name) => columnOf(name ?? "") ?? []);
  return key.length === names.length ? { kind: "unique", key } : "it names an unknown property";
}

function readMissing(details: Cursor, keys: readonly string[]): Rule | string {
  if (keys.some((key) => key !== "missingValues")) return "its arguments are not known";
  const values = keys.length === 0 ? [null, ""] : valuesOf(child(details, "missingValues"));
  if (values === undefined) return "missingValues must be a list of values";
  const words = values.filter((value) => value !== null);
  return { kind: "missing", values: words, isNullMissing: values.length > words.length };
}

function readInvalid(details: Cursor, keys: readonly string[], form: CellForm): Rule | string {
  const isKnown = keys.every((key) => key === "validValues" || key === "pattern");
  if (keys.length === 0 || !isKnown) return "it needs the argument validValues or pattern";
  const values = keys.includes("validValues") ? valuesOf(child(details, "validValues")) : [];
  if (values === undefined) return "validValues must be a list of values";
  const pattern = textOf(details, "pattern");
  const portable = pattern === undefined ? undefined : portablePattern(pattern);
  if (portable !== undefined && "refused" in portable) return portable.refused;
  return {
    kind: "invalid",
    form,
    ...(keys.includes("validValues") ? { values: values.filter((value) => value !== null) } : {}),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** The plain values of a list as text, null kept; anything else is `undefined`. */
export function valuesOf(cursor: Cursor): (string | null)[] | undefined {
  if (!Array.isArray(cursor.value)) return undefined;
  const values = cursor.value.map((value: unknown) => plainText(value));
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}

function plainText(value: unknown): string | null | undefined {
  if (value === null || typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
