import {
  broken,
  type Check,
  type CheckPlan,
  type CheckResult,
  compileTable,
  duckdbDialect,
  judgeCounts,
  judgeRows,
  notChecked,
  type ParentTable,
  type Table,
} from "@slipway/data";
import { SqlError, type SqlRow, type SqlSession, type SqlValue } from "@slipway/ports";

/** What was found in one data set, by the id of each check. */
export type RunResult = {
  readonly rows: number;
  readonly results: ReadonlyMap<string, CheckResult>;
};

/** What the checks of a data set need to run. `parentOf` finds the table of a foreign key, or says why there is none. */
export type RunContext = {
  readonly session: SqlSession;
  readonly table: Table;
  readonly parentOf: (object: string, columns: readonly string[]) => Promise<ParentTable | string>;
};

/**
 * Counts what the plan asks for: all checks of cells in one scan, then one pass for each composite or foreign key.
 * A statement that the engine refuses is taken apart, so that one bad check does not hide the others.
 */
export async function runChecks(plan: CheckPlan, context: RunContext): Promise<RunResult> {
  const results = new Map(plan.settled);
  const rows = await runScan(plan, context, results);
  for (const check of plan.rows) results.set(check.id, judgeRows(check, rows));
  await runKeys(plan, context, results);
  if (rows > 0) return { rows, results };
  const open = [...plan.cells, ...plan.uniqueColumns, ...plan.uniqueKeys, ...plan.foreignKeys];
  for (const { id } of open) results.set(id, notChecked("no-rows", "the data set has no rows"));
  for (const id of plan.wrongType.keys())
    results.set(id, notChecked("no-rows", "there are no rows"));
  return { rows, results };
}

type Results = Map<string, CheckResult>;

async function runScan(plan: CheckPlan, context: RunContext, results: Results): Promise<number> {
  const { session, table } = context;
  const statements = compileTable(duckdbDialect, table);
  const { cells, uniqueColumns, columns } = plan;
  const counted = await attempt(() =>
    session.rows(statements.counts(cells, uniqueColumns, columns)),
  );
  if (!(counted instanceof Error)) {
    readCounts(plan, counted[0] ?? {}, results);
    return toCount(counted[0]?.["n"]);
  }
  const [base = {}] = await session.rows(statements.counts([], [], columns));
  for (const check of cells) {
    const alone = await attempt(() => session.rows(statements.counts([check], [], columns)));
    if (alone instanceof Error) results.set(check.id, broken(alone.message));
    else readCounts({ ...plan, cells: [check], uniqueColumns: [] }, alone[0] ?? {}, results);
  }
  for (const check of uniqueColumns) {
    const alone = await attempt(() => session.rows(statements.counts([], [check], columns)));
    if (alone instanceof Error) results.set(check.id, broken(alone.message));
    else readCounts({ ...plan, cells: [], uniqueColumns: [check] }, alone[0] ?? {}, results);
  }
  readCounts({ ...plan, cells: [], uniqueColumns: [] }, base, results);
  return toCount(base["n"]);
}

function readCounts(plan: CheckPlan, row: SqlRow, results: Results): void {
  const rows = toCount(row["n"]);
  const valuesOf = (column: string | undefined) => {
    const index = plan.columns.indexOf(column ?? "");
    return index < 0 ? 0 : toCount(row[`v${index}`]);
  };
  plan.cells.forEach((check, index) => {
    const isAboutNull = check.rule.kind === "required" || check.rule.kind === "missing";
    const examined = isAboutNull ? rows : valuesOf(check.column);
    results.set(check.id, judgeCounts(check, { examined, failed: toCount(row[`f${index}`]) }));
  });
  plan.uniqueColumns.forEach((check, index) => {
    const examined = valuesOf(check.rule.key[0]?.column);
    results.set(check.id, judgeCounts(check, { examined, failed: toCount(row[`u${index}`]) }));
  });
  for (const [id, { column, native }] of plan.wrongType) {
    const examined = valuesOf(column);
    results.set(id, {
      finding: "fail",
      reason: "wrong-type",
      note: `the column has the type ${native}`,
      examined,
      failed: examined,
      observed: native,
    });
  }
}

async function runKeys(plan: CheckPlan, context: RunContext, results: Results): Promise<void> {
  const { session, table, parentOf } = context;
  const statements = compileTable(duckdbDialect, table);
  for (const check of plan.uniqueKeys) {
    const rows = await attempt(() => session.rows(statements.duplicates(check.rule.key)));
    results.set(check.id, judgeKey(check, rows));
  }
  for (const check of plan.foreignKeys) {
    const { object, columns, key } = check.rule;
    const parent = await parentOf(object, columns);
    if (typeof parent === "string") {
      results.set(check.id, notChecked("missing-reference", parent));
      continue;
    }
    const rows = await attempt(() => session.rows(statements.orphans(key, parent)));
    results.set(check.id, judgeKey(check, rows));
  }
}

function judgeKey(check: Check, rows: readonly SqlRow[] | Error): CheckResult {
  if (rows instanceof Error) return broken(rows.message);
  const [row = {}] = rows;
  return judgeCounts(check, {
    examined: toCount(row["examined"]),
    failed: toCount(row["failed"]),
  });
}

/** Runs a statement; what the engine refuses for reasons of its own comes back as an error, anything else is thrown. */
async function attempt(
  run: () => Promise<readonly SqlRow[]>,
): Promise<readonly SqlRow[] | SqlError> {
  try {
    return await run();
  } catch (error) {
    const isOwn =
      error instanceof SqlError && (error.kind === "other" || error.kind === "conversion");
    if (isOwn) return error;
    throw error;
  }
}

/** A count of the engine as a number. A statement of ours that gives none is a bug. */
export function toCount(value: SqlValue | undefined): number {
  const count = Number(value ?? Number.NaN);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new Error(`the engine gave ${String(value).slice(0, 40)} where a count was asked for`);
}
