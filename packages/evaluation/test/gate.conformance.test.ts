import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { afterAll, describe, expect, test } from "vitest";
import { decideAbsent, decideChange, mcnemarMidP, type Decision } from "../src/index.ts";
import { estimateMean, tInterval } from "../src/means.ts";
import { squareAndAdd } from "../src/proportions.ts";

const folder = new URL("../../../../shared/conformance/eval-gate/", import.meta.url);
const isHere = existsSync(folder);
if (!isHere)
  console.warn("SKIPPED: ../shared/conformance/eval-gate is missing, no gate case was run.");

const stored = z.object({ value: z.number(), ciLower: z.number(), ciUpper: z.number() });
const records = z.union([
  z.object({ items: z.number(), each: z.number() }),
  z.object({ list: z.array(z.number()) }),
]);
const run = z.object({
  score: z.number().optional(),
  scores: z.record(z.string(), stored).optional(),
  records: records.nullable(),
});
const rule = z.object({
  metric: z.string().optional(),
  direction: z.string().optional(),
  max_drop: z.number().optional(),
});
const gateCase = z.object({
  id: z.string(),
  kind: z.string().optional(),
  policy: z.object({ defaults: rule, benchmarks: z.record(z.string(), rule) }).optional(),
  runs: z
    .record(z.string(), z.object({ baseline: run.nullable(), candidate: run.nullable() }))
    .optional(),
  expected: z.object({ status: z.record(z.string(), z.string()).optional() }),
});
type Run = z.infer<typeof run>;

const totals = { run: 0, passed: 0, skipped: 0 };

const ledger = "severities and the outcome of a whole belong to the ledger, not to one gate";

/** Cases that are not run, each with its reason. */
const skipped: Readonly<Record<string, string>> = {
  "advisory-breach-does-not-block": ledger,
  "aggregate-critical-breach": ledger,
  "aggregate-insufficient": ledger,
  "aggregate-advisory-ignored": ledger,
  "aggregate-breach-before-insufficient": ledger,
};

/** Kinds of numbers that are not run, each with its reason. */
const skippedKinds: Readonly<Record<string, string>> = {
  "reduce-repeats": "repeats of an item are not read yet",
  "canary-classification": "Mann-Whitney judges time series, which no gate here reads",
  "mann-whitney-interval": "Mann-Whitney judges time series, which no gate here reads",
  "krippendorff-alpha": "not in the catalogue yet",
  "selection-rate": "not in the catalogue yet",
  "bootstrap-interval": "a mean has Student's interval here",
  "normal-interval": "a mean has Student's interval here",
  "clustered-standard-error": "items have no clusters yet",
  "clustered-interval": "items have no clusters yet",
  "grouped-accuracy": "groups are slices here, without an overall row",
  "grouped-mean": "groups are slices here, without an overall row",
  variance: "one value has no variance here, and no interval either",
};

const words = { pass: "PASS", fail: "BREACH", inconclusive: "INSUFFICIENT_EVIDENCE" };

function valuesOf({ records: found }: Run): Float64Array | undefined {
  if (found === null) return undefined;
  if ("list" in found) return Float64Array.from(found.list);
  return new Float64Array(found.items).fill(found.each);
}

function decide(runs: { baseline: Run; candidate: Run }, policy: z.infer<typeof rule>): Decision {
  const { metric = "mean_reward", max_drop: margin = 0.015 } = policy;
  const direction = policy.direction === "lower_is_better" ? "lower" : "higher";
  const asked = { rule: "max-drop", margin, direction } as const;
  const ours = runs.candidate.scores?.[metric];
  const theirs = runs.baseline.scores?.[metric];
  if (ours !== undefined && theirs !== undefined) {
    const bounds = [ours, theirs].map(({ value, ciLower: low, ciUpper: high }) => ({
      value,
      low,
      high,
    }));
    const [candidate, baseline] = bounds;
    if (candidate === undefined || baseline === undefined) throw new Error("two runs");
    const difference = candidate.value - baseline.value;
    const change = { difference, n: 50, method: "unpaired", nothingDiffers: false };
    return decideChange({ ...change, ...squareAndAdd(candidate, baseline) }, asked);
  }
  const after = valuesOf(runs.candidate);
  const before = valuesOf(runs.baseline);
  const shared = { method: "paired t", nothingDiffers: false };
  if (after === undefined || before === undefined) {
    const difference = (runs.candidate.score ?? NaN) - (runs.baseline.score ?? NaN);
    return decideChange({ ...shared, difference, low: null, high: null, n: 50 }, asked);
  }
  const estimate = estimateMean(after.map((value, at) => value - (before[at] ?? 0)));
  const bounds = tInterval(estimate, 0.9);
  return decideChange({ ...shared, ...bounds, difference: estimate.mean, n: estimate.n }, asked);
}

