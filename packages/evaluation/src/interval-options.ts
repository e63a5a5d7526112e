import { type UndefinedReason } from "./metric-value.ts";

/** What all intervals share. */
export type IntervalOptions = {
  /** Level of each one-sided bound, 0.95 unless set; the two-sided level is 2 · confidence − 1. */
  readonly confidence?: number;
  /** Seed of a bootstrap, 1 unless set. */
  readonly seed?: number;
  /** Resamples of a bootstrap, 1000 unless set. */
  readonly resamples?: number;
};

/** Options with every default filled in. */
export type FullOptions = {
  readonly level: number;
  readonly seed: number;
  readonly resamples: number;
};

/** Fills in the defaults. */
export function fullOptions(options: IntervalOptions): FullOptions {
  const { confidence = 0.95, seed = 1, resamples = 1000 } = options;
  return { level: Number((2 * confidence - 1).toFixed(12)), seed, resamples };
}

/** Bounds and the method that made them; null where the items do not carry any. */
export type FoundBounds = {
  readonly low: number | null;
  readonly high: number | null;
  readonly method: string;
  /** Variance of one item's part in the estimate. */
  readonly variance?: number;
  readonly undefined?: UndefinedReason;
};
