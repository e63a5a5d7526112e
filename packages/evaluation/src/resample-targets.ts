import { rankingOf, type RegressionItems } from "./items.ts";
import { sumOf } from "./grid-sum.ts";
import { lossColumn } from "./losses.ts";
import { estimateMean } from "./means.ts";
import { CellCollector, drawCell, type DrawOptions } from "./poisson-draws.ts";

/** Deviations of RMSE or R²: each item is redrawn, in an order that only its own values decide. */
export function resampleMoments(
  models: readonly RegressionItems[],
  kind: "rmse" | "r2",
  options: DrawOptions,
): Float64Array[] {
  const [first] = models;
  if (first === undefined) return [];
  const squares = models.map((items) => lossColumn(items, "squared").loss);
  const centre = estimateMean(first.label, first.weight).mean;
  const { resamples } = options;
  const size = { weight: new Float64Array(resamples), target: new Float64Array(resamples) };
  const spread = new Float64Array(resamples);
  const errors = models.map(() => new Float64Array(resamples));
  const draws = new Float64Array(resamples);
  canonicalOrder([first.label, ...squares]).forEach((row, key) => {
    const weight = first.weight === undefined ? 1 : (first.weight[row] ?? 0);
    if (weight === 0) return;
    drawCell({ key, weight, squares: weight * weight }, options, draws);
    const gap = (first.label[row] ?? 0) - centre;
    accumulate(size.weight, draws, 1);
    accumulate(size.target, draws, gap);
    accumulate(spread, draws, gap * gap);
    errors.forEach((sums, index) => accumulate(sums, draws, squares[index]?.[row] ?? 0));
  });
  const valueAt = (error: number, at: number) => {
    const weight = size.weight[at] ?? 0;
    if (kind === "rmse") return Math.sqrt(error / weight);
    return 1 - error / ((spread[at] ?? 0) - (size.target[at] ?? 0) ** 2 / weight);
  };
  return errors.map((sums, index) => {
    const base = momentOf(first, squares[index] ?? new Float64Array(0), kind).value;
    return sums.map((error, at) => valueAt(error, at) - base);
  });
}

function accumulate(sums: Float64Array, draws: Float64Array, value: number): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (draws[at] ?? 0) * value;
}

/** Rows ordered by their values, column by column. */
function canonicalOrder(columns: readonly Float64Array[]): Int32Array {
  const rows = Int32Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => row);
  return rows.sort((left, right) => {
    for (const column of columns) {
      const gap = (column[left] ?? 0) - (column[right] ?? 0);
      if (gap !== 0) return gap;
    }
    return 0;
  });
}

/** RMSE or R² with the influence of each item on it, from which its error follows for large n. */
export function momentOf(
  items: RegressionItems,
  squares: Float64Array,
  kind: "rmse" | "r2",
): { readonly value: number; readonly influence: Float64Array } {
  const meanSquare = estimateMean(squares, items.weight).mean;
  const root = Math.sqrt(meanSquare);
  if (kind === "rmse") {
    return { value: root, influence: squares.map((s) => (s - meanSquare) / (2 * root || 1)) };
  }
  const centre = estimateMean(items.label, items.weight).mean;
  const gaps = items.label.map((label) => (label - centre) ** 2);
  const spread = estimateMean(gaps, items.weight).mean;
  const share = meanSquare / spread;
  return {
    value: 1 - share,
    influence: squares.map((s, row) => (share * (gaps[row] ?? 0) - s) / spread),
  };
}

/** Most bins of absolute errors around the median. */
const medianBins = 128;

/** Deviations of the median absolute error: errors are binned by rank, finely around the median. */
export function resampleMedians(
  models: readonly RegressionItems[],
  options: DrawOptions,
): Float64Array[] {
  const binned = models.map((items) => binErrors(lossColumn(items, "absolute").loss, items.weight));
  const weight = models[0]?.weight;
  const collector = new CellCollector(weight);
  for (let row = 0; row < (models[0]?.n ?? 0); row += 1) {
    let key = 0;
    for (const { codes } of binned) key = key * 65_536 + (codes[row] ?? 0);
    collector.add(key, row);
  }
  const draws = new Float64Array(options.resamples);
  const tables = binned.map(({ values }) => values.map(() => new Float64Array(options.resamples)));
  for (const cell of collector.cells()) {
    drawCell(cell, options, draws);
    binned.forEach(({ codes }, index) => {
      const sums = tables[index]?.[codes[cell.row] ?? 0];
      if (sums !== undefined) accumulate(sums, draws, 1);
    });
  }
  return binned.map(({ values, centre }, index) =>
    Float64Array.from(draws, (_, at) => {
      const weights = (tables[index] ?? []).map((sums) => sums[at] ?? 0);
      return medianOfBins(weights, values) - centre;
    }),
  );
}

type ErrorBins = {
  readonly codes: Uint16Array;
  /** Smallest error in each bin, ascending. */
  readonly values: readonly number[];
  readonly centre: number;
};

/** Two wide bins outside, narrow ones within five standard errors of the median's rank; all alone for small n. */
function binErrors(errors: Float64Array, weight: Float64Array | undefined): ErrorBins {
  const { order } = rankingOf(errors);
  const n = order.length;
  const reach = Math.ceil(2.5 * Math.sqrt(n)) + 1;
  const width = Math.max(1, Math.floor((2 * reach) / medianBins));
  const start = middleRank(order, weight) - reach;
  const codes = new Uint16Array(n);
  const values: number[] = [];
  let last = -1;
  for (let rank = 0; rank < n; rank += 1) {
    const row = order[n - 1 - rank] ?? 0;
    const slot = Math.min(
      Math.max(Math.floor((rank - start) / width), 0),
      Math.ceil((2 * reach) / width),
    );
    const isTie = rank > 0 && errors[row] === errors[order[n - rank] ?? 0];
    if (slot !== last && !isTie) {
      values.push(errors[row] ?? 0);
      last = slot;
    }
    codes[row] = values.length - 1;
  }
  const sizes = new Array<number>(values.length).fill(0);
  codes.forEach((code, row) => {
    sizes[code] = (sizes[code] ?? 0) + (weight === undefined ? 1 : (weight[row] ?? 0));
  });
  return { codes, values, centre: medianOfBins(sizes, values) };
}

/** The rank, from the smallest error, at which half of the weight is reached. */
function middleRank(order: Uint32Array, weight: Float64Array | undefined): number {
  if (weight === undefined) return Math.floor(order.length / 2);
  const half = sumOf(weight) / 2;
  let reached = 0;
  for (let rank = 0; rank < order.length; rank += 1) {
    reached += weight[order[order.length - 1 - rank] ?? 0] ?? 0;
    if (reached >= half) return rank;
  }
  return order.length - 1;
}

function medianOfBins(weights: readonly number[], values: readonly number[]): number {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let reached = 0;
  for (let bin = 0; bin < weights.length; bin += 1) {
    const weight = weights[bin] ?? 0;
    reached += weight;
    if (reached === half) return ((values[bin] ?? 0) + (values[bin + 1] ?? 0)) / 2;
    if (reached > half) return values[bin] ?? 0;
  }
  return Number.NaN;
}
