import type { CellType } from "./ir.ts";

/** One data file as an engine finds it. `types` are those of a Parquet footer; a CSV file has none: its cells are text. */
export type TableFile = {
  readonly path: string;
  readonly columns: readonly string[];
  readonly types?: readonly string[];
};

/** The files of one data set, in the order in which rows are counted, and how their CSV is written. */
export type Table = {
  readonly files: readonly TableFile[];
  readonly encoding: "utf-8" | "latin-1";
  readonly delimiter: string;
};

/** How one engine spells what checks need. Texts are SQL expressions, except where a parameter says `text` or `name`. */
export type Dialect = {
  readonly name: string;
  identifier(name: string): string;
  literal(text: string): string;
  /** A table expression over files of equal columns; `rowNumber` names a column that counts data rows from 1. */
  scan(table: Table, files: readonly TableFile[], rowNumber?: string): string;
  /** A statement that gives `name` and `type` of each column of a Parquet file. */
  describe(path: string): string;
  /** Whether the whole of `value` matches a portable pattern. */
  fullMatch(value: string, patternText: string): string;
  /** The value that `text` stands for, NULL where there is none; timestamps become microseconds since 1970 in UTC. */
  parse(text: string, type: CellType): string;
  /** A column of a native type as a comparable value of `type`; NULL where it is not finite. */
  native(value: string, nativeType: string, type: CellType): string;
  /** Whether a native type holds values of `type`. */
  holds(nativeType: string, type: CellType): boolean;
  /** Whether a native type of timestamps knows a time zone. */
  hasZone(nativeType: string): boolean;
  text(value: string): string;
  length(text: string): string;
  /** Whether `value`, a number, is an exact multiple of `step`, read as decimals. */
  isMultiple(value: string, step: number, type: CellType): string;
  /** One row per item: the number `k` of the condition, place `p` and value `v` of the first `limit` rows of each. */
  firstRows(conditions: readonly FirstRows[], from: string, limit: number): string;
};

/** The rows wanted by one condition. */
export type FirstRows = {
  readonly condition: string;
  readonly place: string;
  readonly value: string;
};
