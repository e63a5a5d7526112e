import type { VerificationCheck } from "@slipway/contracts";

/** Something that is wrong, and the entry it is about. */
export type Problem = { readonly detail: string; readonly entry?: number };

/** What a check is called. */
export type CheckName = Pick<VerificationCheck, "id" | "title">;

// A log that was moved by one entry differs in every later one.
const shown = 20;

/** One passed check, or one failed check for each problem; many problems are counted. */
export function checksOf(
  name: CheckName,
  problems: readonly Problem[],
  passed: string,
): readonly VerificationCheck[] {
  if (problems.length === 0) return [{ ...name, outcome: "pass", detail: passed }];
  const failed = problems.slice(0, shown).map((problem) => ({
    ...name,
    outcome: "fail" as const,
    ...problem,
    detail: problem.detail.slice(0, 2000),
  }));
  const more = problems.length - shown;
  const rest = { ...name, outcome: "fail" as const, detail: `and ${more} more of this kind` };
  return more > 0 ? [...failed, rest] : failed;
}

/** A check that could not be made. */
export function notJudged(name: CheckName, detail: string): VerificationCheck {
  return { ...name, outcome: "inconclusive", detail };
}

/** The beginning of a hash, for people. */
export function shortHash(hex: string): string {
  return `${hex.slice(0, 8)}…`;
}

/** `1 entry`, `2 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
