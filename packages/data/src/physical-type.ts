import type { CellType } from "./ir.ts";

/** What a physical type says about a cell of a file. */
export type PhysicalType = { readonly type: CellType; readonly maxLength?: number };

const families: Record<CellType, RegExp> = {
  string:
    /^(?:(?:var|nvar|n|bp)?char(?:acter)?2?|character varying|(?:tiny|medium|long|n)?text|string|clob|utf8|uuid)$/,
  integer:
    /^(?:(?:tiny|small|medium|big|huge)?int(?:eger)?|u?int(?:2|4|8|16|32|64)|long|short|(?:big|small)?serial)$/,
  number: /^(?:double(?: precision)?|float(?:4|8|32|64)?|real|decimal|numeric|number)$/,
  boolean: /^bool(?:ean)?$/,
  date: /^date$/,
  timestamp: /^(?:timestamp(?:_?(?:tz|ntz|ltz))?|timestamp with(?:out)? time zone|datetime2?)$/,
  time: /^time(?: with(?:out)? time zone)?$/,
};
const types = Object.keys(families).flatMap((name) => isCellType(name) ?? []);

/**
 * Reads a physical type of a database as far as it concerns a file: its family, and the longest text of `VARCHAR(36)`.
 * Widths of integers differ between databases and are not guessed. A type with digits to keep, such as `DECIMAL(10,2)`,
 * and an unknown one are `undefined`.
 */
export function parsePhysicalType(text: string): PhysicalType | undefined {
  const found = /^\s*([a-z][a-z0-9_ ]*?)\s*(?:\(\s*(\d+)\s*(,\s*\d+\s*)?\))?\s*$/.exec(
    text.toLowerCase(),
  );
  const name = found?.[1] ?? "";
  const size = found?.[2];
  const type = types.find((candidate) => families[candidate].test(name));
  if (type === undefined) return undefined;
  if (size === undefined) return { type };
  if (type === "string" && found?.[3] === undefined) return { type, maxLength: Number(size) };
  return type === "number" ? undefined : { type };
}

/** The word as a {@link CellType}, or `undefined`. */
export function isCellType(word: string): CellType | undefined {
  switch (word) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "date":
    case "timestamp":
    case "time":
      return word;
    default:
      return undefined;
  }
}
