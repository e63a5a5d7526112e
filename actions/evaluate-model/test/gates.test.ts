import { expect, test } from "vitest";
import { flagsOf, itemsOf, table, worsened } from "./results.ts";
import { createWorkspace, csv, evaluate, ledger, only, shuffled } from "./workspace.ts";

const good = itemsOf(600, 0.9);
const worse = worsened(good, 10);
const againstOld = { baseline: "old.csv" };

test("min and max judge the value, and a value on the bound passes", async () => {
  const half = csv(
    ["y", "p"],
    [
      [1, 1],
      [0, 1],
      [1, 0],
      [0, 0],
    ],
  );

  const evidence = await evaluate(
    { "a.csv": half },
    {
      results: "a.csv",
      task: "binary",
      columns: "label=y,prediction=p",
      gate: "accuracy min 0.5\nrecall min 0.51\nprecision max 0.5\nf1 max 0.49",
    },
  );

  expect(ledger(evidence)).toEqual({
    "a/accuracy/min": "pass",
    "a/recall/min": "fail blocks",
    "a/precision/max": "pass",
    "a/f1/max": "fail blocks",
  });
  expect(evidence.outcome).toBe("fail");
  expect(evidence.summary).toEqual({ pass: 2, warn: 0, fail: 2, inconclusive: 0, error: 0 });
});

test("judge: interval makes the whole interval keep the bound", async () => {
  const workspace = createWorkspace({
    "new.csv": table(good),
    "slipway.yaml": `version: 1
evaluations:
  - name: late
    results: new.csv
    task: binary
    columns: { id: id, label: label, prediction: prediction }
    gates:
      - { metric: accuracy, min: 0.80, judge: interval }
      - { metric: precision, min: 0.83, judge: interval }
      - { metric: recall, min: 0.99, judge: interval }
`,
  });

  const evidence = only(await workspace.evaluate({}));

  expect(ledger(evidence)).toEqual({
    "late/accuracy/min": "pass",
    "late/precision/min": "inconclusive undecided",
    "late/recall/min": "fail beyond-margin blocks",
  });
  expect(evidence.checks[0]?.interval).toMatchObject({ level: 0.9, method: "Wilson" });
  expect(evidence.checks[0]?.source).toEqual({ file: "slipway.yaml", line: 8 });
  workspace.remove();
});

test("a drop passes within its margin, fails beyond it, and is undecided where the items cannot say", async () => {
  const files = { "new.csv": table(worse), "old.csv": table(good) };

  const evidence = await evaluate(
    files,
    flagsOf(
      ["accuracy max-drop 0.2", "precision max-drop 0.01", "f1 max-relative-drop 0.5"],
      againstOld,
    ),
  );
  const few = await evaluate(
    { "new.csv": table(worse.slice(0, 40)), "old.csv": table(good.slice(0, 40)) },
    flagsOf(["accuracy max-drop 0.1"], againstOld),
  );

  expect(ledger(evidence)).toEqual({
    "new/accuracy/max-drop": "pass",
    "new/precision/max-drop": "fail beyond-margin blocks",
    "new/f1/max-relative-drop": "pass",
  });
  const [accuracy] = evidence.checks;
  expect(accuracy?.difference).toBeCloseTo(
    (accuracy?.candidate ?? 0) - (accuracy?.baseline ?? 0),
    12,
  );
  expect(accuracy?.difference).toBeLessThan(0);
  expect(accuracy?.interval).toMatchObject({ level: 0.9, method: "Tango" });
  expect(ledger(few)).toEqual({ "new/accuracy/max-drop": "inconclusive undecided" });
  expect(few.checks[0]?.needed).toBeGreaterThan(40);
  expect(few.outcome).toBe("warn");
});

test("on-inconclusive: fail makes an undecided change block", async () => {
  const evidence = await evaluate(
    { "new.csv": table(worse.slice(0, 40)), "old.csv": table(good.slice(0, 40)) },
    flagsOf(["accuracy max-drop 0.1"], { ...againstOld, "on-inconclusive": "fail" }),
  );

  expect(ledger(evidence)).toEqual({ "new/accuracy/max-drop": "inconclusive undecided blocks" });
  expect(evidence.outcome).toBe("inconclusive");
});

test("of a loss, a rise is the drop: its difference is positive and judged as damage", async () => {
  const gates = ["log_loss max-drop 0.05", "log_loss max 5"];

  const risen = await evaluate(
    { "new.csv": table(worse), "old.csv": table(good) },
    flagsOf(gates, againstOld),
  );
  const fallen = await evaluate(
    { "new.csv": table(good), "old.csv": table(worse) },
    flagsOf(gates, againstOld),
  );

  expect(ledger(risen)["new/log_loss/max-drop"]).toBe("fail beyond-margin blocks");
  expect(ledger(fallen)["new/log_loss/max-drop"]).toBe("pass");
  expect(ledger(risen)["new/log_loss/max"]).toBe("pass");
  expect(risen.checks[0]?.difference).toBeGreaterThan(0.05);
  expect(risen.checks[0]?.candidate).toBeGreaterThan(risen.checks[0]?.baseline ?? NaN);
  expect(risen.checks[0]?.interval?.low).toBeGreaterThan(0.05);
  expect(fallen.checks[0]?.difference).toBeCloseTo(-(risen.checks[0]?.difference ?? 0), 12);
});

test("direction turns a metric around for its gate", async () => {
  const files = { "new.csv": table(worse), "old.csv": table(good) };

  const evidence = await evaluate(
    files,
    flagsOf(["accuracy max-drop 0.01 direction=lower"], againstOld),
  );

  expect(ledger(evidence)).toEqual({ "new/accuracy/max-drop": "pass" });
});

