import { configSchema, gateSchema } from "@slipway/contracts";
import { expect, test } from "vitest";
import {
  changedSettings,
  ruleKey,
  rulesOf,
  tightenRules,
  type Rule,
  type RuleDefaults,
} from "../src/index.ts";

const source = { file: "slipway.yaml", line: 9 };

function rules(...gates: Record<string, unknown>[]): Rule[] {
  return gates.flatMap((gate) => rulesOf(gateSchema.parse(gate), {}, source));
}

test("a gate with two rules makes two of them, with the field's defaults", () => {
  const found = rules({ metric: "accuracy", min: 0.75, "max-drop": 0.02 });

  expect(found.map(ruleKey)).toEqual(["accuracy min", "accuracy max-drop"]);
  expect(found[0]).toMatchObject({
    severity: "block",
    confidence: 0.95,
    minN: 10,
    onInconclusive: "warn",
    firstRun: "block",
  });
});

test("what a pull request loosens is judged by the base and listed", () => {
  const base = rules({ metric: "roc_auc", "max-drop": 0.01 }, { metric: "accuracy", min: 0.8 });
  const head = rules({ metric: "roc_auc", "max-drop": 0.05, severity: "warn" });

  const { rules: judging, loosened } = tightenRules(base, head);

  expect(judging).toEqual(base);
  expect(loosened.map(({ what, from, to }) => `${what} ${from} → ${to}`)).toEqual([
    "roc_auc max-drop 0.01 → 0.05",
    "roc_auc max-drop severity block → warn",
    "accuracy min 0.8 → removed",
  ]);
});

test("what a pull request tightens or adds counts at once", () => {
  const base = rules({ metric: "roc_auc", "max-drop": 0.05, severity: "warn" });
  const head = rules({ metric: "roc_auc", "max-drop": 0.01 }, { metric: "f1", min: 0.5 });

  expect(tightenRules(base, head)).toEqual({ rules: head, loosened: [] });
});

test("a pull request cannot turn a metric around", () => {
  const base = rules({ metric: "cost", max: 3, direction: "lower" });
  const head = rules({ metric: "cost", max: 3, direction: "higher" });

  const { rules: judging, loosened } = tightenRules(base, head);

  expect(judging[0]?.direction).toBe("lower");
  expect(loosened).toHaveLength(1);
});

test("a limit that warns and one that blocks stay two rules, and an unchanged pair loosens nothing", () => {
  const gates = [
    { metric: "accuracy", min: 0.8 },
    { metric: "accuracy", min: 0.9, severity: "warn" },
  ];
  const base = rules(...gates);

  expect(tightenRules(base, rules(...gates.toReversed()))).toEqual({ rules: base, loosened: [] });
});

test("of two limits on one metric, each is paired with its own successor", () => {
  const base = rules(
    { metric: "accuracy", min: 0.8 },
    { metric: "accuracy", min: 0.9, severity: "warn" },
  );
  const head = rules(
    { metric: "accuracy", min: 0.95, severity: "warn" },
    { metric: "accuracy", min: 0.7 },
  );

  const { rules: judging, loosened } = tightenRules(base, head);

  expect(judging.map(({ limit, severity }) => `${limit} ${severity}`)).toEqual([
    "0.8 block",
    "0.95 warn",
  ]);
  expect(loosened.map(({ what, from, to }) => `${what} ${from} → ${to}`)).toEqual([
    "accuracy min 0.8 → 0.7",
  ]);
});

test("every way to ask for less is refused: level of proof, small groups, first run, undecided changes", () => {
  const strict: RuleDefaults = {
    confidence: 0.95,
    "min-n": 10,
    "first-run": "block",
    "on-inconclusive": "fail",
  };
  const lax: RuleDefaults = {
    confidence: 0.6,
    "min-n": 1000,
    "first-run": "allow",
    "on-inconclusive": "warn",
  };
  const gate = gateSchema.parse({ metric: "recall", min: 0.5, slice: "origin", judge: "interval" });
  const eased = gateSchema.parse({ metric: "recall", min: 0.5, slice: "origin", severity: "info" });
  const base = rulesOf(gate, strict, source);
  const head = rulesOf(eased, lax, source);

  const { rules: judging, loosened } = tightenRules(base, head);

  expect(judging).toEqual(base);
  expect(loosened.map(({ what, from, to }) => `${what}: ${from} → ${to}`)).toEqual([
    "recall min slice=origin severity: block → info",
    "recall min slice=origin judge: interval → point",
    "recall min slice=origin on-inconclusive: fail → warn",
    "recall min slice=origin first-run: block → allow",
    "recall min slice=origin min-n: 10 → 1000",
    "recall min slice=origin confidence: 0.95 → 0.6",
  ]);
});

test("another slice is another demand: the base's stays, the new one is added", () => {
  const base = rules({ metric: "recall", min: 0.5, slice: "origin" });
  const head = rules({ metric: "recall", min: 0.5, slice: "weekday" });

  const { rules: judging, loosened } = tightenRules(base, head);

  expect(judging).toEqual([...base, ...head]);
  expect(loosened.map(({ what, to }) => `${what} ${to}`)).toEqual([
    "recall min slice=origin removed",
  ]);
});

test("what decides a measurement is shown where a pull request changes it", () => {
  const base = configSchema.parse({
    version: 1,
    evaluations: [
      { name: "late", results: "a.csv", task: "binary", columns: { label: "y", prediction: "p" } },
    ],
  }).evaluations?.[0];
  if (base === undefined) throw new Error("an evaluation was expected");
  const head = {
    ...base,
    baseline: "mine.csv",
    positive: 0,
    results: "b.csv",
    columns: { label: "p", prediction: "p" },
  };

  expect(changedSettings(base, base)).toEqual([]);
  expect(changedSettings(base, head)).toEqual([
    { what: "positive", from: "unset", to: "0" },
    { what: "baseline", from: "unset", to: "mine.csv" },
    { what: "results", from: "a.csv", to: "b.csv" },
    { what: "columns.label", from: "y", to: "p" },
  ]);
});
