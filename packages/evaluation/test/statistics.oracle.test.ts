import { z } from "zod";
import { afterAll, describe, expect, test } from "vitest";
import {
  alignPairs,
  createItems,
  decideChange,
  mcnemarMidP,
  pairedInterval,
  parseMetric,
  type Aligned,
} from "../src/index.ts";
import { areaComponents, areaCovariance, areaDifferenceVariance } from "../src/delong.ts";
import { normalQuantile } from "../src/distributions.ts";
import { estimateMean, tInterval } from "../src/means.ts";
import { neededItems, tangoInterval, wilsonInterval } from "../src/proportions.ts";
import { resample } from "../src/resample.ts";
import { sampleQuantile } from "../src/percentiles.ts";
import { oracleCases, type OracleCase } from "./oracle.ts";

const totals = { run: 0, passed: 0, skipped: 0 };

const notUsed = "no gate or report uses it yet";

/** Kinds that are not run, each with its reason. */
const skipped: Readonly<Record<string, string>> = {
  "clopper-pearson": "Wilson is the interval of one proportion here",
  "newcombe-paired": "Tango is the interval of paired proportions here",
  "clustered-mean": "items have no clusters yet",
  "wilcoxon-pratt": notUsed,
  "sign-flip": notUsed,
  holm: "gates are judged one by one until they have families",
  "benjamini-hochberg": "gates are judged one by one until they have families",
  "prediction-interval": "there is no history of metrics without items yet",
  "cohen-kappa": "not in the catalogue yet",
  "krippendorff-alpha": "not in the catalogue yet",
};

const numbers = z.array(z.number());
const pairTable = z.object({
  bothRight: z.number(),
  onlyCandidate: z.number(),
  onlyBaseline: z.number(),
  bothWrong: z.number(),
});

function numberOf(record: Record<string, unknown>, name: string): number {
  return z.number().parse(record[name]);
}

function floatsOf(record: Record<string, unknown>, name: string): Float64Array {
  return Float64Array.from(numbers.parse(record[name]));
}

function expectNear(one: OracleCase, ours: Record<string, number>): void {
  const { abs } = z.object({ abs: z.number() }).parse(one.tolerance);
  for (const [name, value] of Object.entries(ours)) {
    expect({
      name,
      off: Math.abs(value - numberOf(one.expected, name)) <= abs ? 0 : value,
    }).toEqual({
      name,
      off: 0,
    });
  }
}

function pairsOf(one: OracleCase): { onlyCandidate: number; onlyBaseline: number; n: number } {
  const { bothRight, onlyCandidate, onlyBaseline, bothWrong } = pairTable.parse(one.params);
  return { onlyCandidate, onlyBaseline, n: bothRight + onlyCandidate + onlyBaseline + bothWrong };
}

/** A binary task with these scores, cut at the threshold. */
function scored(label: readonly number[], scores: Float64Array, threshold: number) {
  return createItems({
    task: "binary",
    classes: ["no", "yes"],
    label: Int32Array.from(label),
    prediction: Int32Array.from(scores, (score) => (score >= threshold ? 1 : 0)),
    scores: [scores],
  });
}

function bootstrapCase(one: OracleCase): Aligned {
  const label = numbers.parse(one.params["label"]);
  const threshold = numberOf(one.params, "threshold");
  const rows = Int32Array.from(label, (_, row) => row);
  const candidate = scored(label, floatsOf(one.params, "candidateScore"), threshold);
  const baseline = scored(label, floatsOf(one.params, "baselineScore"), threshold);
  return alignPairs(candidate, baseline, { candidate: rows, baseline: rows });
}

