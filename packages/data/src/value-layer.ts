import { canonical } from "./check-builder.ts";
import { type Cell, valueSql } from "./compile-cell.ts";
import type { Dialect, Table } from "./dialect.ts";
import type { CellForm, KeyColumn } from "./ir.ts";

/** Places of rows are `file * placeBase + row`, so that one number orders them. */
export const placeBase = 2 ** 40;
/** Longer values are cut; one character more than is shown tells that something was cut. */
export const valueLimit = 201;

/** What a layer must offer: columns as they are, and values of columns under forms. */
export type LayerRequest = {
  readonly wanted: readonly KeyColumn[];
  readonly columns: readonly string[];
  readonly isNumbered: boolean;
};

/** A derived table and the names in it. `hasUnread` tells that it has a column `unread`. */
export type ValueLayer = {
  readonly sql: string;
  readonly hasUnread: boolean;
  rawOf(column: string): string;
  cellOf(column: string, form: CellForm): Cell;
};

/** A derived table with each raw column once, and each value of a column under a form once. */
export function valueLayer(dialect: Dialect, table: Table, request: LayerRequest): ValueLayer {
  const raws = [...new Set([...request.columns, ...request.wanted.map(({ column }) => column)])];
  const rawOf = (column: string) => `c${raws.indexOf(column)}`;
  const nativeOf = (column: string) => nativeTypeOf(table, column);
  const forms = new Map<string, { alias: string; sql: string }>();
  for (const { column, form } of request.wanted) {
    const raw = rawOf(column);
    const sql = valueSql(dialect, { raw, native: nativeOf(column) }, form);
    const key = `${raw} ${canonical(form)}`;
    if (sql !== raw && !forms.has(key)) forms.set(key, { alias: `t${forms.size}`, sql });
  }
  // Only a numbered scan is for samples: there the whole file has been read before.
  const hasUnread = !request.isNumbered && hasOnlyText(table) && hasOtherColumns(table, raws);
  const base = relation(dialect, table, {
    columns: raws,
    isNumbered: request.isNumbered,
    hasUnread,
  });
  const values = [...forms.values()].map(({ alias, sql }) => `, ${sql} AS ${alias}`).join("");
  return {
    sql: `(SELECT *${values} FROM ${base})`,
    hasUnread,
    rawOf,
    cellOf: (column, form) => {
      const raw = rawOf(column);
      const native = nativeOf(column);
      const value = forms.get(`${raw} ${canonical(form)}`)?.alias ?? raw;
      return { raw, value, ...(native === undefined ? {} : { native }) };
    },
  };
}

function hasOnlyText(table: Table): boolean {
  return table.files.every(({ types }) => types === undefined);
}

function hasOtherColumns(table: Table, raws: readonly string[]): boolean {
  return table.files.some(({ columns }) => columns.some((column) => !raws.includes(column)));
}

/**
 * The native type of a column; `undefined` where cells are text. Where files differ, one with fractions stands for all,
 * as UNION ALL makes it the type of the whole.
 */
export function nativeTypeOf(table: Table, column: string): string | undefined {
  const found = nativeTypesOf(table, column);
  return found.find((type) => /^(?:FLOAT|DOUBLE)$/.test(type)) ?? found[0];
}

/** The native types that a column has in the files that have it. */
export function nativeTypesOf(table: Table, column: string): string[] {
  return table.files.flatMap(({ columns, types }) => types?.[columns.indexOf(column)] ?? []);
}

type RelationRequest = {
  readonly columns: readonly string[];
  readonly isNumbered: boolean;
  readonly hasUnread: boolean;
};

/** All files as one table with the columns `c0…`, NULL where a file has no such column. */
function relation(dialect: Dialect, table: Table, request: RelationRequest): string {
  const groups = request.isNumbered
    ? table.files.map((file, index) => ({ files: [file], index }))
    : [
        ...Map.groupBy(table.files, ({ columns, types }) => canonical([columns, types])).values(),
      ].map((files) => ({ files, index: 0 }));
  const parts = groups.map(({ files, index }) => {
    const present = files[0]?.columns ?? [];
    const items = request.columns.map((column, position) =>
      present.includes(column)
        ? `${dialect.identifier(column)} AS c${position}`
        : `NULL AS c${position}`,
    );
    if (request.isNumbered) items.push(`${index * placeBase} + slipway_row AS p`);
    if (request.hasUnread) items.push(`${unreadSql(dialect, present, request.columns)} AS unread`);
    if (items.length === 0) items.push("1 AS c");
    return `SELECT ${items.join(", ")} FROM ${dialect.scan(table, files, request.isNumbered ? "slipway_row" : undefined)}`;
  });
  return `(${parts.join(" UNION ALL ")})`;
}

/** Reads the columns that no check names, since an engine overlooks bad bytes in a column that it does not read. */
function unreadSql(dialect: Dialect, present: readonly string[], read: readonly string[]): string {
  const others = present.filter((column) => !read.includes(column));
  if (others.length === 0) return "NULL";
  return `CASE WHEN ${others.map((column) => `${dialect.identifier(column)} IS NULL`).join(" AND ")} THEN 1 END`;
}

/** The columns of a key. */
export type KeyRequest = { readonly key: readonly KeyColumn[]; readonly isNumbered: boolean };

/** A derived table with the values of a key as `k0…`; numbered, with its place `p` and its text `v` too. */
export function keyRelation(
  dialect: Dialect,
  table: Table,
  { key, isNumbered }: KeyRequest,
): string {
  const columns = [...new Set(key.map(({ column }) => column))];
  const base = relation(dialect, table, { columns, isNumbered, hasUnread: false });
  const items = key.map(({ column, form }, index) => {
    const raw = `c${columns.indexOf(column)}`;
    const native = nativeTypeOf(table, column);
    // The other side of a foreign key may have another type: its text is read then, as an engine's own cast is too lenient.
    const isText = native !== undefined && !dialect.holds(native, form.type);
    const cell = isText ? { raw: dialect.text(raw) } : { raw, native };
    return `${valueSql(dialect, cell, form)} AS k${index}`;
  });
  if (isNumbered) {
    const texts = columns.map((_, index) => dialect.text(`c${index}`)).join(" || ', ' || ");
    items.push("p", `substr(${texts}, 1, ${valueLimit}) AS v`);
  }
  return `(SELECT ${items.join(", ")} FROM ${base})`;
}
