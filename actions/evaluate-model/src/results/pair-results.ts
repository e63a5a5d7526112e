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
  const joined = `SELECT c.rn::INTEGER AS c, b.rn::INTEGER AS b FROM ${candidate.table} c JOIN ${baseline.table} b USING (id) ORDER BY c.rn`;
  const columns = await session.columns(joined);
  const pairs = { candidate: rowsOf(columns["c"]), baseline: rowsOf(columns["b"]) };
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

function rowsOf(
  column: Awaited<ReturnType<SqlSession["columns"]>>[string] | undefined,
): Int32Array {
  if (column?.kind === "integer") return column.values;
  throw new TypeError("Row numbers were expected.");
}
