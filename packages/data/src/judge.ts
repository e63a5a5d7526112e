import type { Finding, Severity } from "@slipway/contracts";
import type { Check, Threshold } from "./ir.ts";

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** How one check ended, before its severity is applied. `severity` is set where it differs from the contract's. */
export type CheckResult = {
  readonly finding: Finding;
  readonly severity?: Severity;
  readonly reason?: string;
  readonly note?: string;
  readonly examined: number;
  readonly failed: number;
  readonly observed: Json;
};

/** A check that could not be evaluated: it is never a pass. */
export function notChecked(reason: string, note: string): CheckResult {
  return { finding: "inconclusive", reason, note, examined: 0, failed: 0, observed: null };
}

/** A check whose statement the engine refused. */
export function broken(message: string): CheckResult {
  return {
    finding: "error",
    reason: "engine",
    note: message,
    examined: 0,
    failed: 0,
    observed: null,
  };
}

/** Judges what was counted: none may fail, unless the check has a threshold for their number or share. */
export function judgeCounts(
  check: Check,
  { examined, failed }: { examined: number; failed: number },
): CheckResult {
  if (check.threshold === undefined) {
    const finding = failed === 0 ? "pass" : "fail";
    return { finding, examined, failed, observed: failed };
  }
  const isShare = check.unit === "percent";
  if (isShare && examined === 0)
    return notChecked("no-values", "there is nothing to take a share of");
  const figure = isShare ? (failed * 100) / examined : failed;
  return { ...judgeFigure(check.threshold, figure), examined, failed, observed: figure };
}

/** Judges the number of rows; a data set without rows fails, whatever the contract allows. */
export function judgeRows(check: Check, rows: number): CheckResult {
  const counted = { examined: rows, failed: 0, observed: rows };
  if (rows === 0) return { finding: "fail", severity: "block", reason: "no-rows", ...counted };
  if (check.threshold === undefined) return { finding: "pass", ...counted };
  if (check.unit === "percent") return notChecked("unsupported", "rows have no share");
  return { ...judgeFigure(check.threshold, rows), ...counted };
}

type Judged = Pick<CheckResult, "finding"> & { readonly note?: string };

function judgeFigure(threshold: Threshold, figure: number): Judged {
  const isMet = holds(threshold, figure);
  const pairs = [threshold.mustBeBetween, threshold.mustNotBeBetween];
  const isOnBound = pairs.some((pair) => pair?.includes(figure) === true);
  const note = isOnBound ? { note: "The value lies on a bound; bounds are inclusive." } : {};
  return { finding: isMet ? "pass" : "fail", ...note };
}

/** Whether all operators of `threshold` hold for `figure`. Pairs include their bounds. */
function holds(threshold: Threshold, figure: number): boolean {
  const between = (pair: readonly [number, number]) => figure >= pair[0] && figure <= pair[1];
  const test = <T>(operand: T | undefined, accepts: (operand: T) => boolean) =>
    operand === undefined || accepts(operand);
  return (
    test(threshold.mustBe, (value) => figure === value) &&
    test(threshold.mustNotBe, (value) => figure !== value) &&
    test(threshold.mustBeGreaterThan, (value) => figure > value) &&
    test(threshold.mustBeGreaterOrEqualTo, (value) => figure >= value) &&
    test(threshold.mustBeLessThan, (value) => figure < value) &&
    test(threshold.mustBeLessOrEqualTo, (value) => figure <= value) &&
    test(threshold.mustBeBetween, between) &&
    test(threshold.mustNotBeBetween, (pair) => !between(pair))
  );
}
