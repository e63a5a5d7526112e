import { type Metric } from "./catalogue.ts";
import { takeRows, type ClassItems, type Items } from "./items.ts";
import { lossColumn } from "./losses.ts";
import { type PairCounts } from "./proportions.ts";

/** Two models' results; for paired methods row i of both is the same item. */
export type Aligned = { readonly candidate: Items; readonly baseline: Items };

/** Rows that belong to the same item: `candidate[i]` and `baseline[i]`. */
export type Pairs = { readonly candidate: Int32Array; readonly baseline: Int32Array };

/** Brings the rows of both models into one order; each pair weighs what the candidate says. */
export function alignPairs(candidate: Items, baseline: Items, pairs: Pairs): Aligned {
  if (candidate.task !== baseline.task) {
    throw new RangeError(`A ${candidate.task} task cannot be paired with a ${baseline.task} task.`);
  }
  const ours = inOrder(candidate, pairs.candidate);
  const theirs = inOrder(baseline, pairs.baseline);
  const isUnweighted = ours.weight === undefined && theirs.weight === undefined;
  const weighted = isUnweighted ? theirs : { ...theirs, weight: ours.weight };
  return { candidate: ours, baseline: weighted };
}

/** The items themselves where the rows are all of them in order, so that what is known of them stays known. */
function inOrder(items: Items, rows: Int32Array): Items {
  const isIdentity = rows.length === items.n && rows.every((row, at) => row === at);
  return isIdentity ? items : takeRows(items, rows);
}

/** The given rows of aligned results: a slice. */
export function alignedRows({ candidate, baseline }: Aligned, rows: Int32Array): Aligned {
  return { candidate: takeRows(candidate, rows), baseline: takeRows(baseline, rows) };
}

/** How many pairs the two models label differently; above 0 their metrics are not comparable. */
export function countChangedLabels({ candidate, baseline }: Aligned): number {
  const same = sameCodes({ candidate, baseline });
  let changed = 0;
  for (let row = 0; row < candidate.n; row += 1) {
    const ours = candidate.label[row] ?? 0;
    const theirs = baseline.label[row] ?? 0;
    if (candidate.task === "regression" ? ours !== theirs : same[theirs] !== ours) changed += 1;
  }
  return changed;
}

/** Whether no pair of items gives the metric two different inputs. */
export function nothingDiffers(metric: Metric, aligned: Aligned): boolean {
  const outcomes = pairOutcomes(metric, aligned);
  if (outcomes !== undefined) return outcomes.onlyBaseline === 0 && outcomes.onlyCandidate === 0;
  const { candidate, baseline } = aligned;
  if (metric.form.kind === "mean") {
    const { loss } = metric.form;
    return isSame(lossColumn(candidate, loss).loss, lossColumn(baseline, loss).loss);
  }
  if (countChangedLabels(aligned) > 0) return false;
  if (candidate.task === "regression" || baseline.task === "regression") {
    return isSameColumn(candidate.prediction, baseline.prediction);
  }
  return metric.needs === "score"
    ? isSameScores(candidate, baseline)
    : isSamePrediction(candidate, baseline);
}

/** Right and wrong pairs where the metric is a share of right items without weights; else undefined. */
export function pairOutcomes({ form }: Metric, aligned: Aligned): PairCounts | undefined {
  const { candidate, baseline } = aligned;
  if (candidate.task === "regression" || baseline.task === "regression") return undefined;
  if (candidate.weight !== undefined) return undefined;
  const isAll = form.kind === "accuracy" || (form.kind === "share" && form.average === "micro");
  const isRecall = form.kind === "share" && form.average === "binary" && form.share === "recall";
  if (!isAll && !isRecall) return undefined;
  let onlyCandidate = 0;
  let onlyBaseline = 0;
  let n = 0;
  for (let row = 0; row < candidate.n; row += 1) {
    if (isRecall && candidate.label[row] !== candidate.positive) continue;
    n += 1;
    const isRight = candidate.prediction?.[row] === candidate.label[row];
    const wasRight = baseline.prediction?.[row] === baseline.label[row];
    if (isRight && !wasRight) onlyCandidate += 1;
    if (wasRight && !isRight) onlyBaseline += 1;
  }
  return { onlyCandidate, onlyBaseline, n };
}

/** For each class of the baseline the candidate's index of the same name, −1 where it has none. */
function sameCodes({ candidate, baseline }: Aligned): Int32Array {
  if (candidate.task === "regression" || baseline.task === "regression") return new Int32Array(0);
  return Int32Array.from(baseline.classes, (name) => candidate.classes.indexOf(name));
}

function isSamePrediction(candidate: ClassItems, baseline: ClassItems): boolean {
  const same = sameCodes({ candidate, baseline });
  for (let row = 0; row < candidate.n; row += 1) {
    if (same[baseline.prediction?.[row] ?? 0] !== candidate.prediction?.[row]) return false;
  }
  return true;
}

function isSameScores(candidate: ClassItems, baseline: ClassItems): boolean {
  if (candidate.scores.length !== baseline.scores.length) return false;
  const same = sameCodes({ candidate, baseline });
  return baseline.scores.every((column, index) => {
    const ours = candidate.task === "binary" ? index : (same[index] ?? -1);
    const theirs = candidate.scores[ours];
    return theirs !== undefined && isSame(column, theirs);
  });
}

function isSameColumn(left: Items["prediction"], right: Items["prediction"]): boolean {
  return left instanceof Float64Array && right instanceof Float64Array && isSame(left, right);
}

function isSame(left: Float64Array, right: Float64Array): boolean {
  for (let row = 0; row < left.length; row += 1) if (left[row] !== right[row]) return false;
  return left.length === right.length;
}
