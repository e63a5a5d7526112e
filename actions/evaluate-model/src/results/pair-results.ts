import { alignPairs, countChangedLabels, type Aligned } from "@slipway/evaluation";
import type { SqlSession } from "@slipway/ports";
import type { Results } from "./read-results.ts";

/** Two results joined by id, and what does not fit. */
export type Pairing = {
  readonly aligned: Aligned;
  /** Rows of the candidate, in the order of the pairs. */
  readonly candidateRows: Int32Array;
  readonly paired: number;
  readonly onlyCandidate: number;
  readonly onlyBaseline: number;
  readonly changedLabels: number;
};

/** Joins by id, in the order of the candidate's rows; `undefined` where one side has no ids. */
export async function pairResults(
  session: SqlSession,
  candidate: Results,
  baseline: Results,
): Promise<Pairing | undefined> {
  if (candidate.roles.id === undefined || baseline.roles.id === undefined) return undefined;
  const pairs = (await isSameOrder(session, candidate, baseline))
    ? { candidate: everyRow(candidate), baseline: everyRow(baseline) }
    : await joinById(session, candidate, baseline);
  const paired = pairs.candidate.length;
  if (paired === 0) {
    const aligned = { candidate: candidate.items, baseline: baseline.items };
    return {
      aligned,
      candidateRows: pairs.candidate,
      paired,
      onlyCandidate: candidate.items.n,
      onlyBaseline: baseline.items.n,
      changedLabels: 0,
    };
  }
  const aligned = alignPairs(candidate.items, baseline.items, pairs);
  return {
    aligned,
    candidateRows: pairs.candidate,
    paired,
    onlyCandidate: candidate.items.n - paired,
    onlyBaseline: baseline.items.n - paired,
    changedLabels: countChangedLabels(aligned),
  };
}

/** Whether both have the same ids row by row, as two runs over one test set mostly do. */
async function isSameOrder(
  session: SqlSession,
  candidate: Results,
  baseline: Results,
): Promise<boolean> {
  if (candidate.items.n !== baseline.items.n) return false;
  const different = `SELECT 1 FROM ${candidate.table} c POSITIONAL JOIN ${baseline.table} b WHERE c.id IS DISTINCT FROM b.id OR c.rn IS DISTINCT FROM b.rn LIMIT 1`;
  return (await session.rows(different)).length === 0;
}

function everyRow({ items }: Results): Int32Array {
  const rows = new Int32Array(items.n);
  for (let row = 0; row < rows.length; row += 1) rows[row] = row;
  return rows;
}

async function joinById(session: SqlSession, candidate: Results, baseline: Results) {
  const joined = `SELECT c.rn::INTEGER AS c, b.rn::INTEGER AS b FROM ${candidate.table} c JOIN ${baseline.table} b USING (id) ORDER BY c.rn`;
  const columns = await session.columns(joined);
  return { candidate: rowsOf(columns["c"]), baseline: rowsOf(columns["b"]) };
}

function rowsOf(
  column: Awaited<ReturnType<SqlSession["columns"]>>[string] | undefined,
): Int32Array {
  if (column?.kind === "integer") return column.values;
  throw new TypeError("Row numbers were expected.");
}
