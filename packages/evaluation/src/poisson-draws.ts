import { logGamma } from "./distributions.ts";
import { gridFor, largestOf } from "./grid-sum.ts";
import { randomStream } from "./random.ts";

/** Items that no metric can tell apart: their total weight and the sum of the squares of their weights. */
export type Cell = { readonly key: number; readonly weight: number; readonly squares: number };

/** How a bootstrap is drawn; the same options give the same draws on every machine. */
export type DrawOptions = { readonly seed: number; readonly resamples: number };

/**
 * Writes the resampled weight of a cell, one for each resample: a Poisson count of its items (the Poisson
 * bootstrap, whose cells are independent of each other). Cells of unequal weights are drawn as the scaled
 * count with the same mean and variance (Fay and Feuer, 1997). The stream is the cell's own.
 */
export function drawCell(cell: Cell, options: DrawOptions, into: Float64Array): void {
  const scale = cell.squares / cell.weight;
  const table = poissonTable(cell.weight / scale);
  const random = randomStream(options.seed, cell.key);
  const { cumulative, guide, first } = table;
  for (let resample = 0; resample < options.resamples; resample += 1) {
    const uniform = random() / 4294967296;
    let at = guide[Math.floor(uniform * guideSize)] ?? 0;
    while ((cumulative[at] ?? 1) <= uniform) at += 1;
    into[resample] = (first + at) * scale;
  }
}

type PoissonTable = {
  readonly first: number;
  readonly cumulative: Float64Array;
  readonly guide: Int32Array;
};

const guideSize = 1024;
const tables = new Map<number, PoissonTable>();

/** The distribution function of a Poisson variable with this mean, with a guide into it. */
function poissonTable(mean: number): PoissonTable {
  const known = tables.get(mean);
  if (known !== undefined) return known;
  const reach = 8 * Math.sqrt(mean) + 12;
  const first = Math.max(0, Math.floor(mean - reach));
  const cumulative = new Float64Array(Math.ceil(mean + reach) - first + 1);
  let chance = Math.exp(first * Math.log(mean) - mean - logGamma(first + 1));
  let sum = 0;
  for (let at = 0; at < cumulative.length; at += 1) {
    sum += chance;
    cumulative[at] = sum;
    chance *= mean / (first + at + 1);
  }
  cumulative[cumulative.length - 1] = 1;
  const guide = new Int32Array(guideSize);
  let at = 0;
  for (let slot = 0; slot < guideSize; slot += 1) {
    while ((cumulative[at] ?? 1) <= slot / guideSize) at += 1;
    guide[slot] = at;
  }
  const table = { first, cumulative, guide };
  if (tables.size < 512) tables.set(mean, table);
  return table;
}

/** Collects items into cells; `key` must tell apart whatever the metric tells apart. */
export class CellCollector {
  readonly #index = new Map<number, number>();
  readonly #weights: number[] = [];
  readonly #squares: number[] = [];
  readonly #rows: number[] = [];
  readonly #weight: Float64Array | undefined;
  readonly #cut: number;
  readonly #squareCut: number;

  /** `weight` are the weights of all rows, none where each counts 1. */
  constructor(weight: Float64Array | undefined) {
    const largest = weight === undefined ? 1 : largestOf(weight);
    const rows = weight?.length ?? 2;
    this.#weight = weight;
    // Weights are cut to a scale on which their sums are exact, whatever the order of rows.
    this.#cut = gridFor(largest, rows).high;
    this.#squareCut = gridFor(largest * largest, rows).high;
  }

  /** Adds the item of a row. */
  add(key: number, row: number): void {
    const given = this.#weight === undefined ? 1 : (this.#weight[row] ?? 0);
    const weight = given + this.#cut - this.#cut;
    const square = given * given + this.#squareCut - this.#squareCut;
    const known = this.#index.get(key);
    if (known === undefined) {
      this.#index.set(key, this.#rows.length);
      this.#rows.push(row);
      this.#weights.push(weight);
      this.#squares.push(square);
      return;
    }
    this.#weights[known] = (this.#weights[known] ?? 0) + weight;
    this.#squares[known] = (this.#squares[known] ?? 0) + square;
  }

  /** The cells that weigh something, by ascending key, each with one of its rows. */
  cells(): (Cell & { readonly row: number })[] {
    const keys = Float64Array.from(this.#index.keys()).sort();
    const cells: (Cell & { readonly row: number })[] = [];
    for (const key of keys) {
      const at = this.#index.get(key) ?? 0;
      const weight = this.#weights[at] ?? 0;
      const cell = { key, row: this.#rows[at] ?? 0, weight, squares: this.#squares[at] ?? 0 };
      if (weight > 0 && cell.squares > 0) cells.push(cell);
    }
    return cells;
  }
}
