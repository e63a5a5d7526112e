import { exactSum } from "@slipway/kernel";
import { type ClassCounts } from "./class-counts.ts";
import { type Raw } from "./metric-value.ts";

/** The share that a class contributes: of its predictions, of its labels, or of both. */
export type Share = "precision" | "recall" | "f1";

/** How the shares of classes become one number, as in scikit-learn. */
export type Average = "binary" | "macro" | "micro" | "weighted";

/** The share of right predictions. */
export function accuracy(counts: ClassCounts): Raw {
  const total = exactSum(counts.labelled);
  return total > 0 ? { value: exactSum(counts.right) / total } : { undefined: "zero-weight" };
}

/** The mean recall of the classes that occur as labels. */
export function balancedAccuracy(counts: ClassCounts): Raw {
  const recalls: number[] = [];
  counts.labelled.forEach((labelled, index) => {
    if (labelled > 0) recalls.push((counts.right[index] ?? 0) / labelled);
  });
  if (recalls.length === 0) return { undefined: "zero-weight" };
  return { value: exactSum(recalls) / recalls.length };
}

/**
 * Precision, recall or F1 over the classes that occur in labels or predictions. A share of 0/0 counts as 0, as
 * scikit-learn's `zero_division="warn"` does, and flags the result.
 */
export function shareMetric(
  counts: ClassCounts,
  { share, average, positive }: { share: Share; average: Average; positive: number },
): Raw {
  if (average === "binary") return flagged([part(counts, share, positive)], ([only]) => only ?? 0);
  if (average === "micro") {
    const total = exactSum(counts.labelled);
    return flagged([{ over: exactSum(counts.right), under: total }], ([only]) => only ?? 0);
  }
  const classes = Array.from(counts.seen.keys()).filter((index) => counts.seen[index] === 1);
  const parts = classes.map((index) => part(counts, share, index));
  if (average === "macro") return flagged(parts, (shares) => exactSum(shares) / shares.length);
  const support = classes.map((index) => counts.labelled[index] ?? 0);
  const total = exactSum(support);
  if (!(total > 0)) return { undefined: "zero-weight" };
  return flagged(
    parts,
    (shares) => exactSum(shares.map((s, at) => s * (support[at] ?? 0))) / total,
  );
}

type Part = { readonly over: number; readonly under: number };

function part(counts: ClassCounts, share: Share, index: number): Part {
  const right = counts.right[index] ?? 0;
  const labelled = counts.labelled[index] ?? 0;
  const predicted = counts.predicted[index] ?? 0;
  if (share === "precision") return { over: right, under: predicted };
  if (share === "recall") return { over: right, under: labelled };
  return { over: 2 * right, under: labelled + predicted };
}

function flagged(parts: readonly Part[], combine: (shares: readonly number[]) => number): Raw {
  const value = combine(parts.map(({ over, under }) => (under > 0 ? over / under : 0)));
  const isDefined = parts.every(({ under }) => under > 0);
  return isDefined ? { value } : { value, undefined: "zero-division" };
}
