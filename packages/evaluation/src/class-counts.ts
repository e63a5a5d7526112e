import { gridOf, type ClassItems } from "./items.ts";
import { remember, type Groups } from "./groups.ts";
import { GridSums } from "./grid-sum.ts";

/** Weights of right, labelled and predicted items for each class; `seen` tells which classes occur at all. */
export type ClassCounts = {
  readonly right: Float64Array;
  readonly labelled: Float64Array;
  readonly predicted: Float64Array;
  readonly seen: Uint8Array;
};

const stored = new WeakMap<ClassItems, WeakMap<Groups, readonly ClassCounts[]>>();

/** The counts of each group: all that the metrics of hard labels need. */
export function classCounts(items: ClassItems, groups: Groups): readonly ClassCounts[] {
  return remember(stored, [items, groups], () => {
    const cells =
      items.weight === undefined ? countItems(items, groups) : weighItems(items, groups);
    const k = items.classes.length;
    return Array.from({ length: groups.count }, (_, group) => ({
      right: cells.right.subarray(group * k, group * k + k),
      labelled: cells.labelled.subarray(group * k, group * k + k),
      predicted: cells.predicted.subarray(group * k, group * k + k),
      seen: cells.seen.subarray(group * k, group * k + k),
    }));
  });
}

function countItems(items: ClassItems, { codes, count }: Groups): ClassCounts {
  const { label, prediction = label, classes } = items;
  const k = classes.length;
  const right = new Float64Array(count * k);
  const labelled = new Float64Array(count * k);
  const predicted = new Float64Array(count * k);
  const seen = new Uint8Array(count * k);
  for (let row = 0; row < label.length; row += 1) {
    const group = codes === undefined ? 0 : (codes[row] ?? -1);
    if (group < 0) continue;
    const truth = group * k + (label[row] ?? 0);
    const claim = group * k + (prediction[row] ?? 0);
    labelled[truth] = (labelled[truth] ?? 0) + 1;
    predicted[claim] = (predicted[claim] ?? 0) + 1;
    if (truth === claim) right[truth] = (right[truth] ?? 0) + 1;
    seen[truth] = 1;
    seen[claim] = 1;
  }
  return { right, labelled, predicted, seen };
}

function weighItems(items: ClassItems, { codes, count }: Groups): ClassCounts {
  const { label, prediction = label, classes, weight = new Float64Array(0) } = items;
  const k = classes.length;
  const grid = gridOf(weight);
  const right = new GridSums(grid, count * k);
  const labelled = new GridSums(grid, count * k);
  const predicted = new GridSums(grid, count * k);
  const seen = new Uint8Array(count * k);
  for (let row = 0; row < label.length; row += 1) {
    const group = codes === undefined ? 0 : (codes[row] ?? -1);
    if (group < 0) continue;
    const truth = group * k + (label[row] ?? 0);
    const claim = group * k + (prediction[row] ?? 0);
    labelled.add(truth, weight[row] ?? 0);
    predicted.add(claim, weight[row] ?? 0);
    if (truth === claim) right.add(truth, weight[row] ?? 0);
    seen[truth] = 1;
    seen[claim] = 1;
  }
  const all = (sums: GridSums) =>
    Float64Array.from({ length: count * k }, (_, cell) => sums.value(cell));
  return { right: all(right), labelled: all(labelled), predicted: all(predicted), seen };
}
