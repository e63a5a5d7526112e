import { brokenSql } from "./compile-cell.ts";
import type { Dialect, Table } from "./dialect.ts";
import type { CellForm, CellRule, Check, KeyColumn } from "./ir.ts";
import { keyRelation, valueLayer, valueLimit } from "./value-layer.ts";

/** A check of cells with its column and rule. */
export type CellCheck = Check & { readonly column: string; readonly rule: CellRule };
/** A check that no key occurs twice. */
export type UniqueCheck = Check & { readonly rule: { kind: "unique"; key: readonly KeyColumn[] } };

/** The statements over one table. Counts come as columns named in each method; every statement stands alone. */
export type TableStatements = {
  /** `n` rows, `v0…` non-NULL cells of `columns`, `f0…` broken cells of `checks`, `u0…` surplus values of `unique`. */
  counts(
    checks: readonly CellCheck[],
    unique: readonly UniqueCheck[],
    columns: readonly string[],
  ): string;
  /** The first broken rows of each check: `k` its number, `p` the place, `v` the value. */
  samples(checks: readonly CellCheck[], limit: number): string;
  /** `failed` surplus occurrences of a composite key and `examined` whole keys. */
  duplicates(key: readonly KeyColumn[]): string;
  /** `p` and `v` of the second and later occurrences of a key. */
  duplicateSamples(key: readonly KeyColumn[], limit: number): string;
  /** `failed` and `examined` rows of a foreign key. */
  orphans(key: readonly KeyColumn[], parent: ParentTable): string;
  /** `p` and `v` of rows without a parent. */
  orphanSamples(key: readonly KeyColumn[], parent: ParentTable, limit: number): string;
};

/** The table that a foreign key refers to. */
export type ParentTable = { readonly table: Table; readonly columns: readonly string[] };

/** Compiles checks over `table` into statements of `dialect`. */
export function compileTable(dialect: Dialect, table: Table): TableStatements {
  const keyed = (key: readonly KeyColumn[], isNumbered: boolean) =>
    keyRelation(dialect, table, { key, isNumbered });
  return {
    counts: (checks, unique, columns) => countsSql({ dialect, table }, { checks, unique, columns }),
    samples: (checks, limit) => samplesSql({ dialect, table }, checks, limit),
    duplicates: (key) => {
      const names = key.map((_, index) => `k${index}`).join(", ");
      return `SELECT coalesce(sum(n), 0) AS examined, coalesce(sum(n - 1), 0) AS failed FROM (SELECT count(*) AS n FROM ${keyed(key, false)} WHERE ${allPresent(key)} GROUP BY ${names})`;
    },
    duplicateSamples: (key, limit) => {
      const names = key.map((_, index) => `k${index}`).join(", ");
      const repeated = `SELECT ${names} FROM ${keyed(key, false)} WHERE ${allPresent(key)} GROUP BY ${names} HAVING count(*) > 1`;
      const matches = key.map((_, index) => `d.k${index} = t.k${index}`).join(" AND ");
      const inner = `SELECT p, v, row_number() OVER (PARTITION BY ${names} ORDER BY p) AS o FROM ${keyed(key, true)} AS t WHERE ${allPresent(key)} AND EXISTS (SELECT 1 FROM (${repeated}) AS d WHERE ${matches})`;
      return `SELECT p, v FROM (${inner}) WHERE o > 1 ORDER BY p LIMIT ${limit}`;
    },
    orphans: (key, parent) => {
      const names = key.map((_, index) => `k${index}`).join(", ");
      const groups = `SELECT ${names}, count(*) AS n FROM ${keyed(key, false)} WHERE ${allPresent(key)} GROUP BY ${names}`;
      const flagged = `SELECT n, NOT EXISTS (${matchSql(dialect, parent, { key, child: "g" })}) AS is_orphan FROM (${groups}) AS g`;
      return `SELECT coalesce(sum(n), 0) AS examined, coalesce(sum(n) FILTER (WHERE is_orphan), 0) AS failed FROM (${flagged})`;
    },
    orphanSamples: (key, parent, limit) =>
      `SELECT p, v FROM ${keyed(key, true)} AS t WHERE ${allPresent(key)} AND NOT EXISTS (${matchSql(dialect, parent, { key, child: "t" })}) ORDER BY p LIMIT ${limit}`,
  };
}

type Context = { readonly dialect: Dialect; readonly table: Table };

type Counted = {
  readonly checks: readonly CellCheck[];
  readonly unique: readonly UniqueCheck[];
  readonly columns: readonly string[];
};

function countsSql(context: Context, { checks, unique, columns }: Counted): string {
  const layer = valueLayer(context.dialect, context.table, {
    wanted: [...checks.flatMap(wantedOf), ...unique.flatMap(({ rule }) => rule.key)],
    columns,
    isNumbered: false,
  });
  const items = [
    "count(*) AS n",
    ...columns.map((column, index) => `count(${layer.rawOf(column)}) AS v${index}`),
    ...checks.map(
      (check, index) =>
        `count(*) FILTER (WHERE ${brokenSql(context.dialect, check.rule, layer.cellOf(check.column, formOf(check.rule)))}) AS f${index}`,
    ),
    ...unique.map(({ rule }, index) => {
      const [part] = rule.key;
      const value = part === undefined ? "NULL" : layer.cellOf(part.column, part.form).value;
      return `count(${value}) - count(DISTINCT ${value}) AS u${index}`;
    }),
    ...(layer.hasUnread ? ["count(unread) AS unread"] : []),
  ];
  return `SELECT ${items.join(", ")} FROM ${layer.sql}`;
}

function samplesSql(context: Context, checks: readonly CellCheck[], limit: number): string {
  const layer = valueLayer(context.dialect, context.table, {
    wanted: checks.flatMap(wantedOf),
    columns: checks.map(({ column }) => column),
    isNumbered: true,
  });
  const conditions = checks.map(({ column, rule }) => {
    const cell = layer.cellOf(column, formOf(rule));
    return {
      condition: brokenSql(context.dialect, rule, cell),
      place: "p",
      value: `substr(${context.dialect.text(cell.raw)}, 1, ${valueLimit})`,
    };
  });
  return context.dialect.firstRows(conditions, layer.sql, limit);
}

/** The value that a check looks at beside the raw cell, where it does. */
function wantedOf({ column, rule }: CellCheck): KeyColumn[] {
  return "form" in rule ? [{ column, form: rule.form }] : [];
}

function formOf(rule: CellRule): CellForm {
  return "form" in rule ? rule.form : { type: "string" };
}

function allPresent(key: readonly KeyColumn[]): string {
  return key.map((_, index) => `k${index} IS NOT NULL`).join(" AND ");
}

function matchSql(
  dialect: Dialect,
  parent: ParentTable,
  { key, child }: { key: readonly KeyColumn[]; child: string },
): string {
  const columns = parent.columns.flatMap((column, index) => {
    const part = key[index];
    return part === undefined ? [] : [{ column, form: part.form }];
  });
  const relationSql = keyRelation(dialect, parent.table, { key: columns, isNumbered: false });
  const matches = columns.map((_, index) => `parent.k${index} = ${child}.k${index}`).join(" AND ");
  return `SELECT 1 FROM ${relationSql} AS parent WHERE ${matches}`;
}
