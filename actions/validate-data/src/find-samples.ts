import type { Sample } from "@slipway/contracts";
import {
  type Check,
  type CheckPlan,
  type CheckResult,
  compileTable,
  duckdbDialect,
  locateRows,
  placeBase,
} from "@slipway/data";
import type { Files, SqlRow } from "@slipway/ports";
import { dataStream } from "./data-files.ts";
import { type RunContext, toCount } from "./run-checks.ts";

const sampleLimit = 20;
const valueLimit = 200;

/** The names of a data set's files in the workspace, in the order of its table. */
type Named = { readonly files: Files; readonly names: readonly string[] };

type Found = {
  readonly check: Check;
  readonly file: number;
  readonly row: number;
  readonly value: string | null;
};

/**
 * The first 20 offending rows of every check that did not pass, each with the line where it begins. Only failed checks are
 * asked for again, all checks of cells in one scan.
 */
export async function findSamples(
  plan: CheckPlan,
  { results, ...context }: RunContext & { readonly results: ReadonlyMap<string, CheckResult> },
  named: Named,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const hasFailed = ({ id }: Check) => {
    const result = results.get(id);
    return result?.finding === "fail" && result.failed > 0;
  };
  const { session, table, parentOf } = context;
  const statements = compileTable(duckdbDialect, table);
  const found: Found[] = [];
  const cells = plan.cells.filter(hasFailed);
  if (cells.length > 0) {
    for (const row of await session.rows(statements.samples(cells, sampleLimit))) {
      const check = cells[toCount(row["k"])];
      if (check !== undefined) found.push(toFound(check, row));
    }
  }
  for (const check of [...plan.uniqueColumns, ...plan.uniqueKeys].filter(hasFailed)) {
    const rows = await session.rows(statements.duplicateSamples(check.rule.key, sampleLimit));
    found.push(...rows.map((row) => toFound(check, row)));
  }
  for (const check of plan.foreignKeys.filter(hasFailed)) {
    const parent = await parentOf(check.rule.object, check.rule.columns);
    if (typeof parent === "string") continue;
    const sql = statements.orphanSamples(check.rule.key, parent, sampleLimit);
    found.push(...(await session.rows(sql)).map((row) => toFound(check, row)));
  }
  return withLines(found, context, named);
}

function toFound(check: Check, row: SqlRow): Found {
  const place = toCount(row["p"]);
  const value = row["v"] ?? null;
  return {
    check,
    file: Math.floor(place / placeBase),
    row: place % placeBase,
    value: value === null ? null : shorten(String(value)),
  };
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length > valueLimit ? `${characters.slice(0, valueLimit - 1).join("")}…` : text;
}

async function withLines(
  found: readonly Found[],
  { table }: Pick<RunContext, "table">,
  { files, names }: Named,
): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>();
  const lines = new Map<number, ReadonlyMap<number, number>>();
  for (const [index, items] of Map.groupBy(found, ({ file }) => file)) {
    const file = table.files[index];
    if (file === undefined || file.types !== undefined) continue;
    const rows = items.map(({ row }) => row);
    const form = { delimiter: table.delimiter, columns: file.columns.length };
    lines.set(index, await locateRows(dataStream(files, names[index] ?? ""), rows, form));
  }
  for (const { check, file, row, value } of found) {
    const line = lines.get(file)?.get(row);
    const sample: Sample = {
      file: names[file] ?? "",
      row,
      ...(line === undefined ? {} : { line }),
      column: check.column ?? null,
      value,
    };
    samples.set(check.id, [...(samples.get(check.id) ?? []), sample]);
  }
  return samples;
}
