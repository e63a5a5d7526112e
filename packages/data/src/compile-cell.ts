import type { Dialect } from "./dialect.ts";
import type { Bounds, CellForm, CellRule } from "./ir.ts";
import { lexicalPattern, matchesForm } from "./lexical.ts";
import { portablePattern } from "./pattern.ts";

/** A column in a statement: what the file holds, and the value that it stands for. `native` is absent where cells are text. */
export type Cell = { readonly raw: string; readonly value: string; readonly native?: string };

/** The value of a column under a form: lexical form first, then the cast; NULL where either fails. */
export function valueSql(
  dialect: Dialect,
  column: { readonly raw: string; readonly native?: string | undefined },
  form: CellForm,
): string {
  if (column.native !== undefined) return dialect.native(column.raw, column.native, form.type);
  const pattern = lexicalPattern(form);
  if (pattern === undefined) return column.raw;
  return `CASE WHEN ${dialect.fullMatch(column.raw, pattern)} THEN ${dialect.parse(column.raw, form.type)} END`;
}

/** The condition under which a cell breaks `rule`; never NULL. */
export function brokenSql(dialect: Dialect, rule: CellRule, cell: Cell): string {
  const { raw, value } = cell;
  const isText = cell.native === undefined || cell.native === "VARCHAR";
  const text = isText ? raw : dialect.text(raw);
  switch (rule.kind) {
    case "type":
      return value === raw ? "FALSE" : `(${raw} IS NOT NULL AND ${value} IS NULL)`;
    case "required":
      return `(${raw} IS NULL)`;
    case "range": {
      const parts = boundParts(dialect, rule.bounds, { value, type: rule.form.type });
      return `(${value} IS NOT NULL AND NOT coalesce(${parts.join(" AND ")}, FALSE))`;
    }
    case "multiple-of":
      return `(${value} IS NOT NULL AND NOT ${dialect.isMultiple(value, rule.step, rule.form.type)})`;
    case "pattern":
      return `(${raw} IS NOT NULL AND NOT ${matchSql(dialect, text, rule.pattern)})`;
    case "length":
      return `(${raw} IS NOT NULL AND NOT (${lengthParts(dialect, text, rule).join(" AND ")}))`;
    case "one-of":
      return `(${raw} IS NOT NULL AND NOT ${memberSql(dialect, { value, form: rule.form }, rule.values)})`;
    case "missing":
      return missingSql(dialect, rule, { raw, text, isFile: cell.native === undefined });
    case "invalid": {
      const parts = [
        ...(rule.values === undefined
          ? []
          : [memberSql(dialect, { value, form: rule.form }, rule.values)]),
        ...(rule.pattern === undefined ? [] : [matchSql(dialect, text, rule.pattern)]),
      ];
      return `(${raw} IS NOT NULL AND NOT (${parts.join(" AND ")}))`;
    }
  }
}

function matchSql(dialect: Dialect, text: string, pattern: string): string {
  const portable = portablePattern(pattern);
  if ("refused" in portable)
    throw new Error(`an unportable pattern got past the reader: ${pattern}`);
  return dialect.fullMatch(text, portable.pattern);
}

function boundParts(
  dialect: Dialect,
  bounds: Bounds,
  { value, type }: { value: string; type: CellForm["type"] },
): string[] {
  const literal = (bound: number | string) =>
    type === "integer" || type === "number"
      ? String(bound)
      : dialect.parse(dialect.literal(String(bound)), type);
  const part = (sign: string, bound: number | string | undefined) =>
    bound === undefined ? [] : [`${value} ${sign} ${literal(bound)}`];
  return [
    ...part(">=", bounds.minimum),
    ...part(">", bounds.exclusiveMinimum),
    ...part("<=", bounds.maximum),
    ...part("<", bounds.exclusiveMaximum),
  ];
}

function lengthParts(
  dialect: Dialect,
  text: string,
  { minimum, maximum }: { minimum?: number; maximum?: number },
): string[] {
  const length = dialect.length(text);
  return [
    ...(minimum === undefined ? [] : [`${length} >= ${minimum}`]),
    ...(maximum === undefined ? [] : [`${length} <= ${maximum}`]),
  ];
}

/** Whether a value is in a list. Entries that are no values of the type can match nothing and would make IN return NULL. */
function memberSql(
  dialect: Dialect,
  { value, form }: { value: string; form: CellForm },
  values: readonly string[],
): string {
  const literals = values
    .filter((word) => matchesForm(word, form))
    .map((word) => dialect.parse(dialect.literal(word), form.type));
  return literals.length === 0 ? "FALSE" : `coalesce(${value} IN (${literals.join(", ")}), FALSE)`;
}

function missingSql(
  dialect: Dialect,
  rule: Extract<CellRule, { kind: "missing" }>,
  { raw, text, isFile }: { raw: string; text: string; isFile: boolean },
): string {
  // An empty cell of a CSV file is NULL, whichever of the two the contract names.
  const isNullMissing = rule.isNullMissing || (isFile && rule.values.includes(""));
  const words = rule.values.map((word) => dialect.literal(word));
  const parts = [
    ...(isNullMissing ? [`${raw} IS NULL`] : []),
    ...(words.length === 0 ? [] : [`coalesce(${text} IN (${words.join(", ")}), FALSE)`]),
  ];
  return parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`;
}
