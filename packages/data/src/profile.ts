import type { Dialect, Table } from "./dialect.ts";
import type { CellForm, CellType } from "./ir.ts";
import { nativeTypeOf, valueLayer } from "./value-layer.ts";

/** What a column of a data set holds. `type` is absent where its values are nested or binary. */
export type ColumnProfile = {
  readonly column: string;
  readonly type: CellType | undefined;
  readonly rows: number;
  readonly values: number;
  readonly distinct: number;
  /** The smallest and largest number; absent for everything else. */
  readonly range?: { readonly low: number; readonly high: number };
};

/** Numbers first: `2024` is no date, and what is a whole number is a number too. */
const candidates: readonly CellType[] = [
  "integer",
  "number",
  "boolean",
  "date",
  "timestamp",
  "time",
];
const leadingZero = "[+-]?0[0-9]+";

type Row = Readonly<Record<string, unknown>>;

/** A statement that profiles all columns of a table in one scan, and how its row is read. */
export function compileProfile(
  dialect: Dialect,
  table: Table,
): { readonly sql: string; readonly read: (row: Row) => readonly ColumnProfile[] } {
  const columns = [...new Set(table.files.flatMap((file) => file.columns))];
  const typesOf = (column: string): readonly CellType[] => {
    const native = nativeTypeOf(table, column);
    if (native === undefined) return candidates;
    const held = [...candidates, "string" as const].find((type) => dialect.holds(native, type));
    return held === undefined ? [] : [held];
  };
  const wanted = columns.flatMap((column) =>
    typesOf(column).map((type) => ({ column, form: { type } satisfies CellForm })),
  );
  const layer = valueLayer(dialect, table, { wanted, columns, isNumbered: false });
  const items = columns.flatMap((column, index) => {
    const raw = layer.rawOf(column);
    const isText = nativeTypeOf(table, column) === undefined;
    const types = typesOf(column);
    const number = types.includes("number") ? "number" : types.includes("integer") ? "integer" : "";
    const value = number === "" ? "NULL" : layer.cellOf(column, { type: number }).value;
    return [
      `count(${raw}) AS v${index}`,
      `count(DISTINCT ${raw}) AS d${index}`,
      `CAST(min(${value}) AS DOUBLE) AS lo${index}`,
      `CAST(max(${value}) AS DOUBLE) AS hi${index}`,
      ...(isText
        ? [`count(*) FILTER (WHERE ${dialect.fullMatch(raw, leadingZero)}) AS z${index}`]
        : []),
      ...types.map((type) => `count(${layer.cellOf(column, { type }).value}) AS ${type}${index}`),
    ];
  });
  const read = (row: Row) =>
    columns.map((column, index) => {
      const isText = nativeTypeOf(table, column) === undefined;
      return readColumn(row, { column, index, isText, types: typesOf(column) });
    });
  return { sql: `SELECT count(*) AS n, ${items.join(", ")} FROM ${layer.sql}`, read };
}

type Asked = {
  readonly column: string;
  readonly index: number;
  readonly isText: boolean;
  readonly types: readonly CellType[];
};

function readColumn(row: Row, { column, index, isText, types }: Asked): ColumnProfile {
  const values = Number(row[`v${index}`]);
  // Leading zeros are part of a code, such as a postal one, and would be lost in a number.
  const isCode = isText && Number(row[`z${index}`]) > 0;
  const fitting = types.find((type) => Number(row[`${type}${index}`]) === values);
  const isNumber = fitting === "integer" || fitting === "number";
  const type = values === 0 || (isCode && isNumber) ? undefined : fitting;
  const [low, high] = [Number(row[`lo${index}`]), Number(row[`hi${index}`])];
  return {
    column,
    type: type ?? (isText ? "string" : undefined),
    rows: Number(row["n"]),
    values,
    distinct: Number(row[`d${index}`]),
    ...(type === "integer" || type === "number" ? { range: { low, high } } : {}),
  };
}

/** A statement for the values of a column that holds few different ones. */
export function compileValues(dialect: Dialect, table: Table, column: string): string {
  const layer = valueLayer(dialect, table, { wanted: [], columns: [column], isNumbered: false });
  const raw = layer.rawOf(column);
  return `SELECT DISTINCT ${dialect.text(raw)} AS v FROM ${layer.sql} WHERE ${raw} IS NOT NULL ORDER BY v`;
}
