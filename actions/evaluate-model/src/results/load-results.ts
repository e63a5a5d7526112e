import { UserError } from "@slipway/kernel";
import type { SqlSession } from "@slipway/ports";
import type { ColumnRoles } from "./column-roles.ts";
import { textOf, type ResultsSource } from "./results-source.ts";
import { identifier, literal } from "./sql-text.ts";

const decimalForm = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";
const numericType = /^(DOUBLE|FLOAT|REAL|DECIMAL|HUGEINT|UHUGEINT|U?(TINY|SMALL|BIG)?INT(EGER)?)/;

/**
 * Loads a results file into the table `name`: `rn` (row from 0), `id`, `label`, `prediction`, `score_0` …, `weight`,
 * `slice_0` …. Classes and slices are text, everything else DOUBLE.
 * @throws UserError SW5305 for a cell that is no number, SW5306 for ids that are missing or repeated
 */
export async function loadResults(
  session: SqlSession,
  name: string,
  from: {
    readonly source: ResultsSource;
    readonly roles: ColumnRoles;
    readonly numericLabels: boolean;
  },
): Promise<void> {
  const { source, roles, numericLabels } = from;
  const cell = (column: string) =>
    numericLabels ? numberOf(column, source) : textOf(column, source);
  const columns = [
    "row_number() OVER () - 1 AS rn",
    ...(roles.id === undefined ? [] : [`${idOf(roles.id, source)} AS id`]),
    `${cell(roles.label)} AS label`,
    ...(roles.prediction === undefined ? [] : [`${cell(roles.prediction)} AS prediction`]),
    ...roles.scores.map(({ column }, index) => `${numberOf(column, source)} AS score_${index}`),
    ...(roles.weight === undefined ? [] : [`${numberOf(roles.weight, source)} AS weight`]),
    ...roles.slices.map(
      (slice, index) =>
        `coalesce(CAST(${identifier(slice)} AS VARCHAR), '(missing)') AS slice_${index}`,
    ),
  ];
  await session.run(
    `CREATE TEMP TABLE ${name} AS SELECT ${columns.join(", ")} FROM ${source.from}`,
  );
  await refuseWords(session, source, numericColumns(roles, numericLabels));
  if (roles.id !== undefined)
    await refuseBadIds(session, name, { path: source.path, column: roles.id });
}

/** An id as text. A column of floating-point ids, as data frames make them of whole ones, reads as the whole numbers. */
function idOf(column: string, source: ResultsSource): string {
  const isFractional = /^(DOUBLE|FLOAT|REAL|DECIMAL)/.test(source.columns.get(column) ?? "");
  return isFractional ? textOf(column, source) : `CAST(${identifier(column)} AS VARCHAR)`;
}

function numericColumns(roles: ColumnRoles, numericLabels: boolean): string[] {
  const labels = numericLabels ? [roles.label, roles.prediction] : [];
  const found = [...labels, ...roles.scores.map(({ column }) => column), roles.weight];
  return found.filter((column) => column !== undefined);
}

/** A number by its lexical form and the cast: the engine alone would take 1_000, 0x10 and "nan" for numbers. */
function numberOf(column: string, { columns }: ResultsSource): string {
  const type = columns.get(column) ?? "";
  if (numericType.test(type)) return `CAST(${identifier(column)} AS DOUBLE)`;
  const text = `trim(CAST(${identifier(column)} AS VARCHAR))`;
  return `CASE WHEN regexp_full_match(${text}, ${literal(decimalForm)}) THEN TRY_CAST(${text} AS DOUBLE) END`;
}

async function refuseWords(
  session: SqlSession,
  source: ResultsSource,
  columns: readonly string[],
): Promise<void> {
  for (const column of columns) {
    const number = numberOf(column, source);
    const numbered = `SELECT row_number() OVER () AS row, CAST(${identifier(column)} AS VARCHAR) AS value, ${number} AS number FROM ${source.from}`;
    const bad = `SELECT row, value FROM (${numbered}) WHERE number IS NULL OR NOT isfinite(number) ORDER BY row LIMIT 1`;
    const [first] = await session.rows(bad);
    if (first === undefined) continue;
    const value =
      first["value"] === null ? "nothing" : JSON.stringify(String(first["value"]).slice(0, 60));
    throw new UserError({
      code: "SW5305",
      message: `${source.path}, row ${String(first["row"])}: the column ${JSON.stringify(column)} holds ${value} where a finite number is needed`,
      remedy:
        "Mend the row where the results are written: NaN, infinities and gaps cannot be judged.",
    });
  }
}

async function refuseBadIds(
  session: SqlSession,
  name: string,
  { path, column }: { path: string; column: string },
): Promise<void> {
  const empty = await session.rows(
    `SELECT rn FROM ${name} WHERE id IS NULL OR id = '' ORDER BY rn LIMIT 1`,
  );
  if (empty[0] !== undefined)
    throw badId(path, `row ${Number(empty[0]["rn"]) + 1} has no ${column}`);
  // Hashes that all differ belong to ids that all differ, and are found faster.
  const [hashes] = await session.rows(
    `SELECT count(DISTINCT hash(id)) = count(*) AS apart FROM ${name}`,
  );
  if (hashes?.["apart"] === true) return;
  const doubles = await session.rows(
    `SELECT id, count(*) AS times FROM ${name} GROUP BY id HAVING count(*) > 1 ORDER BY min(rn) LIMIT 1`,
  );
  if (doubles[0] === undefined) return;
  const id = JSON.stringify(String(doubles[0]["id"]).slice(0, 60));
  throw badId(path, `${column} ${id} occurs ${String(doubles[0]["times"])} times`);
}

function badId(path: string, problem: string): UserError {
  return new UserError({
    code: "SW5306",
    message: `${path}: ${problem}, and items are paired by it`,
    remedy:
      "Give every item an id of its own, or leave `id` away: then changes are judged by wider, unpaired bounds.",
  });
}
