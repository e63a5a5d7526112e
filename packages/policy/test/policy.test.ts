import { gateSchema } from "@slipway/contracts";
import { expect, test } from "vitest";
import { ruleKey, rulesOf, tightenRules, type Rule } from "../src/index.ts";

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
