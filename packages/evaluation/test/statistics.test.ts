import { describe, expect, test } from "vitest";
import { areaComponents, areaCovariance, areaDifferenceVariance } from "../src/delong.ts";
import { incompleteBeta, logGamma, normalQuantile, tQuantile } from "../src/distributions.ts";
import { GridSums, gridFor, sumOf } from "../src/grid-sum.ts";
import { drawCell } from "../src/poisson-draws.ts";
import {
  mcnemarMidP,
  neededItems,
  squareAndAdd,
  tangoInterval,
  wilsonInterval,
} from "../src/proportions.ts";
import { estimateMean } from "../src/means.ts";

describe("quantiles", () => {
  test.each([
    [0.95, 1.6448536269514722],
    [0.8, 0.8416212335729143],
    [0.975, 1.959963984540054],
    [1e-10, -6.361340902404056],
    [0.5, 0],
  ])("normal quantile of %f", (p, value) => {
    expect(Math.abs(normalQuantile(p) - value)).toBeLessThan(1e-12);
  });

  test.each([
    [0.975, 4, 2.7764451051977987],
    [0.95, 9, 1.8331129326536335],
    [0.975, 999, 1.962341461133449],
    [0.975, 1000, 1.9623390808264074],
    [0.05, 1_000_000, -1.644855151134553],
  ])("t quantile of %f at %i degrees of freedom", (p, freedom, value) => {
    expect(Math.abs(tQuantile(p, freedom) - value)).toBeLessThan(1e-9);
  });

  test("log-gamma and the incomplete beta function meet closed forms", () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(incompleteBeta(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 12);
    expect(incompleteBeta(0.5, 7, 7)).toBeCloseTo(0.5, 12);
  });
});

describe("one proportion", () => {
  test.each([
    [8, 10, 0.4901624715, 0.9433178485],
    [0, 10, 0, 0.2775327999],
    [85, 100, 0.7671644041, 0.9069401472],
  ])("Wilson of %i out of %i", (...[hits, n, low, high]) => {
    const bounds = wilsonInterval(hits, n, 0.95);

    expect(Math.abs(bounds.low - low)).toBeLessThan(1e-9);
    expect(Math.abs(bounds.high - high)).toBeLessThan(1e-9);
  });

  test("nothing right gives a lower bound of exactly 0", () => {
    expect(wilsonInterval(0, 10, 0.95).low).toBe(0);
  });
});

describe("paired proportions", () => {
  test.each([
    [12, 2, 50, 0.0611, 0.3447],
    [3, 9, 100, -0.1377, 0.0091],
  ])("Tango of %i better and %i worse out of %i", (...[better, worse, n, low, high]) => {
    const bounds = tangoInterval({ onlyCandidate: better, onlyBaseline: worse, n }, 0.95);

    expect(bounds.low).toBeCloseTo(low, 4);
    expect(bounds.high).toBeCloseTo(high, 4);
  });

  test.each([
    [1, 7, 0.0390625],
    [9, 4, 0.1795654297],
    [10, 25, 0.0113309842],
    [0, 6, 0.015625],
    [3, 12, 0.021270752],
    [0, 0, 1],
  ])("McNemar's mid-p of %i worse and %i better", (...[worse, better, p]) => {
    const counts = { onlyBaseline: worse, onlyCandidate: better, n: 100 };

    expect(Math.abs(mcnemarMidP(counts).twoSided - p)).toBeLessThan(1e-9);
  });

  test("equal numbers of better and worse give 1 − ½·pmf, not 1", () => {
    const { twoSided } = mcnemarMidP({ onlyBaseline: 5, onlyCandidate: 5, n: 100 });

    expect(twoSided).toBeCloseTo(0.876953125, 12);
  });

  test("McNemar's test of identical results has p = 1 and divides nothing by 0", () => {
    expect(mcnemarMidP({ onlyBaseline: 0, onlyCandidate: 0, n: 9 }).twoSided).toBe(1);
  });

  test("a clean sweep of four losses is significant one-sided", () => {
    const { worse } = mcnemarMidP({ onlyBaseline: 4, onlyCandidate: 0, n: 100 });

    expect(worse).toBeCloseTo(0.03125, 12);
  });
});

