import type { Constraint } from "./check-builder.ts";
import { child, complain, type Cursor, sourceOf, textOf, wordOf } from "./cursor.ts";
import type { CellForm } from "./ir.ts";
import { isCellType, parsePhysicalType } from "./physical-type.ts";

const logicalTypes = [
  "string",
  "date",
  "timestamp",
  "time",
  "number",
  "integer",
  "object",
  "array",
  "boolean",
  "map",
] as const;
const formats: Readonly<Record<string, Partial<Record<string, Partial<CellForm>>>>> = {
  date: { "yyyy-MM-dd": {} },
  time: { "HH:mm:ss": {} },
  timestamp: {
    "yyyy-MM-dd HH:mm:ss": { separator: " " },
    "yyyy-MM-dd'T'HH:mm:ss": { separator: "T" },
  },
};

const utcNames: ReadonlySet<unknown> = new Set(["UTC", "Etc/UTC", "GMT", "Etc/GMT"]);

/** How a property's cells are read, and the constraints that say so. */
export type PropertyForm = {
  readonly form: CellForm | undefined;
  readonly constraints: readonly Constraint[];
};

/** Reads logicalType, physicalType and those options that decide how a cell is read. */
export function readForm(property: Cursor, column: string): PropertyForm {
  const logical = wordOf(property, "logicalType", logicalTypes);
  const constraints: Constraint[] = [];
  const refuse = (cursor: Cursor, keyword: string, detail: string) =>
    constraints.push(unsupported(cursor, { column, keyword, detail }));
  const physicalText = textOf(property, "physicalType");
  const physical = physicalText === undefined ? undefined : parsePhysicalType(physicalText);
  if (logical === "map" && child(property, "map").value === undefined) {
    complain(property, "a map needs the key map");
  }
  const type = logical === undefined ? physical?.type : isCellType(logical);
  if (logical !== undefined && type === undefined) {
    refuse(child(property, "logicalType"), `logicalType: ${logical}`, "nested values are not read");
  } else if (physicalText !== undefined && physical === undefined) {
    const detail = `${physicalText} is not known, or has digits to keep`;
    refuse(child(property, "physicalType"), "physicalType", detail);
  }
  if (type === undefined) return { form: undefined, constraints };
  const form = withOptions(property, { type }, refuse);
  const source = sourceOf(property, logical === undefined ? "physicalType" : "logicalType");
  constraints.push({ rule: { kind: "type", form }, column, source });
  if (type === "string" && physical?.maxLength !== undefined) {
    const rule = { kind: "length", maximum: physical.maxLength } as const;
    constraints.push({
      rule,
      column,
      source: sourceOf(property, "physicalType"),
      detail: "physical",
    });
  }
  return { form, constraints };
}

/** A constraint that is listed as not supported. */
export function unsupported(
  cursor: Cursor,
  what: { column?: string | undefined; keyword: string; detail: string },
): Constraint {
  const { column, keyword, detail } = what;
  return {
    rule: { kind: "unsupported", keyword, detail },
    column,
    source: sourceOf(cursor),
    detail: cursor.value ?? null,
  };
}

type Refuse = (cursor: Cursor, keyword: string, detail: string) => void;

function withOptions(property: Cursor, form: CellForm, refuse: Refuse): CellForm {
  const options = child(property, "logicalTypeOptions");
  const known = formats[form.type];
  if (known === undefined) return form;
  const format = textOf(options, "format");
  const found = format === undefined ? {} : known[format];
  if (found === undefined) {
    refuse(child(options, "format"), "format", `the format ${format ?? ""} is not read yet`);
  }
  return { ...form, ...found, ...zoneOf(options, form, refuse) };
}

function zoneOf(options: Cursor, form: CellForm, refuse: Refuse): Partial<CellForm> {
  const zone = child(options, "timezone");
  const fallback = child(options, "defaultTimezone");
  if (fallback.value !== undefined && !utcNames.has(fallback.value)) {
    refuse(fallback, "defaultTimezone", "times without a zone are read as UTC");
  }
  if (zone.value === undefined || form.type === "date") return {};
  if (zone.value !== true && zone.value !== false) {
    complain(zone, "timezone must be true or false");
    return {};
  }
  if (form.type === "time") {
    if (zone.value) refuse(zone, "timezone", "a time of day with a zone is not read yet");
    return {};
  }
  return { zone: zone.value ? "demanded" : "refused" };
}
