import { exactSum } from "@slipway/kernel";
import { gridFor, GridSums, largestOf } from "./grid-sum.ts";
import { extentOf, groupSums, rowsOfGroups, type Groups } from "./groups.ts";
import { type RegressionItems } from "./items.ts";
import { lossColumn, meanLosses, timesWeight } from "./losses.ts";
import { type Raw } from "./metric-value.ts";

/** The square root of the weighted mean squared error of each group. */
export function rootMeanSquaredErrors(items: RegressionItems, groups: Groups): Raw[] {
  return meanLosses(items, groups, "squared").map((mean) =>
    mean.value === undefined ? mean : { value: Math.sqrt(mean.value) },
  );
}

/**
 * R² of each group. A constant target gives 1 where every prediction is right and 0 otherwise, decided on the
 * targets themselves and not on a rounded sum of squares.
 */
export function rSquared(items: RegressionItems, groups: Groups): Raw[] {
  const { n, weight } = extentOf(items, groups);
  const residual = groupSums(timesWeight(lossColumn(items, "squared").loss, items.weight), groups);
  const spread = spreadOf(items, groups);
  return Array.from(residual, (left, group): Raw => {
    if ((n[group] ?? 0) < 2) return { undefined: "too-few" };
    if (!((weight[group] ?? 0) > 0)) return { undefined: "zero-weight" };
    const all = spread[group] ?? 0;
    if (!(all > 0)) return { value: left === 0 ? 1 : 0 };
    return { value: 1 - left / all };
  });
}

/** Σ w (y − mean)² of each group, exactly 0 where all weighted targets are equal. */
function spreadOf(items: RegressionItems, groups: Groups): Float64Array {
  const { label, weight } = items;
  const { weight: totals } = extentOf(items, groups);
  const targets = groupSums(timesWeight(label, weight), groups);
  const means = targets.map((sum, group) => sum / (totals[group] ?? 0));
  const lowest = new Float64Array(groups.count).fill(Infinity);
  const highest = new Float64Array(groups.count).fill(-Infinity);
  const largest = 2 * largestOf(label);
  const heaviest = weight === undefined ? 1 : largestOf(weight);
  const sums = new GridSums(gridFor(largest * largest * heaviest, items.n), groups.count);
  for (let row = 0; row < label.length; row += 1) {
    const group = groups.codes === undefined ? 0 : (groups.codes[row] ?? -1);
    const mass = weight === undefined ? 1 : (weight[row] ?? 0);
    if (group < 0 || mass === 0) continue;
    const target = label[row] ?? 0;
    lowest[group] = Math.min(lowest[group] ?? 0, target);
    highest[group] = Math.max(highest[group] ?? 0, target);
    const gap = target - (means[group] ?? 0);
    sums.add(group, mass * gap * gap);
  }
  return totals.map((_, group) => (lowest[group] === highest[group] ? 0 : sums.value(group)));
}

/** The median absolute error of each group; with weights the averaged inverted distribution function. */
export function medianAbsoluteErrors(items: RegressionItems, groups: Groups): Raw[] {
  const { loss } = lossColumn(items, "absolute");
  return rowsOfGroups(groups, items.n).map((rows): Raw => {
    const { weight } = items;
    if (weight !== undefined) return weightedMedian(rows, loss, weight);
    const errors = Float64Array.from(rows, (row) => loss[row] ?? 0).sort();
    const middle = Math.floor(errors.length / 2);
    const upper = errors[middle] ?? 0;
    if (errors.length % 2 === 1) return { value: upper };
    return { value: ((errors[middle - 1] ?? 0) + upper) / 2 };
  });
}

function weightedMedian(rows: Int32Array, loss: Float64Array, weight: Float64Array): Raw {
  const sorted = rows
    .filter((row) => (weight[row] ?? 0) > 0)
    .sort((left, right) => (loss[left] ?? 0) - (loss[right] ?? 0));
  const weights = Float64Array.from(sorted, (row) => weight[row] ?? 0);
  const total = exactSum(weights);
  if (!(total > 0)) return { undefined: "zero-weight" };
  const sums = new GridSums(gridFor(largestOf(weights), weights.length), 1);
  for (let at = 0; at < sorted.length; at += 1) {
    sums.add(0, weights[at] ?? 0);
    const reached = sums.value(0) * 2;
    const here = loss[sorted[at] ?? 0] ?? 0;
    if (reached > total) return { value: here };
    if (reached === total) return { value: (here + (loss[sorted[at + 1] ?? 0] ?? 0)) / 2 };
  }
  return { undefined: "zero-weight" };
}
