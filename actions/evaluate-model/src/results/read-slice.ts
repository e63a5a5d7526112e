import type { SqlSession } from "@slipway/ports";
import { classTrouble, integers } from "./columns.ts";

/** A column that parts the items into groups: `codes[row]` is an index of `values`. */
export type SliceColumn = {
  readonly column: string;
  readonly values: readonly string[];
  readonly codes: Int32Array;
};

const mostGroups = 2_000;
// A group is named in ids and titles, which evidence bounds.
const longestName = 500;

/** Reads one slice column of a loaded table. @throws UserError SW5307 where it has too many values */
export async function readSlice(
  session: SqlSession,
  table: string,
  { index, column }: { index: number; column: string },
): Promise<SliceColumn> {
  const name = `slice_${index}`;
  const values = (
    await session.rows(
      `SELECT DISTINCT ${name} AS value FROM ${table} ORDER BY value LIMIT ${mostGroups + 1}`,
    )
  ).map((row) => String(row["value"]));
  if (values.length > mostGroups)
    throw classTrouble(
      `the slice ${JSON.stringify(column)} has more than ${mostGroups} different values`,
      "Slice by a column with fewer values.",
    );
  const long = values.find((value) => column.length + value.length > longestName);
  if (long !== undefined)
    throw classTrouble(
      `the slice ${JSON.stringify(column.slice(0, 60))} has a value of ${long.length} characters: ${JSON.stringify(long.slice(0, 60))} …`,
      "Slice by a column with short values, such as a code or a category.",
    );
  await session.run(
    `CREATE TYPE ${table}_${name} AS ENUM (SELECT DISTINCT ${name} FROM ${table} ORDER BY 1)`,
  );
  const query = `SELECT enum_code(${name}::${table}_${name})::INTEGER AS code FROM ${table}`;
  return { column, values, codes: integers((await session.columns(query))["code"]) };
}

/** The number of items of each group. */
export function sizesOf({ values, codes }: SliceColumn): Int32Array {
  const sizes = new Int32Array(values.length);
  for (const code of codes) if (code >= 0) sizes[code] = (sizes[code] ?? 0) + 1;
  return sizes;
}