const kinds: Readonly<Record<string, (one: OracleCase) => void>> = {
  wilson: (one) => {
    const { low, high } = wilsonInterval(
      numberOf(one.params, "x"),
      numberOf(one.params, "n"),
      numberOf(one.params, "confidence"),
    );
    expectNear(one, { low, high });
  },
  "tango-paired": (one) => {
    const counts = pairsOf(one);
    const { low, high } = tangoInterval(counts, numberOf(one.params, "confidence"));
    const delta = (counts.onlyCandidate - counts.onlyBaseline) / counts.n;
    expectNear(one, { delta, low, high });
  },
  mcnemar: (one) => {
    const onlyCandidate = numberOf(one.params, "onlyCandidate");
    const onlyBaseline = numberOf(one.params, "onlyBaseline");
    const n = onlyCandidate + onlyBaseline;
    const { twoSided, worse } = mcnemarMidP({ onlyCandidate, onlyBaseline, n });
    expectNear(one, { midp: twoSided, midpOneSidedWorse: worse });
  },
  "t-interval": (one) => {
    const estimate = estimateMean(floatsOf(one.params, "values"));
    const { low, high } = tInterval(estimate, numberOf(one.params, "confidence"));
    expectNear(one, { mean: estimate.mean, low, high });
  },
  "paired-t": (one) => {
    const baseline = floatsOf(one.params, "baseline");
    const differences = floatsOf(one.params, "candidate").map((v, i) => v - (baseline[i] ?? 0));
    const estimate = estimateMean(differences);
    const { low, high } = tInterval(estimate, numberOf(one.params, "confidence"));
    expectNear(one, { t: estimate.mean / estimate.standardError, df: estimate.n - 1, low, high });
  },
  delong: (one) => {
    const marks = Uint8Array.from(numbers.parse(one.params["label"]));
    const a = areaComponents(marks, floatsOf(one.params, "scoreA"));
    const b = areaComponents(marks, floatsOf(one.params, "scoreB"));
    const cov = areaCovariance(a, b);
    if (one.expected["undefined"] === "zero-variance") {
      expectNear(one, { aucA: a.auc, aucB: b.auc });
      expect(areaDifferenceVariance(a, b)).toBe(0);
      return;
    }
    const z = (a.auc - b.auc) / Math.sqrt(areaDifferenceVariance(a, b));
    const ours = {
      aucA: a.auc,
      aucB: b.auc,
      varA: areaCovariance(a, a),
      varB: areaCovariance(b, b),
    };
    expectNear(one, { ...ours, cov, z });
  },
  "sample-size": (one) => {
    const { margin, discordant, confidence } = one.params;
    const given = z.number();
    const n = neededItems({
      variance: given.parse(discordant),
      margin: given.parse(margin),
      confidence: given.parse(confidence),
    });
    const z80 = normalQuantile(given.parse(confidence)) + normalQuantile(0.8);
    expectNear(one, { n, mdeAt1000: z80 * Math.sqrt(given.parse(discordant) / 1000) });
  },
  "paired-bootstrap": (one) => {
    const names = { brier: "brier_score" };
    const name = z.string().parse(one.params["metric"]);
    const metric = parseMetric(name === "brier" ? names.brier : name, "binary");
    const aligned = bootstrapCase(one);
    const change = pairedInterval(metric, aligned);
    const delta = numberOf(one.expected, "delta");
    expect(Math.abs((change.difference ?? NaN) - delta)).toBeLessThan(1e-12);
    const models = [aligned.candidate, aligned.baseline];
    const [ours, theirs] = resample(models, metric, { seed: 1, resamples: 4000 });
    const [low = NaN, high = NaN] = numbers.parse(one.expected["percentile"]);
    const [lowOff = 0, highOff = 0] = numbers.parse(one.tolerance?.["percentile"]);
    if (metric.form.kind === "mean") {
      expect(Math.abs((change.low ?? NaN) - low)).toBeLessThan(2 * lowOff);
      expect(Math.abs((change.high ?? NaN) - high)).toBeLessThan(2 * highOff);
      return;
    }
    const gaps = (ours ?? new Float64Array(0)).map((v, at) => v - (theirs?.[at] ?? NaN)).sort();
    // Poisson resamples vary in size, so that a share of n items moves by up to one item.
    const step = metric.name === "accuracy" ? 1.2 / aligned.candidate.n : 0;
    expect(Math.abs(delta + sampleQuantile(gaps, 0.05) - low)).toBeLessThan(lowOff + step);
    expect(Math.abs(delta + sampleQuantile(gaps, 0.95) - high)).toBeLessThan(highOff + step);
  },
  "non-inferiority": (one) => {
    const counts = pairsOf(one);
    const { low, high } = tangoInterval(counts, 0.9);
    const decision = decideChange(
      {
        difference: (counts.onlyCandidate - counts.onlyBaseline) / counts.n,
        low,
        high,
        n: counts.n,
        method: "Tango",
        nothingDiffers: counts.onlyCandidate + counts.onlyBaseline === 0,
      },
      { rule: "max-drop", margin: numberOf(one.params, "maxDrop"), direction: "higher" },
    );
    expect(decision.outcome).toBe(one.expected["verdict"]);
  },
  "non-inferiority-continuous": (one) => {
    const estimate = estimateMean(floatsOf(one.params, "differences"));
    const { low, high } = tInterval(estimate, 0.9);
    expectNear(one, { low, high });
    const decision = decideChange(
      {
        ...{ difference: estimate.mean, low, high, n: estimate.n },
        ...{ method: "paired t", nothingDiffers: false },
      },
      { rule: "max-drop", margin: numberOf(one.params, "maxDrop"), direction: "higher" },
    );
    expect(decision.outcome).toBe(one.expected["verdict"]);
  },
};

const cases = oracleCases().filter(({ task }) => task === "statistics");

afterAll(() => {
  const { run, passed } = totals;
  const left = cases.filter(({ kind = "" }) => kind in skipped).length;
  console.log(`eval-oracle statistics: ${run} run, ${passed} passed, ${left} skipped`);
});

describe.skipIf(cases.length === 0)("statistics equal those of the libraries", () => {
  test.each(cases.filter(({ kind = "" }) => !(kind in skipped)))("$id", (one) => {
    const check = kinds[one.kind ?? ""];
    if (check === undefined)
      throw new Error(`The kind ${one.kind ?? ""} is neither run nor skipped.`);
    totals.run += 1;
    check(one);
    totals.passed += 1;
  });

  test("no kind is both run and skipped", () => {
    expect(Object.keys(kinds).filter((kind) => kind in skipped)).toEqual([]);
  });
});
