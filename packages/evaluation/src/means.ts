import { tQuantile } from "./distributions.ts";
import { sumOf } from "./grid-sum.ts";
import { type Bounds } from "./proportions.ts";

/** A mean, the variance of one term around it, and its standard error. */
export type MeanEstimate = {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly standardError: number;
};

/** The mean of the values; its error is that of Student, with weights that of the linearised ratio Σwx / Σw. */
export function estimateMean(values: Float64Array, weight?: Float64Array): MeanEstimate {
  const n = values.length;
  if (weight === undefined) {
    const mean = sumOf(values) / n;
    const squares = sumOf(values.map((value) => (value - mean) ** 2));
    const variance = n > 1 ? squares / (n - 1) : Number.NaN;
    return { n, mean, variance, standardError: Math.sqrt(variance / n) };
  }
  const total = sumOf(weight);
  const mean = sumOf(values.map((value, row) => value * (weight[row] ?? 0))) / total;
  const squares = sumOf(values.map((value, row) => ((weight[row] ?? 0) * (value - mean)) ** 2));
  const count = weight.reduce((sum, one) => (one > 0 ? sum + 1 : sum), 0);
  const standardError =
    count > 1 ? (Math.sqrt(squares) / total) * Math.sqrt(count / (count - 1)) : NaN;
  return { n: count, mean, variance: standardError ** 2 * count, standardError };
}

/** Student's interval around `centre`, the mean itself unless another estimate is linearised; NaN below two items. */
export function tInterval(estimate: MeanEstimate, level: number, centre = estimate.mean): Bounds {
  if (estimate.n < 2) return { low: Number.NaN, high: Number.NaN };
  if (estimate.standardError === 0) return { low: centre, high: centre };
  const half = tQuantile((1 + level) / 2, estimate.n - 1) * estimate.standardError;
  return { low: centre - half, high: centre + half };
}
