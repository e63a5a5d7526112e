import { estimateMean } from "./means.ts";
import { type FoundBounds, type FullOptions } from "./interval-options.ts";

/** Share of resamples that may be without meaning before the whole bootstrap is. */
const mostLost = 0.1;

/** The percentile interval of value + deviation, resamples without meaning left out. */
export function percentiles(
  deviations: Float64Array,
  options: FullOptions & { readonly value: number; readonly n: number },
): FoundBounds {
  const { value, level, seed, resamples, n } = options;
  const method = `bootstrap percentile, ${resamples} resamples, seed ${seed}`;
  const kept = deviations.filter((one) => Number.isFinite(one)).sort();
  if (kept.length < (1 - mostLost) * resamples || kept.length < 2) {
    return { low: null, high: null, method, undefined: "too-few" };
  }
  return {
    low: value + sampleQuantile(kept, (1 - level) / 2),
    high: value + sampleQuantile(kept, (1 + level) / 2),
    method,
    variance: estimateMean(kept).variance * n,
  };
}

/** The quantile of ascending values, linear between neighbours (numpy's default). */
export function sampleQuantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (at - below);
}
