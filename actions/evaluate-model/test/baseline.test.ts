import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvaluationEvidence } from "@slipway/contracts";
import type { EvidenceBranch } from "@slipway/ports";
import { expect, test } from "vitest";
import { flagsOf, itemsOf, table, worsened } from "./results.ts";
import {
  createWorkspace,
  csv,
  evaluate,
  failureOf,
  ledger,
  only,
  shuffled,
  type Workspace,
} from "./workspace.ts";

const good = itemsOf(400, 0.9);
const worse = worsened(good, 25);
const gates = ["accuracy max-drop 0.1", "roc_auc max-drop 0.1", "log_loss max-drop 0.9"];
const againstOld = { baseline: "old.csv" };

/** A branch that holds the one evidence of another workspace, and its items unless they are lost. */
function branchOf(
  { ports }: Workspace,
  evidence: EvaluationEvidence,
  hasItems = true,
): EvidenceBranch {
  return {
    nearest: (kind, name) =>
      Promise.resolve(
        kind === evidence.kind && name === evidence.name
          ? { evidence, commit: "c".repeat(40), distance: 3, digest: { sha256: "d".repeat(64) } }
          : undefined,
      ),
    copyBlob: async (digest, target) => {
      if (!hasItems) return false;
      await ports.files.write(target, readFileSync(ports.folder.blobPath(digest)));
      return true;
    },
    store: () => Promise.reject(new Error("an evaluation never stores")),
  };
}

/** Evaluates `before` on one day and `after`, against its evidence, on another. */
async function twoRuns(
  before: string,
  after: string,
  options: { hasItems?: boolean; maxItemBytes?: number; flags?: Record<string, string> } = {},
) {
  const first = createWorkspace({ "new.csv": before });
  const second = createWorkspace({ "new.csv": after });
  const { hasItems, maxItemBytes, flags = flagsOf(gates) } = options;
  try {
    const small = maxItemBytes === undefined ? {} : { maxItemBytes };
    const stored = only(await first.evaluate({ ...flags, "first-run": "allow" }, small));
    // The blob is written below the second workspace's own temporary folder.
    const reader = { ...first, ports: { ...second.ports, folder: first.ports.folder } };
    const branch = branchOf(reader, stored, hasItems);
    const now = "2026-03-04T04:40:00.000Z";
    return {
      stored,
      evidence: only(await second.evaluate(flags, { branch, now })),
      log: second.log,
    };
  } finally {
    first.remove();
    second.remove();
  }
}

test("rows in another order, in either file, change no number", async () => {
  const straight = await evaluate(
    { "new.csv": table(worse), "old.csv": table(good) },
    flagsOf(gates, againstOld),
  );
  const baselineTurned = await evaluate(
    { "new.csv": table(worse), "old.csv": table(shuffled(good)) },
    flagsOf(gates, againstOld),
  );
  const candidateTurned = await evaluate(
    { "new.csv": table(shuffled(worse)), "old.csv": table(good) },
    flagsOf(gates, againstOld),
  );

  expect(straight.baseline).toMatchObject({ paired: 400, pairedBy: "id", differing: [] });
  for (const other of [baselineTurned, candidateTurned]) {
    expect(other.checks).toEqual(straight.checks);
    expect(other.metrics).toEqual(straight.metrics);
    expect(other.baseline?.metrics).toEqual(straight.baseline?.metrics);
  }
});

test("without a baseline a change is not a pass: it blocks, or warns where the first run is allowed", async () => {
  const files = { "new.csv": table(good) };

  const blocked = await evaluate(files, flagsOf(["accuracy max-drop 0.1", "accuracy min 0.5"]));
  const allowed = await evaluate(
    files,
    flagsOf(["accuracy max-drop 0.1", "accuracy min 0.99"], { "first-run": "allow" }),
  );

  expect(ledger(blocked)).toEqual({
    "new/accuracy/max-drop": "inconclusive no-baseline blocks",
    "new/accuracy/min": "pass",
  });
  expect(blocked.outcome).toBe("inconclusive");
  expect(ledger(allowed)).toEqual({
    "new/accuracy/max-drop": "warn no-baseline",
    "new/accuracy/min": "fail blocks",
  });
});

