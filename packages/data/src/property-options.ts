import type { Constraint } from "./check-builder.ts";
import {
  child,
  complain,
  countOf,
  type Cursor,
  keysOf,
  numberOf,
  sourceOf,
  textOf,
} from "./cursor.ts";
import type { Bounds, CellForm } from "./ir.ts";
import { matchesForm } from "./lexical.ts";
import { portablePattern } from "./pattern.ts";
import { unsupported } from "./property-form.ts";

const boundKeys = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const;
const readByForm = new Set(["timezone", "defaultTimezone"]);
const stringFormats: Readonly<Record<string, string>> = {
  uuid: "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
  ipv4: "(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])",
};
const numberFormats: Readonly<Record<string, Bounds>> = {
  i8: { minimum: -128, maximum: 127 },
  i16: { minimum: -32768, maximum: 32767 },
  i32: { minimum: -2147483648, maximum: 2147483647 },
  i64: { minimum: "-9223372036854775808", maximum: "9223372036854775807" },
  u8: { minimum: 0, maximum: 255 },
  u16: { minimum: 0, maximum: 65535 },
  u32: { minimum: 0, maximum: 4294967295 },
  u64: { minimum: 0, maximum: "18446744073709551615" },
};

/** Reads `logicalTypeOptions`; an option that the type does not have, or that we cannot enforce, is listed as unsupported. */
export function readOptions(
  property: Cursor,
  column: string,
  form: CellForm | undefined,
): Constraint[] {
  const options = child(property, "logicalTypeOptions");
  if (options.value === undefined) return [];
  const keys = keysOf(options);
  const left = new Set(keys);
  const take = (...names: readonly string[]) => {
    const present = names.some((name) => left.has(name));
    for (const name of names) left.delete(name);
    return present;
  };
  const found = form === undefined ? [] : readKnown({ options, column, form, take });
  const refused = [...left].map((keyword) =>
    unsupported(child(options, keyword), { column, keyword, detail: detailOf(form) }),
  );
  return [...found, ...refused];
}

type Reading = {
  readonly options: Cursor;
  readonly column: string;
  readonly form: CellForm;
  readonly take: (...names: readonly string[]) => boolean;
};

function detailOf(form: CellForm | undefined): string {
  return form === undefined
    ? "there is no logical type to read it by"
    : `it is not enforced for the type ${form.type}`;
}

function readKnown(reading: Reading): Constraint[] {
  const { form, take } = reading;
  switch (form.type) {
    case "string":
      return [...readLength(reading), ...readPattern(reading), ...readStringFormat(reading)];
    case "integer":
    case "number":
      return [...readRange(reading), ...readStep(reading), ...readNumberFormat(reading)];
    case "date":
    case "timestamp":
    case "time":
      take("format", ...readByForm);
      return readRange(reading);
    default:
      return [];
  }
}

function readLength({ options, column, take }: Reading): Constraint[] {
  if (!take("minLength", "maxLength")) return [];
  const minimum = countOf(options, "minLength");
  const maximum = countOf(options, "maxLength");
  const rule = {
    kind: "length" as const,
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  const key = maximum === undefined ? "minLength" : "maxLength";
  return [{ rule, column, source: sourceOf(options, key) }];
}

function readPattern({ options, column, take }: Reading): Constraint[] {
  if (!take("pattern")) return [];
  const pattern = textOf(options, "pattern");
  return pattern === undefined
    ? []
    : [patternConstraint(child(options, "pattern"), column, pattern)];
}

/** A pattern that every engine reads alike, or an entry that says why it is not. */
function patternConstraint(cursor: Cursor, column: string, pattern: string): Constraint {
  const portable = portablePattern(pattern);
  return "refused" in portable
    ? unsupported(cursor, { column, keyword: "pattern", detail: portable.refused })
    : { rule: { kind: "pattern", pattern }, column, source: sourceOf(cursor) };
}

function readStringFormat({ options, column, take }: Reading): Constraint[] {
  const pattern = stringFormats[textOf(options, "format") ?? ""];
  if (pattern === undefined) return [];
  take("format");
  const source = sourceOf(options, "format");
  return [{ rule: { kind: "pattern", pattern }, column, source, detail: "format" }];
}

function readNumberFormat({ options, column, form, take }: Reading): Constraint[] {
  const format = textOf(options, "format");
  if (format === "f64" && form.type === "number") take("format");
  const bounds = form.type === "integer" ? numberFormats[format ?? ""] : undefined;
  if (bounds === undefined) return [];
  take("format");
  const rule = { kind: "range" as const, form, bounds };
  return [{ rule, column, source: sourceOf(options, "format"), detail: "format" }];
}

function readStep({ options, column, form, take }: Reading): Constraint[] {
  if (!take("multipleOf")) return [];
  const step = numberOf(options, "multipleOf");
  if (step === undefined) return [];
  const cursor = child(options, "multipleOf");
  if (step <= 0) complain(cursor, "multipleOf must be above 0");
  // Remainders are taken in DECIMAL(38,10), see compile-cell.ts.
  if (!/^[0-9]{1,15}(?:\.[0-9]{1,10})?$/.test(String(step))) {
    return [unsupported(cursor, { column, keyword: "multipleOf", detail: "too many digits" })];
  }
  return [{ rule: { kind: "multiple-of", form, step }, column, source: sourceOf(cursor) }];
}

function readRange({ options, column, form, take }: Reading): Constraint[] {
  const present = boundKeys.filter((key) => take(key));
  const bounds: { -readonly [K in keyof Bounds]: Bounds[K] } = {};
  const refused: Constraint[] = [];
  for (const key of present) {
    const cursor = child(options, key);
    const bound = readBound(cursor, form);
    if (bound === "inexact") {
      const detail = "a bound above 2^53 cannot be read exactly";
      refused.push(unsupported(cursor, { column, keyword: key, detail }));
    } else if (bound !== undefined) bounds[key] = bound;
  }
  const [first] = present;
  if (first === undefined || Object.keys(bounds).length === 0) return refused;
  return [
    ...refused,
    { rule: { kind: "range", form, bounds }, column, source: sourceOf(options, first) },
  ];
}

function readBound(cursor: Cursor, form: CellForm): number | string | undefined {
  const { value } = cursor;
  if (form.type === "integer" || form.type === "number") {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      complain(cursor, "a bound of numbers must be a number");
      return undefined;
    }
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? "inexact" : value;
  }
  const anyForm: CellForm = { type: form.type };
  const text = String(value);
  if (matchesForm(text, anyForm)) return text;
  if (form.type === "timestamp" && matchesForm(text, { type: "date" })) return `${text} 00:00:00`;
  complain(cursor, `a bound of a ${form.type} must be written as in ISO 8601`);
  return undefined;
}
