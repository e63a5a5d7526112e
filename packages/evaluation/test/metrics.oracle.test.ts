import { UserError } from "@slipway/kernel";
import { z } from "zod";
import { afterAll, describe, expect, test } from "vitest";
import {
  computeGroups,
  computeMetric,
  findMetric,
  parseMetric,
  type MetricValue,
} from "../src/index.ts";
import { cellsOf, itemsOf, oracleCases, textOf, type OracleCase } from "./oracle.ts";

/** The oracle's names for metrics that we call by scikit-learn's. */
const ourNames: Readonly<Record<string, string>> = {
  brier: "brier_score",
  mae: "mean_absolute_error",
  mse: "mean_squared_error",
  rmse: "root_mean_squared_error",
  median_ae: "median_absolute_error",
};

const notOurs = "not in the catalogue yet";

/** Metrics and cases that are not run, each with its reason. */
const skippedMetrics: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...["balanced_accuracy_adjusted", "f0.5", "f2", "precision_zd1", "f1_zd1", "specificity"],
    ...["npv", "jaccard", "mcc", "cohen_kappa", "hamming_loss", "zero_one_loss"],
    ...["confusion_matrix", "selection_rate", "roc_auc_fpr_0.3", "d2_log_loss", "d2_brier"],
    ...["ece_10", "ece_15", "mce_10", "ece_5_quantile", "jaccard_macro", "jaccard_micro"],
    ...["jaccard_weighted", "precision_macro_zdnan", "f2_macro", "cohen_kappa_linear"],
    ...["cohen_kappa_quadratic", "roc_auc_ovr_micro", "average_precision_macro"],
    ...["average_precision_micro", "average_precision_weighted", "top_2_accuracy", "max_error"],
    ...["explained_variance", "r2_raw", "mape", "msle", "rmsle", "pinball_0.1", "pinball_0.5"],
    ...["pinball_0.9", "d2_absolute_error", "poisson_deviance", "gamma_deviance", "tweedie_1.5"],
    ...["wape", "smape", "bias"],
  ].map((name) => [name, notOurs]),
);

const skippedTasks: Readonly<Record<string, string>> = {
  multilabel: notOurs,
  ranking: notOurs,
  fairness: notOurs,
  repeats: notOurs,
  statistics: "run in statistics.oracle.test.ts",
};

const skippedFiles: Readonly<Record<string, string>> = {
  ".csv": "reading files is tested with the reader; the JSONL form of the table has the same rows",
  ".parquet":
    "reading files is tested with the reader; the JSONL form of the table has the same rows",
};

const totals = { run: 0, passed: 0, skipped: 0 };

const undefinedValue = z.object({
  undefined: z.string(),
  value: z.union([z.number(), z.object({ $float: z.string() })]).optional(),
});

/** Our words for the oracle's reasons where they differ. */
const sameReason: Readonly<Record<string, readonly string[]>> = { "not-finite": ["class-missing"] };

function expectSame(ours: MetricValue, theirs: unknown): void {
  if (typeof theirs === "number") {
    expect(ours.value).not.toBeNull();
    expect(Math.abs((ours.value ?? NaN) - theirs)).toBeLessThanOrEqual(
      1e-12 * Math.max(1, Math.abs(theirs)),
    );
    return;
  }
  const { undefined: reason, value } = undefinedValue.parse(theirs);
  expect([reason, ...(sameReason[reason] ?? [])]).toContain(ours.undefined);
  if (typeof value === "number" && ours.value !== null) expect(ours.value).toBeCloseTo(value, 12);
}

function isPerClass(name: string): boolean {
  return name.includes("[");
}

function checkMetrics(one: OracleCase): void {
  const items = itemsOf(one);
  for (const [name, theirs] of Object.entries(one.expected)) {
    const metric = findMetric(ourNames[name] ?? name, items.task);
    if (metric === undefined || one.unstable?.includes(name)) {
      expect([
        name,
        one.unstable?.includes(name) || isPerClass(name) || name in skippedMetrics,
      ]).toEqual([name, true]);
      totals.skipped += 1;
      continue;
    }
    expect(skippedMetrics).not.toHaveProperty([name]);
    totals.run += 1;
    expectSame(computeMetric(items, metric), theirs);
    totals.passed += 1;
  }
}

const cases = oracleCases();
const runnable = cases.filter(({ task, path = "" }) => {
  return !(task in skippedTasks) && !Object.keys(skippedFiles).some((end) => path.endsWith(end));
});

afterAll(() => {
  const { run, passed, skipped } = totals;
  console.log(`eval-oracle metrics: ${run} run, ${passed} passed, ${skipped} skipped`);
});

describe.skipIf(cases.length === 0)("metrics equal those of the libraries", () => {
  test.each(runnable.filter(({ task }) => task !== "slices"))("$id", (one) => {
    if ("error" in one.expected) {
      totals.run += 1;
      expect(() => itemsOf(one)).toThrow(UserError);
      totals.passed += 1;
    } else checkMetrics(one);
  });

  test.each(runnable.filter(({ task }) => task === "slices"))("$id", (one) => {
    const items = itemsOf(one);
    const bySlice = z
      .record(z.string(), z.record(z.string(), z.unknown()))
      .parse(one.expected["by_slice"]);
    const names = Object.keys(bySlice);
    const codes = Int32Array.from(cellsOf(one, "slices"), (value) => names.indexOf(textOf(value)));
    names.forEach((slice, index) => {
      const expected = bySlice[slice] ?? {};
      if ("undefined" in expected) {
        const accuracy = parseMetric("accuracy", items.task);
        const value = computeGroups(items, accuracy, { count: names.length, codes })[index];
        expect(value).toEqual({ value: null, undefined: "empty-slice", n: 0, sumOfWeights: 0 });
        totals.run += 1;
        totals.passed += 1;
        return;
      }
      for (const [name, theirs] of Object.entries(expected)) {
        const metric = findMetric(ourNames[name] ?? name, items.task);
        if (name !== "n" && metric === undefined) throw new Error(`${name} is not on any list`);
        totals.run += 1;
        if (metric === undefined)
          expect(codes.filter((code) => code === index).length).toBe(theirs);
        else {
          const ours = computeGroups(items, metric, { count: names.length, codes })[index];
          if (ours !== undefined) expectSame(ours, theirs);
        }
        totals.passed += 1;
      }
    });
  });
});