test("the same items prove that nothing got worse, even with no margin at all", async () => {
  const files = { "new.csv": table(good), "old.csv": table(shuffled(good)) };

  const evidence = await evaluate(
    files,
    flagsOf(["accuracy max-drop 0", "roc_auc max-drop 0"], againstOld),
  );

  expect(ledger(evidence)).toEqual({
    "new/accuracy/max-drop": "pass identical-items",
    "new/roc_auc/max-drop": "pass identical-items",
  });
});

test("a relative drop from 0 has no meaning and blocks", async () => {
  const wrong = worsened(good.slice(0, 30), 1).map((item, row) => ({
    ...item,
    prediction: 1 - item.label,
    label: good[row]?.label ?? 0,
  }));
  const files = { "new.csv": table(good.slice(0, 30)), "old.csv": table(wrong) };

  const evidence = await evaluate(files, flagsOf(["accuracy max-relative-drop 0.1"], againstOld));

  expect(evidence.checks[0]?.baseline).toBe(0);
  expect(ledger(evidence)).toEqual({
    "new/accuracy/max-relative-drop": "inconclusive undefined blocks",
  });
});

test("a metric that the columns do not allow, and a slice that is not there, are missing and fail", async () => {
  const evidence = await evaluate(
    {
      "a.csv": csv(
        ["y", "p"],
        [
          [1, 1],
          [0, 0],
        ],
      ),
    },
    {
      results: "a.csv",
      task: "binary",
      columns: "label=y,prediction=p,slices=side",
      gate: "roc_auc min 0.5\naccuracy min 0.5 slice=origin",
    },
  );

  expect(ledger(evidence)).toEqual({
    "a/roc_auc/min": "fail missing blocks",
    "a/accuracy/min/origin": "fail missing blocks",
    "a/slice/side": "fail missing blocks",
  });
  expect(evidence.outcome).toBe("fail");
});

test("a metric that nobody knows, or of another task, is a mistake with a proposal", async () => {
  const files = { "new.csv": table(good) };

  await expect(evaluate(files, flagsOf(["acuracy min 0.5"]))).rejects.toMatchObject({
    code: "SW5201",
    remedy: "Did you mean accuracy?",
  });
  await expect(evaluate(files, flagsOf(["r2 min 0.5"]))).rejects.toMatchObject({ code: "SW5202" });
});

test("the names of functions are accepted, and the ledger has the metric's own", async () => {
  const evidence = await evaluate(
    { "new.csv": table(good) },
    flagsOf(["roc_auc_score min 0.5", "neg_log_loss max 5", "accuracy_score min 0.5"]),
  );

  expect(evidence.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "new/roc_auc/min pass",
    "new/log_loss/max pass",
    "new/accuracy/min pass",
  ]);
});

test("severity warn tells and info only mentions; neither blocks", async () => {
  const gates = (severity: string) => `version: 1
evaluations:
  - name: late
    results: new.csv
    task: binary
    columns: { label: label, prediction: prediction }
    gates: [{ metric: accuracy, min: 0.99, severity: ${severity} }]
`;
  const workspace = createWorkspace({ "new.csv": table(good) });
  const outcomes: string[] = [];
  for (const severity of ["block", "warn", "info"]) {
    workspace.write({ "slipway.yaml": gates(severity) });
    const { outcome, checks } = only(await workspace.evaluate({}));
    outcomes.push(`${severity}: ${outcome}, ${checks[0]?.outcome} ${String(checks[0]?.blocks)}`);
  }

  expect(outcomes).toEqual([
    "block: fail, fail true",
    "warn: warn, warn false",
    "info: pass, warn false",
  ]);
  workspace.remove();
});

test("check ids do not depend on the order of the gates, nor on what they found", async () => {
  const gates = [
    "accuracy min 0.5",
    "accuracy max-drop 0.1",
    "recall min 0.5 slice=origin",
    "f1 max-gap 0.5 slice=origin",
  ];
  const run = async (order: string[], items = good) => {
    const files = { "new.csv": table(items), "old.csv": table(good) };
    return Object.keys(ledger(await evaluate(files, flagsOf(order, againstOld)))).sort();
  };

  const ids = await run(gates);

  expect(ids).toEqual([
    "new/accuracy/max-drop",
    "new/accuracy/min",
    "new/f1/max-gap/origin",
    "new/recall/min/origin=ATL",
    "new/recall/min/origin=ORD",
    "new/recall/min/origin=SFO",
  ]);
  expect(await run(gates.toReversed())).toEqual(ids);
  expect(await run(gates, worse)).toEqual(ids);
});

test("two gates on one metric, one that warns and one that blocks, are told apart by their ids", async () => {
  const yaml = (gates: string[]) => `version: 1
evaluations:
  - name: late
    results: new.csv
    task: binary
    columns: { label: label, prediction: prediction }
    gates:
${gates.map((gate) => `      - ${gate}`).join("\n")}
`;
  const gates = [
    "{ metric: accuracy, min: 0.5 }",
    "{ metric: accuracy, min: 0.99, severity: warn }",
  ];
  const workspace = createWorkspace({ "new.csv": table(good), "slipway.yaml": yaml(gates) });

  const first = ledger(only(await workspace.evaluate({})));
  workspace.write({ "slipway.yaml": yaml(gates.toReversed()) });
  const turned = ledger(only(await workspace.evaluate({})));

  expect(Object.values(first).sort()).toEqual(["pass", "warn"]);
  expect(turned).toEqual(first);
  workspace.remove();
});
