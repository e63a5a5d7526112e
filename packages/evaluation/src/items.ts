import { UserError } from "@slipway/kernel";
import { gridFor, GridSums, largestOf, type Grid } from "./grid-sum.ts";
import { rankDescending, type Ranking } from "./argsort.ts";

/** What is predicted: one of two classes, one of several, or a number. */
export type Task = "binary" | "multiclass" | "regression";

type Shared = { readonly n: number; readonly weight: Float64Array | undefined };

/**
 * Items of a classification. Labels and predictions are indices of `classes`. `scores` of a binary task is one
 * column, the probability of `positive`; of a multiclass task one column for each of the first classes, in order.
 */
export type ClassItems = Shared & {
  readonly task: "binary" | "multiclass";
  readonly classes: readonly string[];
  readonly positive: number;
  readonly label: Int32Array;
  readonly prediction: Int32Array | undefined;
  readonly scores: readonly Float64Array[];
};

/** Items of a regression, in the unit of the target. */
export type RegressionItems = Shared & {
  readonly task: "regression";
  readonly label: Float64Array;
  readonly prediction: Float64Array;
};

/** Checked items, as {@link createItems} makes them; rows keep the order of the input. */
export type Items = ClassItems | RegressionItems;

/** Columns as a reader delivers them; a code of −1 is a missing label or prediction. */
export type ItemColumns =
  | {
      readonly task: "binary" | "multiclass";
      readonly classes: readonly string[];
      readonly positive?: number;
      readonly label: Int32Array;
      readonly prediction?: Int32Array;
      readonly scores?: readonly Float64Array[];
      readonly weight?: Float64Array;
    }
  | {
      readonly task: "regression";
      readonly label: Float64Array;
      readonly prediction: Float64Array;
      readonly weight?: Float64Array;
    };

/**
 * Checks the columns once, so that no metric meets a bad cell.
 * @throws UserError SW5101 no rows, SW5102 missing label or prediction, SW5103 a value that is not finite,
 * SW5104 a negative weight, SW5105 weights that sum to 0.
 */
export function createItems(columns: ItemColumns): Items {
  const n = columns.label.length;
  if (n === 0) {
    throw new UserError({
      code: "SW5101",
      message: "The results have no rows.",
      remedy: "Check the command that writes them: metrics of nothing prove nothing.",
    });
  }
  const weight = columns.weight;
  if (weight !== undefined) checkWeights(weight, n);
  if (columns.task === "regression") {
    checkFinite(columns.label, "label", n);
    checkFinite(columns.prediction, "prediction", n);
    return { task: "regression", n, label: columns.label, prediction: columns.prediction, weight };
  }
  checkCodes(columns.label, "label", columns);
  if (columns.prediction !== undefined) checkCodes(columns.prediction, "prediction", columns);
  const scores = columns.scores ?? [];
  for (const column of scores) checkFinite(column, "score", n);
  const { task, classes, label, prediction, positive = 1 } = columns;
  return { task, n, classes, positive, label, prediction, scores, weight };
}

/** A copy of the items with only the given rows, in the order given. */
export function takeRows<T extends Items>(items: T, rows: Int32Array): T;
export function takeRows(items: Items, rows: Int32Array): Items {
  const n = rows.length;
  const weight = items.weight === undefined ? undefined : pickFloat(items.weight, rows);
  if (items.task === "regression") {
    const label = pickFloat(items.label, rows);
    return { ...items, n, label, prediction: pickFloat(items.prediction, rows), weight };
  }
  return {
    ...items,
    n,
    label: pickCode(items.label, rows),
    prediction: items.prediction === undefined ? undefined : pickCode(items.prediction, rows),
    scores: items.scores.map((column) => pickFloat(column, rows)),
    weight,
  };
}

const rankings = new WeakMap<Float64Array, Ranking>();

/** The descending order of a score column, made once for each column. */
export function rankingOf(column: Float64Array): Ranking {
  const known = rankings.get(column);
  if (known !== undefined) return known;
  const ranking = rankDescending(column);
  rankings.set(column, ranking);
  return ranking;
}

const grids = new WeakMap<Float64Array, Grid>();

/** The grid on which a column is summed, for the whole column and for each part of it. */
export function gridOf(column: Float64Array): Grid {
  const known = grids.get(column);
  if (known !== undefined) return known;
  const grid = gridFor(largestOf(column), column.length);
  grids.set(column, grid);
  return grid;
}

function pickFloat(column: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = column[rows[at] ?? 0] ?? 0;
  return picked;
}

function pickCode(column: Int32Array, rows: Int32Array): Int32Array {
  const picked = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = column[rows[at] ?? 0] ?? 0;
  return picked;
}

function checkLength(length: number, n: number): void {
  if (length !== n) throw new RangeError(`A column has ${length} rows, the labels have ${n}.`);
}

function checkFinite(column: Float64Array, role: string, n: number): void {
  checkLength(column.length, n);
  for (let row = 0; row < n; row += 1) {
    const value = column[row] ?? 0;
    if (Number.isFinite(value)) continue;
    throw new UserError({
      code: "SW5103",
      message: `Row ${row + 1} of the results has the ${role} ${String(value)}, which is not a finite number.`,
      remedy: "Repair the row, or leave the item out where the results are written and say so.",
    });
  }
}

function checkCodes(
  column: Int32Array,
  role: string,
  { classes, label }: { classes: readonly string[]; label: Int32Array },
): void {
  checkLength(column.length, label.length);
  for (let row = 0; row < column.length; row += 1) {
    const code = column[row] ?? -1;
    if (code >= 0 && code < classes.length) continue;
    throw new UserError({
      code: "SW5102",
      message: `Row ${row + 1} of the results has no ${role}.`,
      remedy: `Give every row a ${role}, or name the right column under \`columns\`.`,
    });
  }
}

function checkWeights(weight: Float64Array, n: number): void {
  checkFinite(weight, "weight", n);
  const sums = new GridSums(gridOf(weight), 1);
  for (let row = 0; row < n; row += 1) {
    const value = weight[row] ?? 0;
    sums.add(0, value);
    if (value >= 0) continue;
    throw new UserError({
      code: "SW5104",
      message: `Row ${row + 1} of the results has the negative weight ${value}.`,
      remedy: "Weights count how much an item matters: use 0 or more.",
    });
  }
  if (sums.value(0) > 0) return;
  throw new UserError({
    code: "SW5105",
    message: "All weights of the results are 0.",
    remedy: "Give at least one item a weight above 0, or leave the role `weight` away.",
  });
}
