import type { Dialect, FirstRows, Table, TableFile } from "./dialect.ts";
import type { CellType } from "./ir.ts";
import { zonePattern } from "./lexical.ts";

const nativeTypes: Record<CellType, RegExp> = {
  string: /^(?:VARCHAR|UUID|ENUM\(.*\))$/s,
  integer: /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,0\))$/,
  number: /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL\(\d+,\d+\)|FLOAT|DOUBLE)$/,
  boolean: /^BOOLEAN$/,
  date: /^DATE$/,
  timestamp: /^TIMESTAMP(?:_S|_MS|_NS| WITH TIME ZONE)?$/,
  time: /^TIME$/,
};

/** DuckDB 1.5. Text is read as text: no sniffing, no cast of its own, one dialect that the contract decides. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  literal,
  scan,
  describe: (path) =>
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM read_parquet([${literal(path)}], hive_partitioning = false))`,
  fullMatch: (value, pattern) => `regexp_full_match(${value}, ${literal(pattern)})`,
  parse,
  native,
  holds: (nativeType, type) => nativeTypes[type].test(nativeType),
  hasZone: (nativeType) => nativeType.endsWith("WITH TIME ZONE"),
  text: (value) => `CAST(${value} AS VARCHAR)`,
  length: (text) => `length(${text})`,
  isMultiple: (value, step, type) => {
    if (type === "integer" && Number.isInteger(step)) return `(${value} % ${step} = 0)`;
    // A value that is no decimal of ten digits differs from its own rounding, and so is no multiple.
    const decimal = `TRY_CAST(${value} AS DECIMAL(38,10))`;
    const isExact = `CAST(${decimal} AS DOUBLE) = CAST(${value} AS DOUBLE)`;
    return `coalesce(${isExact} AND ${decimal} % CAST(${literal(String(step))} AS DECIMAL(38,10)) = 0, FALSE)`;
  },
  firstRows,
};

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function scan(table: Table, files: readonly TableFile[], rowNumber?: string): string {
  const paths = `[${files.map(({ path }) => literal(path)).join(", ")}]`;
  const isParquet = files.every(({ types }) => types !== undefined);
  if (isParquet) {
    const source = `read_parquet(${paths}, hive_partitioning = false${rowNumber === undefined ? "" : ", file_row_number = true"})`;
    return rowNumber === undefined
      ? source
      : `(SELECT *, file_row_number + 1 AS ${rowNumber} FROM ${source})`;
  }
  const columns = (files[0]?.columns ?? []).map((_, index) => `'x${index}': 'VARCHAR'`).join(", ");
  const source = `read_csv(${paths}, auto_detect = false, header = true, columns = {${columns}}, delim = ${literal(table.delimiter)}, quote = '"', escape = '"', nullstr = '', strict_mode = true, null_padding = false, ignore_errors = false, hive_partitioning = false, encoding = ${literal(table.encoding)})`;
  const names = (files[0]?.columns ?? [])
    .map((name, index) => `x${index} AS "${name.replaceAll('"', '""')}"`)
    .join(", ");
  const number = rowNumber === undefined ? "" : `, row_number() OVER () AS ${rowNumber}`;
  return `(SELECT ${names}${number} FROM ${source})`;
}

function parse(text: string, type: CellType): string {
  switch (type) {
    case "string":
      return text;
    case "integer":
      return `TRY_CAST(${text} AS HUGEINT)`;
    case "number": {
      const value = `TRY_CAST(${text} AS DOUBLE)`;
      return `CASE WHEN isfinite(${value}) THEN ${value} END`;
    }
    case "boolean":
      return `TRY_CAST(lower(${text}) AS BOOLEAN)`;
    case "date":
      return `TRY_CAST(${text} AS DATE)`;
    case "timestamp": {
      const hasZone = `regexp_full_match(${text}, ${literal(zonePattern)})`;
      return `epoch_us(TRY_CAST(CASE WHEN ${hasZone} THEN ${text} ELSE ${text} || '+00:00' END AS TIMESTAMPTZ))`;
    }
    case "time":
      return `TRY_CAST(${text} AS TIME)`;
  }
}

function native(value: string, nativeType: string, type: CellType): string {
  if (type === "string") return nativeType === "VARCHAR" ? value : `CAST(${value} AS VARCHAR)`;
  if (type === "timestamp") return `CASE WHEN isfinite(${value}) THEN epoch_us(${value}) END`;
  if (nativeType === "FLOAT" || nativeType === "DOUBLE" || type === "date") {
    return `CASE WHEN isfinite(${value}) THEN ${value} END`;
  }
  return value;
}

function firstRows(conditions: readonly FirstRows[], from: string, limit: number): string {
  const lists = conditions.map(
    ({ condition, place, value }, index) =>
      `min({'p': ${place}, 'v': ${value}}, ${limit}) FILTER (WHERE ${condition}) AS l${index}`,
  );
  const parts = conditions.map(
    (_, index) =>
      `SELECT ${index} AS k, x.p AS p, x.v AS v FROM (SELECT unnest(l${index}) AS x FROM hits)`,
  );
  return `WITH hits AS MATERIALIZED (SELECT ${lists.join(", ")} FROM ${from}) SELECT k, p, v FROM (${parts.join(" UNION ALL ")}) ORDER BY k, p`;
}