describe("sample size counts all items, not discordant pairs", () => {
  test.each([
    [0.05, 0.02, 773],
    [0.05, 0.01, 3092],
    [0.1, 0.05, 248],
    [0.267, 0.05, 661],
  ])("discordant rate %f, margin %f needs %i", (variance, margin, needed) => {
    expect(neededItems({ variance, margin, confidence: 0.95 })).toBe(needed);
  });
});

describe("two areas", () => {
  const marks = Uint8Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
  const a = areaComponents(
    marks,
    Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.6, 0.35, 0.5, 0.7, 0.8, 0.9),
  );
  const b = areaComponents(
    marks,
    Float64Array.of(0.2, 0.1, 0.5, 0.4, 0.7, 0.3, 0.5, 0.5, 0.9, 0.6),
  );

  test("DeLong's golden values", () => {
    expect(a.auc).toBeCloseTo(0.88, 12);
    expect(b.auc).toBeCloseTo(0.72, 12);
    expect(areaCovariance(a, a)).toBeCloseTo(0.0128, 12);
    expect(areaCovariance(a, b)).toBeCloseTo(0.0162, 12);
    expect(areaCovariance(b, b)).toBeCloseTo(0.0318, 12);
    const z = (a.auc - b.auc) / Math.sqrt(areaDifferenceVariance(a, b));
    expect(Math.abs(z - 1.4485719367)).toBeLessThan(1e-9);
  });
});

describe("sums do not depend on order", () => {
  const terms = Float64Array.from(
    { length: 5000 },
    (_, at) => Math.sin(at) * 10 ** ((at % 25) - 12),
  );

  test("forwards, backwards and grouped", () => {
    const backwards = terms.toReversed();
    const sums = new GridSums(gridFor(1e13, terms.length), 2);
    for (const term of terms) sums.add(1, term);

    expect(sumOf(backwards)).toBe(sumOf(terms));
    expect(Math.abs(sums.value(1) - sumOf(terms))).toBeLessThan(1e-3);
    expect(sums.value(0)).toBe(0);
  });

  test("what cancels leaves what is left", () => {
    expect(sumOf(Float64Array.of(1e16, 1, -1e16))).toBe(1);
  });
});

describe("draws of the bootstrap", () => {
  test.each([1, 7, 400, 90_000])("a cell of %i items has Poisson counts", (weight) => {
    const draws = new Float64Array(20_000);
    drawCell({ key: 3, weight, squares: weight }, { seed: 1, resamples: draws.length }, draws);
    const { mean, variance } = estimateMean(draws);

    expect(Math.abs(mean / weight - 1)).toBeLessThan(4 / Math.sqrt(weight * draws.length));
    expect(Math.abs(variance / weight - 1)).toBeLessThan(0.06);
  });

  test("unequal weights keep mean and variance", () => {
    const draws = new Float64Array(20_000);
    drawCell({ key: 3, weight: 10, squares: 40 }, { seed: 1, resamples: draws.length }, draws);
    const { mean, variance } = estimateMean(draws);

    expect(Math.abs(mean - 10)).toBeLessThan(0.2);
    expect(Math.abs(variance - 40)).toBeLessThan(2);
  });
});

test("independent intervals combine by square and add", () => {
  const bounds = squareAndAdd(
    { value: 0.8, low: 0.77, high: 0.83 },
    { value: 0.7, low: 0.66, high: 0.74 },
  );

  expect(bounds.low).toBeCloseTo(0.05, 12);
  expect(bounds.high).toBeCloseTo(0.15, 12);
});
