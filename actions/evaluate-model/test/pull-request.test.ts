import type { BaseRevision } from "@slipway/ports";
import { expect, test } from "vitest";
import { itemsOf, table, worsened } from "./results.ts";
import { createWorkspace, failureOf, ledger, only } from "./workspace.ts";

const good = itemsOf(300, 0.9);

type Parts = { readonly gates?: readonly string[]; readonly more?: readonly string[] };

function policy({ gates = [], more = [] }: Parts, name = "late"): string {
  return `version: 1
evaluations:
  - name: ${name}
    results: new.csv
    task: binary
    columns: { id: id, label: label, prediction: prediction }
${more.map((line) => `    ${line}\n`).join("")}    gates:
${gates.map((gate) => `      - { ${gate} }`).join("\n")}
`;
}

function baseOf(text: string | undefined): BaseRevision {
  return {
    ref: "main",
    commit: "b".repeat(40),
    readText: (path) => Promise.resolve(path === "slipway.yaml" ? text : undefined),
  };
}

/** Judges `results` in a pull request that changes slipway.yaml from `base` to `head`. */
async function judge(base: string | undefined, head: string | undefined, results = table(good)) {
  const workspace = createWorkspace({ "new.csv": results, "mine.csv": results });
  if (head !== undefined) workspace.write({ "slipway.yaml": head });
  try {
    return await workspace.evaluate({}, { base: baseOf(base) });
  } finally {
    workspace.remove();
  }
}

const loosened = (evidence: {
  policy: { loosened: readonly { what: string; from: string; to: string }[] };
}) => evidence.policy.loosened.map(({ what, from, to }) => `${what}: ${from} → ${to}`);

const strict = policy({ gates: ["metric: accuracy, min: 0.95"] });

test("a bound that a pull request lowers is judged as the base has it, and the change is listed", async () => {
  const evidence = only(await judge(strict, policy({ gates: ["metric: accuracy, min: 0.5"] })));

  expect(ledger(evidence)).toEqual({ "late/accuracy/min": "fail blocks" });
  expect(evidence.checks[0]?.expected).toMatchObject({ min: 0.95 });
  expect(evidence.checks[0]?.source).toEqual({ file: "main:slipway.yaml", line: 8 });
  expect(loosened(evidence)).toEqual(["accuracy min: 0.95 → 0.5"]);
  expect(evidence.policy).toMatchObject({ origin: "base", ref: "main", commit: "b".repeat(40) });
});

test("what a pull request tightens or adds counts at once", async () => {
  const evidence = only(
    await judge(
      policy({ gates: ["metric: accuracy, min: 0.5"] }),
      policy({ gates: ["metric: accuracy, min: 0.99", "metric: recall, min: 0.5"] }),
    ),
  );

  expect(ledger(evidence)).toEqual({
    "late/accuracy/min": "fail blocks",
    "late/recall/min": "pass",
  });
  expect(evidence.policy.loosened).toEqual([]);
});

test("a gate, an evaluation and the whole file that a pull request removes are judged all the same", async () => {
  const noGate = only(await judge(strict, policy({ gates: ["metric: recall, min: 0.1"] })));
  const renamed = await judge(strict, policy({ gates: ["metric: recall, min: 0.1"] }, "other"));
  const deleted = only(await judge(strict, undefined));

  expect(ledger(noGate)).toMatchObject({ "late/accuracy/min": "fail blocks" });
  expect(loosened(noGate)).toEqual(["accuracy min: 0.95 → removed"]);
  expect(renamed.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    "late fail",
    "other pass",
  ]);
  expect(ledger(deleted)).toEqual({ "late/accuracy/min": "fail blocks" });
  expect(loosened(deleted)).toEqual(["late: checked → removed"]);
});

test("without a file on the base the pull request's own judges, and it says so", async () => {
  const evidence = only(await judge(undefined, policy({ gates: ["metric: accuracy, min: 0.5"] })));

  expect(evidence.outcome).toBe("pass");
  expect(evidence.policy).toEqual({
    origin: "pull-request",
    file: "slipway.yaml",
    ref: "main",
    commit: "b".repeat(40),
    note: "main has no slipway.yaml yet: the pull request's own judges it",
    loosened: [],
  });
  expect((await failureOf(judge(undefined, undefined))).code).toBe("SW1101");
});

test("a pull request cannot choose its own baseline, nor allow itself a first run", async () => {
  const gates = ["metric: accuracy, max-drop: 0.01"];
  const evidence = only(
    await judge(
      policy({ gates }),
      policy({ gates, more: ["baseline: mine.csv", "first-run: allow"] }),
      table(worsened(good, 2)),
    ),
  );

  expect(evidence.baseline).toBeNull();
  expect(ledger(evidence)).toEqual({
    "late/accuracy/max-drop": "inconclusive no-baseline blocks",
  });
  expect(loosened(evidence).sort()).toEqual([
    "accuracy max-drop first-run: block → allow",
    "baseline: unset → mine.csv",
  ]);
});

test("a pull request cannot hide a group below a larger min-n, nor turn a metric around", async () => {
  const broken = good.map((item) =>
    item.origin === "ORD" ? { ...item, prediction: 1 - item.label } : item,
  );
  const evidence = only(
    await judge(
      policy({ gates: ["metric: accuracy, min: 0.5, slice: origin"] }),
      policy({
        gates: [
          "metric: accuracy, min: 0.5, slice: origin, min-n: 1000, severity: info, direction: lower",
        ],
      }),
      table(broken),
    ),
  );

  expect(ledger(evidence)["late/accuracy/min/origin=ORD"]).toBe("fail blocks");
  expect(loosened(evidence)).toEqual([
    "accuracy min slice=origin severity: block → info",
    "accuracy min slice=origin min-n: 10 → 1000",
    "accuracy min slice=origin direction: unset → lower",
  ]);
});

test("a slice that the base asks for stays, and a changed column is shown", async () => {
  const base = policy({ gates: ["metric: accuracy, min: 0.5"], more: ["slices: [origin]"] });
  const head = policy({ gates: ["metric: accuracy, min: 0.5"] }).replace(
    "label: label",
    "label: prediction",
  );

  const evidence = only(await judge(base, head));

  expect(evidence.metrics.some(({ slice }) => slice?.["origin"] === "ATL")).toBe(true);
  expect(loosened(evidence)).toEqual(["columns.label: label → prediction"]);
});

test("an evaluation that a pull request adds is judged by its own gates", async () => {
  const both = `${strict}  - name: extra
    results: new.csv
    task: binary
    columns: { label: label, prediction: prediction }
    gates: [{ metric: accuracy, min: 0.2 }]
`;

  const found = await judge(strict, both);

  expect(found.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    "late fail",
    "extra pass",
  ]);
});
