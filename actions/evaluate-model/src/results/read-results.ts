import { createItems, type Items } from "@slipway/evaluation";
import { UserError } from "@slipway/kernel";
import { SqlError, type Files, type SqlSession } from "@slipway/ports";
import { findRoles, type ColumnRoles, type RoleRequest } from "./column-roles.ts";
import { loadResults } from "./load-results.ts";
import { openResults, unreadable } from "./results-source.ts";
import { readSlice, type SliceColumn } from "./read-slice.ts";
import { classTrouble, integers, numbers } from "./columns.ts";
import { literal } from "./sql-text.ts";

/** Results in memory; the rows stay in the session's table `table` too, for pairing. */
export type Results = {
  readonly table: string;
  readonly items: Items;
  readonly slices: readonly SliceColumn[];
  readonly roles: ColumnRoles;
};

/** What is read, and how its columns are to be taken. */
export type ReadRequest = RoleRequest & {
  readonly path: string;
  readonly positive: string | undefined;
};

const mostClasses = 10_000;

/**
 * Reads results into typed arrays, in the order of the file: the engine keeps the order of what is inserted.
 * @throws UserError SW5101 without rows, SW5301 to SW5308 for what cannot be judged
 */
export async function readResults(
  session: SqlSession,
  files: Files,
  request: ReadRequest & { readonly table: string },
): Promise<Results> {
  try {
    const { table, task } = request;
    const source = await openResults(request.path, files, session);
    const roles = findRoles(request, source);
    await loadResults(session, table, { source, roles, numericLabels: task === "regression" });
    await refuseNothing(session, table, request.path);
    const items =
      task === "regression"
        ? await readTargets(session, table, roles)
        : await readClasses(session, request, roles);
    const slices: SliceColumn[] = [];
    for (const [index, column] of roles.slices.entries())
      slices.push(await readSlice(session, table, { index, column }));
    return { table, items, slices, roles };
  } catch (error) {
    const { path } = request;
    throw error instanceof SqlError ? unreadable(path, files.locate(path), error) : error;
  }
}

async function refuseNothing(session: SqlSession, table: string, path: string): Promise<void> {
  const [first] = await session.rows(`SELECT 1 FROM ${table} LIMIT 1`);
  if (first !== undefined) return;
  throw new UserError({
    code: "SW5101",
    message: `${path} has no rows`,
    remedy: "Check the command that writes it: metrics of nothing prove nothing.",
  });
}

async function readTargets(session: SqlSession, table: string, roles: ColumnRoles): Promise<Items> {
  const weight = roles.weight === undefined ? "" : ", weight";
  const columns = await session.columns(`SELECT label, prediction${weight} FROM ${table}`);
  return createItems({
    task: "regression",
    label: numbers(columns["label"]),
    prediction: numbers(columns["prediction"]),
    ...(roles.weight === undefined ? {} : { weight: numbers(columns["weight"]) }),
  });
}

async function readClasses(
  session: SqlSession,
  request: ReadRequest & { readonly table: string },
  roles: ColumnRoles,
): Promise<Items> {
  const { table } = request;
  const task = request.task === "binary" ? "binary" : "multiclass";
  const scored = roles.scores.flatMap(({ className }) => className ?? []).sort();
  const found = await distinctTexts(
    session,
    table,
    roles.prediction === undefined ? ["label"] : ["label", "prediction"],
  );
  const classes = [...scored, ...found.filter((name) => !scored.includes(name))];
  const positive =
    task === "binary" ? positiveOf(classes, request.positive) : { classes, index: 0 };
  const code = (column: string) =>
    `coalesce(${codeOf(column, positive.classes)}, -1)::INTEGER AS ${column}`;
  const selected = [
    code("label"),
    ...(roles.prediction === undefined ? [] : [code("prediction")]),
    ...roles.scores.map((_, index) => `score_${index}`),
    ...(roles.weight === undefined ? [] : ["weight"]),
  ];
  const columns = await session.columns(`SELECT ${selected.join(", ")} FROM ${table}`);
  const scores = scoresFor(roles, positive).map((index) => numbers(columns[`score_${index}`]));
  return createItems({
    task,
    classes: positive.classes,
    positive: positive.index,
    label: integers(columns["label"]),
    ...(roles.prediction === undefined ? {} : { prediction: integers(columns["prediction"]) }),
    ...(scores.length === 0 ? {} : { scores }),
    ...(roles.weight === undefined ? {} : { weight: numbers(columns["weight"]) }),
  });
}

/** Which score columns are used: all of a multiclass task in the order of the classes, the positive one of a binary. */
function scoresFor(
  roles: ColumnRoles,
  { classes, index }: { classes: readonly string[]; index: number },
): number[] {
  const names = roles.scores.map(({ className }) => className);
  if (names.length === 0) return [];
  if (names[0] === undefined) return [0];
  const wanted =
    names.length > 0 && classes.length === 2 ? [classes[index] ?? ""] : [...names].sort();
  return wanted.map((name) => names.indexOf(name)).filter((at) => at >= 0);
}

const positiveWords = ["1", "true", "True", "TRUE"];

function positiveOf(
  classes: readonly string[],
  asked: string | undefined,
): { classes: readonly string[]; index: number } {
  if (classes.length > 2) {
    throw classTrouble(
      `a binary task has two classes, but these results have ${classes.length}: ${classes.slice(0, 5).join(", ")}`,
      "Use task: multiclass.",
    );
  }
  if (asked !== undefined) {
    const all = classes.includes(asked) ? classes : [...classes, asked];
    if (all.length > 2)
      throw classTrouble(
        `the positive class ${JSON.stringify(asked)} does not occur; there are ${classes.join(" and ")}`,
        "Correct `positive`.",
      );
    return { classes: all, index: all.indexOf(asked) };
  }
  const word = positiveWords.find((known) => classes.includes(known));
  if (word !== undefined) return { classes, index: classes.indexOf(word) };
  const [only] = classes;
  const negatives: Record<string, string> = {
    "0": "1",
    "-1": "1",
    false: "true",
    False: "True",
    FALSE: "TRUE",
  };
  const positive = classes.length === 1 && only !== undefined ? negatives[only] : undefined;
  if (positive !== undefined) return { classes: [...classes, positive], index: 1 };
  throw classTrouble(
    `it is not known which of ${classes.slice(0, 2).join(" and ")} is the positive class`,
    "Say it: `positive: NAME` (--positive NAME).",
  );
}

async function distinctTexts(
  session: SqlSession,
  table: string,
  columns: readonly string[],
): Promise<string[]> {
  const all = columns
    .map((column) => `SELECT ${column} AS value FROM ${table}`)
    .join(" UNION ALL ");
  const query = `SELECT DISTINCT value FROM (${all}) WHERE value IS NOT NULL ORDER BY value LIMIT ${mostClasses + 1}`;
  const found = (await session.rows(query)).map((row) => String(row["value"]));
  if (found.length > mostClasses)
    throw classTrouble(
      `the labels have more than ${mostClasses} different values`,
      "Use task: regression for numbers.",
    );
  return found;
}

function codeOf(column: string, classes: readonly string[]): string {
  if (classes.length <= 16) {
    const cases = classes.map((name, code) => `WHEN ${literal(name)} THEN ${code}`);
    return `CASE ${column} ${cases.join(" ")} END`;
  }
  return `list_position([${classes.map(literal).join(", ")}]::VARCHAR[], ${column}) - 1`;
}
