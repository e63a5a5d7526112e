import { type Items, type ClassItems } from "./items.ts";
import { extentOf, groupSums, remember, type Groups } from "./groups.ts";
import { type Raw, type UndefinedReason } from "./metric-value.ts";

/** A loss of a single item, whose weighted mean is a metric. */
export type Loss = "log" | "brier" | "absolute" | "squared";

/** The losses of all items, and why they mean nothing for a group where any of its rows has this reason. */
export type LossColumn = {
  readonly loss: Float64Array;
  readonly bad: readonly { readonly row: number; readonly reason: UndefinedReason }[];
  readonly notice?: "scores-not-sum-to-1";
};

const stored = new WeakMap<Items, Map<Loss, LossColumn>>();
const weighted = new WeakMap<Float64Array, WeakMap<Float64Array, Float64Array>>();

/** The loss of each item; made once. The clipping of log loss is scikit-learn's, at the eps of a double. */
export function lossColumn(items: Items, kind: Loss): LossColumn {
  const known = stored.get(items) ?? new Map<Loss, LossColumn>();
  stored.set(items, known);
  const before = known.get(kind);
  if (before !== undefined) return before;
  const made = items.task === "regression" ? errors(items, kind) : scoreLosses(items, kind);
  known.set(kind, made);
  return made;
}

/** The weighted mean loss of each group. */
export function meanLosses(items: Items, groups: Groups, kind: Loss): Raw[] {
  const column = lossColumn(items, kind);
  const sums = groupSums(timesWeight(column.loss, items.weight), groups);
  const { weight } = extentOf(items, groups);
  const means = Array.from(sums, (sum, group): Raw => {
    const total = weight[group] ?? 0;
    if (!(total > 0)) return { undefined: "zero-weight" };
    const value = sum / total;
    return column.notice === undefined ? { value } : { value, notice: column.notice };
  });
  for (const { row, reason } of column.bad) {
    const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
    if (group >= 0) means[group] = { undefined: reason };
  }
  return means;
}

/** A column multiplied by the weights, the column itself where there are none. */
export function timesWeight(column: Float64Array, weight: Float64Array | undefined): Float64Array {
  if (weight === undefined) return column;
  return remember(weighted, [column, weight], () =>
    column.map((value, row) => value * (weight[row] ?? 0)),
  );
}

function errors(items: Items & { task: "regression" }, kind: Loss): LossColumn {
  const loss = new Float64Array(items.n);
  for (let row = 0; row < loss.length; row += 1) {
    const error = Math.abs((items.prediction[row] ?? 0) - (items.label[row] ?? 0));
    loss[row] = kind === "squared" ? error * error : error;
  }
  return { loss, bad: [] };
}

function scoreLosses(items: ClassItems, kind: Loss): LossColumn {
  const bad = badRows(items);
  const lossOf = kind === "log" ? logLoss : brier;
  const loss = new Float64Array(items.n);
  for (let row = 0; row < loss.length; row += 1) loss[row] = lossOf(items, row);
  for (const { row } of bad) loss[row] = 0;
  return sumsToOne(items) ? { loss, bad } : { loss, bad, notice: "scores-not-sum-to-1" };
}

const smallest = Number.EPSILON;

function logLoss({ task, label, positive, scores }: ClassItems, row: number): number {
  const truth = label[row] ?? 0;
  const score = scores[task === "binary" ? 0 : truth]?.[row] ?? 0;
  const chance = task === "binary" && truth !== positive ? 1 - score : score;
  return -Math.log(Math.min(Math.max(chance, smallest), 1 - smallest));
}

function brier({ task, label, positive, scores }: ClassItems, row: number): number {
  const truth = label[row] ?? 0;
  if (task === "binary") {
    const gap = (scores[0]?.[row] ?? 0) - (truth === positive ? 1 : 0);
    return gap * gap;
  }
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const gap = (scores[index]?.[row] ?? 0) - (truth === index ? 1 : 0);
    sum += gap * gap;
  }
  return sum;
}

function badRows({ task, scores, label }: ClassItems): LossColumn["bad"] {
  const bad: { row: number; reason: UndefinedReason }[] = [];
  for (const column of scores) {
    for (let row = 0; row < column.length; row += 1) {
      const score = column[row] ?? 0;
      if (score < 0 || score > 1) bad.push({ row, reason: "score-out-of-range" });
    }
  }
  if (task === "binary") return bad;
  for (let row = 0; row < label.length; row += 1) {
    if ((label[row] ?? 0) >= scores.length) bad.push({ row, reason: "class-missing" });
  }
  return bad;
}

const sums = new WeakMap<readonly Float64Array[], boolean>();

/** Whether each row of scores sums to 1 within numpy's `isclose` (1e-5 · 1 + 1e-8); one column always does. */
export function sumsToOne({ task, scores, n }: ClassItems): boolean {
  if (task === "binary") return true;
  const known = sums.get(scores);
  if (known !== undefined) return known;
  let isClose = true;
  for (let row = 0; isClose && row < n; row += 1) {
    let sum = 0;
    for (let index = 0; index < scores.length; index += 1) sum += scores[index]?.[row] ?? 0;
    isClose = Math.abs(sum - 1) <= 1e-8 + 1e-5;
  }
  sums.set(scores, isClose);
  return isClose;
}