function read(name: string): unknown[] {
  if (!isHere) return [];
  return z.array(z.unknown()).parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

const gates = read("gate.json").map((one) => gateCase.parse(one));

afterAll(() => {
  console.log(`eval-gate: ${totals.run} run, ${totals.passed} passed, ${totals.skipped} skipped`);
});

describe.skipIf(!isHere)("verdicts of NeMo's gate", () => {
  test.each(gates)("$id", ({ id, policy, runs, expected }) => {
    if (id in skipped) {
      totals.skipped += 1;
      return;
    }
    totals.run += 1;
    for (const [name, { baseline, candidate }] of Object.entries(runs ?? {})) {
      if (baseline === null || candidate === null) {
        const reason = candidate === null ? "missing" : "no-baseline";
        expect(decideAbsent(reason).outcome).not.toBe("pass");
        continue;
      }
      const decision = decide(
        { baseline, candidate },
        { ...policy?.defaults, ...policy?.benchmarks[name] },
      );
      expect({ name, status: words[decision.outcome] }).toEqual({
        name,
        status: expected.status?.[name],
      });
    }
    totals.passed += 1;
  });
});

const number = z.object({
  id: z.string(),
  kind: z.string(),
  deltas: z.array(z.number()).optional(),
  values: z.array(z.unknown()).optional(),
  type: z.string().optional(),
  control: z.array(z.union([z.number(), z.boolean()])).optional(),
  treatment: z.array(z.union([z.number(), z.boolean()])).optional(),
  expected: z.record(z.string(), z.unknown()),
});
type NumberCase = z.infer<typeof number>;

function within(found: number, expected: unknown, tolerance: number): void {
  if (expected === null) {
    expect(found).toBeNaN();
    return;
  }
  expect(Math.abs(found - z.number().parse(expected))).toBeLessThanOrEqual(tolerance);
}

const checks: Readonly<Record<string, (one: NumberCase) => void>> = {
  "paired-delta-interval": ({ deltas = [], expected }) => {
    const { low, high } = tInterval(estimateMean(Float64Array.from(deltas)), 0.95);
    const tolerance = z.number().catch(1e-9).parse(expected["tolerance"]);
    if ("low" in expected) within(low, expected["low"], tolerance);
    if ("high" in expected) within(high, expected["high"], tolerance);
    if ("lowBelow" in expected) expect(low).toBeLessThan(Number(expected["lowBelow"]));
    if ("highAbove" in expected) expect(high).toBeGreaterThan(Number(expected["highAbove"]));
  },
  "standard-error": ({ values = [], expected }) => {
    const { standardError } = estimateMean(Float64Array.from(values, Number));
    within(standardError, expected["value"], 0.0005);
  },
  "paired-comparison": ({ type, control = [], treatment = [], expected }) => {
    const n = control.length;
    const estimate = estimateMean(
      Float64Array.from(treatment, (value, at) => Number(value) - Number(control[at])),
    );
    within(estimate.mean, expected["delta"], 0.01 * Math.abs(Number(expected["delta"])));
    if (type !== "boolean") {
      const bounds = tInterval(estimate, 0.9);
      const change = { ...bounds, difference: estimate.mean, n, method: "paired t" };
      const asked = { rule: "max-drop", margin: 0.1, direction: "higher" } as const;
      expect(decideChange({ ...change, nothingDiffers: false }, asked).reason).toBe("too-few");
      return;
    }
    const onlyCandidate = treatment.filter(
      (one, at) => one === true && control[at] === false,
    ).length;
    const onlyBaseline = treatment.filter(
      (one, at) => one === false && control[at] === true,
    ).length;
    const { twoSided } = mcnemarMidP({ onlyCandidate, onlyBaseline, n });
    expect(twoSided).toBeLessThan(Number(expected["pBelow"]));
  },
};

describe.skipIf(!isHere)("numbers of other evaluation tools", () => {
  test.each(read("statistics.json").map((one) => number.parse(one)))("$id", (one) => {
    if (one.kind in skippedKinds) {
      expect(checks).not.toHaveProperty([one.kind]);
      totals.skipped += 1;
      return;
    }
    totals.run += 1;
    checks[one.kind]?.(one);
    expect(checks).toHaveProperty([one.kind]);
    totals.passed += 1;
  });
});