test("evidence of an ancestor is paired by its items, and its commit, distance and age are told", async () => {
  const file = await evaluate(
    { "new.csv": table(worse), "old.csv": table(good) },
    flagsOf(gates, againstOld),
  );

  const { stored, evidence, log } = await twoRuns(table(shuffled(good)), table(worse));

  expect(stored.items).toMatchObject({ rows: 400 });
  expect(evidence.checks).toEqual(file.checks);
  expect(evidence.baseline).toMatchObject({
    source: "branch",
    name: "new",
    commit: "c".repeat(40),
    distance: 3,
    ageDays: 1.5,
    paired: 400,
    onlyBaseline: 0,
    onlyCandidate: 0,
  });
  expect(log).toContainEqual("new: baseline cccccccccccc, 3 commits and 1.5 days old");
});

test("items that are too large stay behind, with a notice, and the next run judges by wider bounds", async () => {
  const paired = await twoRuns(table(good), table(worse));

  const { stored, evidence } = await twoRuns(table(good), table(worse), { maxItemBytes: 1000 });

  expect(stored.items.digest).toBeUndefined();
  expect(stored.items.notice).toMatch(/^the items take .* unpaired bounds$/);
  const width = (found: EvaluationEvidence, at: number) => {
    const { low, high } = found.checks[at]?.interval ?? {};
    return (high ?? NaN) - (low ?? NaN);
  };
  for (const at of gates.keys()) {
    expect(evidence.checks[at]?.difference).toBeCloseTo(
      paired.evidence.checks[at]?.difference ?? NaN,
      12,
    );
    expect(evidence.checks[at]?.interval?.method).toMatch(/^unpaired/);
    expect(width(evidence, at)).toBeGreaterThan(width(paired.evidence, at));
  }
  expect(evidence.baseline).toMatchObject({ paired: 0, pairedBy: null });
});

test("items that the branch has lost are said to be lost, and nothing is called a pass for it", async () => {
  const { evidence, log } = await twoRuns(table(good), table(good), { hasItems: false });

  expect(log.join("\n")).toMatch(/items of the baseline .* no longer on the branch/);
  for (const check of evidence.checks)
    expect([check.outcome, check.reason]).not.toEqual(["pass", "identical-items"]);
  expect(evidence.baseline?.pairedBy).toBeNull();
});

test("without ids changes are judged by unpaired bounds, which the evidence says", async () => {
  const columns = "label=label,prediction=prediction,score=score";

  const evidence = await evaluate(
    { "new.csv": table(worse), "old.csv": table(good) },
    flagsOf(gates, { ...againstOld, columns }),
  );

  expect(evidence.baseline).toMatchObject({ paired: 0, pairedBy: null });
  expect(evidence.items).toEqual({
    rows: 400,
    notice: "the results name no id, so later changes cannot be paired with them",
  });
  for (const { interval } of evidence.checks) expect(interval?.method).toMatch(/^unpaired/);
});

test("a baseline of other items, of other labels or of another task cannot be compared", async () => {
  const renamed = good.map((item) => ({ ...item, id: `x${item.id}` }));
  const relabelled = good.map((item, row) =>
    row === 7 ? { ...item, label: 1 - item.label } : item,
  );
  const differing: unknown[] = [];
  for (const old of [renamed, relabelled]) {
    const evidence = await evaluate(
      { "new.csv": table(good), "old.csv": table(old) },
      flagsOf(["accuracy max-drop 0.5", "accuracy min 0.5"], againstOld),
    );
    expect(ledger(evidence)).toEqual({
      "new/accuracy/max-drop": "inconclusive not-comparable blocks",
      "new/accuracy/min": "pass",
    });
    differing.push(evidence.baseline?.differing);
  }
  const numbers = {
    results: "new.csv",
    task: "regression",
    columns: "id=id,label=label,prediction=score",
  };
  const { evidence } = await twoRuns(table(good), table(good), {
    flags: { ...numbers, gate: "r2 max-drop 0.5" },
  });
  const other = createWorkspace({ "new.csv": table(good) });
  const crossed = only(
    await other.evaluate(flagsOf(["accuracy max-drop 0.5"]), {
      branch: branchOf(other, { ...evidence, items: { rows: 400 } }),
    }),
  );
  other.remove();

  expect(differing).toEqual([["data"], ["labels"]]);
  expect(ledger(crossed)).toEqual({
    "new/accuracy/max-drop": "inconclusive not-comparable blocks",
  });
  expect(crossed.baseline?.differing).toEqual(["task"]);
});

