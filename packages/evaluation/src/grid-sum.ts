import { exactSum } from "@slipway/kernel";

/**
 * The scale on which terms are cut so that their sum cannot depend on their order (Demmel and Nguyen,
 * Fast Reproducible Floating-Point Summation, 2013): each term becomes three multiples of fixed powers
 * of two, and sums of such multiples are exact. What lies below 2^-90 of the largest term is dropped.
 */
export type Grid = { readonly high: number; readonly middle: number; readonly low: number };

/** The grid for up to `count` terms of at most `largest` in size; both must be non-negative. */
export function gridFor(largest: number, count: number): Grid {
  if (!(largest > 0) || !Number.isFinite(largest)) return { high: 0, middle: 0, low: 0 };
  const spread = Math.ceil(Math.log2(Math.max(count, 2)));
  const high = Math.floor(Math.log2(largest)) + 2 + spread - 53;
  const middle = high + spread - 53;
  return { high: cutter(high), middle: cutter(middle), low: cutter(middle + spread - 53) };
}

/** Adding and subtracting this number rounds to a multiple of 2^exponent. */
function cutter(exponent: number): number {
  return exponent < -1000 ? 0 : 1.5 * 2 ** (exponent + 52);
}

/** One order-independent sum per group, all on the same grid. */
export class GridSums {
  readonly #grid: Grid;
  readonly #high: Float64Array;
  readonly #middle: Float64Array;
  readonly #low: Float64Array;

  /** `groups` sums that start at 0. */
  constructor(grid: Grid, groups: number) {
    this.#grid = grid;
    this.#high = new Float64Array(groups);
    this.#middle = new Float64Array(groups);
    this.#low = new Float64Array(groups);
  }

  /** Adds one term, at most as large as the grid was made for. */
  add(group: number, term: number): void {
    const { high, middle, low } = this.#grid;
    const first = term + high - high;
    const rest = term - first;
    const second = rest + middle - middle;
    this.#high[group] = (this.#high[group] ?? 0) + first;
    this.#middle[group] = (this.#middle[group] ?? 0) + second;
    this.#low[group] = (this.#low[group] ?? 0) + (rest - second + low - low);
  }

  /** The sum of a group so far, at most one unit in the last place off. */
  running(group: number): number {
    return (this.#high[group] ?? 0) + ((this.#middle[group] ?? 0) + (this.#low[group] ?? 0));
  }

  /** The sum of a group, rounded once. */
  value(group: number): number {
    return exactSum([this.#high[group] ?? 0, this.#middle[group] ?? 0, this.#low[group] ?? 0]);
  }
}

/** The largest absolute value, 0 of none. */
export function largestOf(terms: Float64Array): number {
  let largest = 0;
  for (let index = 0; index < terms.length; index += 1) {
    const size = Math.abs(terms[index] ?? 0);
    if (size > largest) largest = size;
  }
  return largest;
}

/** The sum of all terms, the same for every order of them. */
export function sumOf(terms: Float64Array): number {
  const grid = gridFor(largestOf(terms), terms.length);
  let high = 0;
  let middle = 0;
  let low = 0;
  for (let index = 0; index < terms.length; index += 1) {
    const term = terms[index] ?? 0;
    const first = term + grid.high - grid.high;
    const rest = term - first;
    const second = rest + grid.middle - grid.middle;
    high += first;
    middle += second;
    low += rest - second + grid.low - grid.low;
  }
  return exactSum([high, middle, low]);
}
