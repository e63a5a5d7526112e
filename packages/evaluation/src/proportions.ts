import { incompleteBeta, logGamma, normalQuantile } from "./distributions.ts";

/** A two-sided interval. */
export type Bounds = { readonly low: number; readonly high: number };

/** The normal quantile of a two-sided level: 0.9 gives 1.645. */
export function twoSidedZ(level: number): number {
  return normalQuantile((1 + level) / 2);
}

/** Wilson's score interval (1927) of `hits` out of `n`. */
export function wilsonInterval(hits: number, n: number, level: number): Bounds {
  const z = twoSidedZ(level);
  const share = hits / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At 0 and n the exact bound is 0 or 1; binary arithmetic would miss it by a rounding.
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: hits === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/** Outcomes of pairs: those that only the candidate or only the baseline got right, out of n. */
export type PairCounts = {
  readonly onlyCandidate: number;
  readonly onlyBaseline: number;
  readonly n: number;
};

/** Tango's score interval (1998) of candidate − baseline for paired right/wrong outcomes. */
export function tangoInterval(counts: PairCounts, level: number): Bounds {
  const z = twoSidedZ(level);
  const estimate = (counts.onlyCandidate - counts.onlyBaseline) / counts.n;
  return {
    low: solveScore(counts, z, [-1, estimate]),
    high: solveScore(counts, -z, [estimate, 1]),
  };
}

/** The difference whose score is `wanted`; the score falls from the low end of the bracket to the high one. */
function solveScore(
  counts: PairCounts,
  wanted: number,
  bracket: readonly [number, number],
): number {
  let [low, high] = bracket;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (tangoScore(counts, middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function tangoScore({ onlyCandidate, onlyBaseline, n }: PairCounts, delta: number): number {
  const a = 2 * n;
  const b = -onlyCandidate - onlyBaseline + (2 * n - onlyCandidate + onlyBaseline) * delta;
  const c = -onlyBaseline * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // The two forms of the same root; each avoids the subtraction that would cancel.
  const share = b > 0 ? (-2 * c) / (b + root) : (root - b) / (2 * a);
  const variance = n * (2 * share + delta * (1 - delta));
  const gap = onlyCandidate - onlyBaseline - n * delta;
  if (gap === 0) return 0;
  return variance > 0 ? gap / Math.sqrt(variance) : Math.sign(gap) * Infinity;
}

/**
 * The interval of a difference of two independent estimates from the interval of each: Newcombe's
 * square-and-add (1998, method 10, of proportions), as it holds for other estimates too (Zou and Donner, 2008).
 */
export function squareAndAdd(
  candidate: Bounds & { readonly value: number },
  baseline: Bounds & { readonly value: number },
): Bounds {
  const difference = candidate.value - baseline.value;
  return {
    low: difference - Math.hypot(candidate.value - candidate.low, baseline.high - baseline.value),
    high: difference + Math.hypot(candidate.high - candidate.value, baseline.value - baseline.low),
  };
}

/** McNemar's mid-p: two-sided, and one-sided for the candidate being worse (Fagerland et al. 2013). */
export function mcnemarMidP({ onlyCandidate, onlyBaseline }: PairCounts): {
  readonly twoSided: number;
  readonly worse: number;
} {
  const n = onlyCandidate + onlyBaseline;
  if (n === 0) return { twoSided: 1, worse: 1 };
  const fewer = Math.min(onlyCandidate, onlyBaseline);
  const twoSided =
    onlyCandidate === onlyBaseline
      ? 1 - fairCoin(fewer, n) / 2
      : 2 * fairCoinUpTo(fewer, n) - fairCoin(fewer, n);
  const worse = fairCoinUpTo(onlyCandidate, n) - fairCoin(onlyCandidate, n) / 2;
  return { twoSided, worse };
}

/** P(X = k) of n tosses of a fair coin. */
function fairCoin(k: number, n: number): number {
  return Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
}

/** P(X ≤ k) of n tosses of a fair coin. */
function fairCoinUpTo(k: number, n: number): number {
  return k >= n ? 1 : incompleteBeta(0.5, n - k, k + 1);
}

/** Items needed to prove, with power 0.8, that an unchanged model loses less than `margin`. */
export function neededItems(init: {
  /** Variance of the paired difference of one item: the discordant rate, of right/wrong outcomes. */
  readonly variance: number;
  readonly margin: number;
  /** Level of the one-sided bound. */
  readonly confidence: number;
}): number {
  const z = normalQuantile(init.confidence) + normalQuantile(0.8);
  return Math.ceil((z * z * init.variance) / (init.margin * init.margin));
}