test("evidence given as the baseline file is compared by its figures", async () => {
  const workspace = createWorkspace({ "new.csv": table(good) });
  const before = only(await workspace.evaluate(flagsOf(gates, { "first-run": "allow" })));
  workspace.write({ "old.json": JSON.stringify(before), "new.csv": table(worse) });

  const after = only(await workspace.evaluate(flagsOf(gates, { baseline: "old.json" })));

  expect(after.baseline).toMatchObject({ source: "file", name: "old.json", pairedBy: null });
  expect(after.checks[0]?.baseline).toBe(before.checks[0]?.candidate);
  workspace.remove();
});

test("a baseline that is no evaluation, damaged or not there is refused", async () => {
  const workspace = createWorkspace({ "new.csv": table(good), "half.json": '{"schema":' });
  const codes: string[] = [];
  for (const baseline of ["half.json", "none.csv", "none.json", "../out.csv"]) {
    codes.push((await failureOf(workspace.evaluate(flagsOf(gates, { baseline })))).code);
  }

  expect(codes).toEqual(["SW1401", "SW1301", "SW1301", "SW1302"]);
  expect(workspace.left()).toEqual([]);
  workspace.remove();
});

test("classes that only one of the two models knows are paired by name", async () => {
  const rows = (said: (row: number) => string) =>
    Array.from({ length: 60 }, (_, row) => [`i${row}`, row % 3 === 0 ? "owl" : "cat", said(row)]);
  const header = ["id", "truth", "said"];
  const evidence = await evaluate(
    {
      "new.csv": csv(
        header,
        rows((row) => (row % 3 === 0 ? "owl" : "cat")),
      ),
      "old.csv": csv(header, shuffled(rows((row) => (row % 3 === 0 ? "ant" : "cat")))),
    },
    {
      results: "new.csv",
      baseline: "old.csv",
      task: "multiclass",
      columns: "id=id,label=truth,prediction=said",
      gate: "accuracy max-drop 0.01",
    },
  );

  const [check] = evidence.checks;
  expect(check?.candidate).toBe(1);
  expect(check?.baseline).toBeCloseTo(2 / 3, 12);
  expect(check?.outcome).toBe("pass");
});

test("ids of a Parquet file and of a CSV file are the same ids", async () => {
  const workspace = createWorkspace({
    "plain.csv": table(good.map((item, row) => ({ ...item, id: String(row) }))),
  });
  const session = await workspace.ports.engine.open({
    readableFiles: [join(workspace.root, "plain.csv")],
    writableFolder: workspace.root,
  });
  for (const type of ["INTEGER", "BIGINT", "DOUBLE", "VARCHAR"])
    await session.run(
      `COPY (SELECT id::${type} AS id, label, prediction, score FROM read_csv('${join(workspace.root, "plain.csv")}')) TO '${join(workspace.root, `${type}.parquet`)}'`,
    );
  await session.close();
  const paired: unknown[] = [];
  for (const type of ["INTEGER", "BIGINT", "DOUBLE", "VARCHAR"]) {
    const flags = flagsOf(["accuracy max-drop 0"], {
      results: `${type}.parquet`,
      baseline: "plain.csv",
      columns: "id=id,label=label,prediction=prediction,score=score",
    });
    paired.push(only(await workspace.evaluate(flags)).baseline?.paired);
  }

  expect(paired).toEqual([400, 400, 400, 400]);
  workspace.remove();
});

test("results that leave out what they get wrong are another data set, not a better model", async () => {
  const kept = good.filter(({ label, prediction }) => label === prediction);
  const half = kept.filter((_, row) => row % 2 === 0);

  const evidence = await evaluate(
    { "new.csv": table(half), "old.csv": table(good) },
    flagsOf(["accuracy max-drop 0"], againstOld),
  );

  expect(evidence.outcome).toBe("inconclusive");
  expect(evidence.baseline?.differing).toEqual(["data"]);
});

test("a few missing items leave the others comparable, and warn", async () => {
  const most = good.slice(5);

  const evidence = await evaluate(
    { "new.csv": table(most), "old.csv": table(good) },
    flagsOf(["accuracy max-drop 0.1"], againstOld),
  );

  expect(evidence.outcome).toBe("warn");
  expect(ledger(evidence)).toEqual({
    "new/accuracy/max-drop": "pass identical-items",
    "new/items": "warn missing",
  });
  expect(evidence.checks[0]?.note).toBe("on the 395 items that both have");
});
