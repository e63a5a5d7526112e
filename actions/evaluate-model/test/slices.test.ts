import { expect, test } from "vitest";
import { flagsOf, itemsOf, table, worsened } from "./results.ts";
import { createWorkspace, evaluate, failureOf, ledger, only, values } from "./workspace.ts";

const good = itemsOf(300, 0.9);
const againstOld = { baseline: "old.csv" };

test("a rule with a slice judges each group on its own", async () => {
  const broken = good.map((item) =>
    item.origin === "ORD" ? { ...item, prediction: 1 - item.label } : item,
  );

  const evidence = await evaluate(
    { "new.csv": table(broken), "old.csv": table(good) },
    flagsOf(["accuracy min 0.7 slice=origin", "accuracy max-drop 0.1 slice=origin"], againstOld),
  );

  expect(ledger(evidence)).toEqual({
    "new/accuracy/min/origin=ATL": "pass",
    "new/accuracy/min/origin=ORD": "fail blocks",
    "new/accuracy/min/origin=SFO": "pass",
    "new/accuracy/max-drop/origin=ATL": "pass identical-items",
    "new/accuracy/max-drop/origin=ORD": "fail beyond-margin blocks",
    "new/accuracy/max-drop/origin=SFO": "pass identical-items",
  });
  expect(evidence.checks[1]).toMatchObject({ slice: { origin: "ORD" }, candidate: 0 });
  expect(values(evidence.metrics, { origin: "ORD" })["accuracy"]).toBe(0);
});

test("groups that are too small are counted, not judged, and alone they block", async () => {
  const rare = good.map((item, row) => (row < 5 ? { ...item, origin: "XNA" } : item));

  const some = await evaluate(
    { "new.csv": table(rare) },
    flagsOf(["accuracy min 0.5 slice=origin min-n=20"]),
  );
  const all = await evaluate(
    { "new.csv": table(rare) },
    flagsOf(["accuracy min 0.5 slice=origin min-n=200"]),
  );

  expect(ledger(some)).toEqual({
    "new/accuracy/min/origin=ATL": "pass",
    "new/accuracy/min/origin=ORD": "pass",
    "new/accuracy/min/origin=SFO": "pass",
    "new/accuracy/min/origin/small-groups": "inconclusive small-groups",
  });
  expect(some.outcome).toBe("pass");
  expect(some.checks[3]).toMatchObject({ observed: { groups: 1, items: 5 }, severity: "info" });
  expect(ledger(all)).toEqual({
    "new/accuracy/min/origin/small-groups": "inconclusive small-groups blocks",
  });
  expect(all.checks[0]?.observed).toEqual({ groups: 4, items: 300 });
});

test("a group that the baseline had and that vanished is missing, and fails", async () => {
  const without = good.filter(({ origin }) => origin !== "SFO");
  const gates = ["accuracy max-drop 0.1 slice=origin", "accuracy min 0.5 slice=origin"];

  const evidence = await evaluate(
    { "new.csv": table(without), "old.csv": table(good) },
    flagsOf(gates, againstOld),
  );

  expect(ledger(evidence)).toEqual({
    "new/accuracy/max-drop/origin=ATL": "inconclusive not-comparable blocks",
    "new/accuracy/max-drop/origin=ORD": "inconclusive not-comparable blocks",
    "new/accuracy/max-drop/origin=SFO": "fail missing blocks",
    "new/accuracy/min/origin=ATL": "pass",
    "new/accuracy/min/origin=ORD": "pass",
    "new/accuracy/min/origin=SFO": "fail missing blocks",
  });
});

test("a group that is new has nothing to be compared with, which blocks a change and nothing else", async () => {
  const moved = good.map((item, row) =>
    row % 3 === 2 && row > 150 ? { ...item, origin: "JFK" } : item,
  );

  const evidence = await evaluate(
    { "new.csv": table(moved), "old.csv": table(good) },
    flagsOf(["accuracy min 0.5 slice=origin"], againstOld),
  );

  expect(ledger(evidence)["new/accuracy/min/origin=JFK"]).toBe("pass");
});

test("max-gap judges the distance between the best and the worst group", async () => {
  const broken = good.map((item) =>
    item.origin === "ORD" ? { ...item, prediction: 1 - item.label } : item,
  );
  const gates = ["accuracy max-gap 0.3 slice=origin"];

  const apart = await evaluate({ "new.csv": table(broken) }, flagsOf(gates));
  const even = await evaluate({ "new.csv": table(good) }, flagsOf(gates));

  expect(ledger(apart)).toEqual({ "new/accuracy/max-gap/origin": "fail beyond-margin blocks" });
  expect(apart.checks[0]?.note).toMatch(/^from ORD \(lowest\) to /);
  expect(apart.checks[0]?.observed).toBeCloseTo(
    Math.max(
      ...["ATL", "SFO"].map((origin) => values(apart.metrics, { origin })["accuracy"] ?? NaN),
    ),
    12,
  );
  expect(ledger(even)).toEqual({ "new/accuracy/max-gap/origin": "pass" });
});

test("items without a value in the slice column are a group that says so", async () => {
  const blank = good.map((item, row) => (row % 4 === 0 ? { ...item, origin: "" } : item));

  const evidence = await evaluate(
    { "new.csv": table(blank) },
    flagsOf(["accuracy min 0.5 slice=origin"]),
  );

  expect(Object.keys(ledger(evidence))).toContain("new/accuracy/min/origin=(missing)");
});

test("values of a slice are data, whatever they hold", async () => {
  const hostile = [
    "a/b|c",
    "::set-output name=x::1",
    "<script>",
    "naïve \u202e",
    "'; DROP TABLE x",
  ];
  const items = good.map((item, row) => ({ ...item, origin: hostile[row % 5] ?? "" }));

  const evidence = await evaluate(
    { "new.csv": table(items), "old.csv": table(worsened(items, 50)) },
    flagsOf(["accuracy max-drop 0.5 slice=origin"], againstOld),
  );

  expect(evidence.checks.map(({ slice }) => slice?.["origin"]).sort()).toEqual(hostile.toSorted());
});

test("a slice with endless values is refused before it floods the report", async () => {
  const long = good.map((item, row) => (row === 3 ? { ...item, origin: "x".repeat(5000) } : item));
  const many = itemsOf(2100, 0.9).map((item) => ({ ...item, origin: item.id }));

  const codes: string[] = [];
  for (const items of [long, many]) {
    const flags = flagsOf(["accuracy min 0.5 slice=origin"]);
    codes.push((await failureOf(evaluate({ "new.csv": table(items) }, flags))).code);
  }

  expect(codes).toEqual(["SW5307", "SW5307"]);
});

test("the slice that a gate names is written without being listed among the slices", async () => {
  const workspace = createWorkspace({ "new.csv": table(good) });

  const evidence = only(
    await workspace.evaluate(
      flagsOf(["accuracy min 0.5 slice=origin"], {
        columns: "id=id,label=label,prediction=prediction",
      }),
    ),
  );

  expect(values(evidence.metrics, { origin: "ATL" })["accuracy"]).toBeGreaterThan(0.8);
  workspace.remove();
});
