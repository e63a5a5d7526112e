import type { CellForm, CellType } from "./ir.ts";

const hour = "(?:[01][0-9]|2[0-3])";
const clock = `${hour}:[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?`;
const day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const zone = `(?:Z|[+-]${hour}:[0-5][0-9])`;

/**
 * The lexical form of each type, to be matched against the whole cell. It is narrower than any engine's cast, which reads
 * `12.6` as 13 and `2024-2-3` as a date; whether the value exists (30 February) is left to the cast.
 */
const forms: Record<CellType, string | undefined> = {
  string: undefined,
  integer: "[+-]?[0-9]+",
  number: "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
  boolean: "true|false|True|False|TRUE|FALSE",
  date: day,
  timestamp: `${day}[ T]${clock}${zone}?`,
  time: clock,
};

/** The pattern that the text of a cell must match as a whole, or `undefined` where any text will do. */
export function lexicalPattern(form: CellForm): string | undefined {
  if (form.type !== "timestamp") return forms[form.type];
  const separator = form.separator === undefined ? "[ T]" : form.separator;
  const ending = form.zone === "demanded" ? zone : form.zone === "refused" ? "" : `${zone}?`;
  return `${day}${separator}${clock}${ending}`;
}

/** Whether `text` has the lexical form; it may still name a day that does not exist. */
export function matchesForm(text: string, form: CellForm): boolean {
  const pattern = lexicalPattern(form);
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, "u").test(text);
}

/** The pattern of a time zone at the end of a timestamp. */
export const zonePattern = `.*${zone}`;
