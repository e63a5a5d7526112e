import { join } from "node:path";
import { expect, test } from "vitest";
import { flagsOf } from "./results.ts";
import { createWorkspace, ledger, only } from "./workspace.ts";

const items = `SELECT 'i' || i AS id, (hash(i) % 3 = 0)::INTEGER AS label, (hash(i, 1) % 3 = 0)::INTEGER AS prediction,
  (hash(i, 2) % 1000) / 1000 AS score, 'g' || (hash(i, 3) % 7) AS origin FROM range(300000) t(i)`;

test("rows of large files keep their order, or are joined by id where it differs", async () => {
  const workspace = createWorkspace();
  const { root, ports } = workspace;
  const session = await ports.engine.open({ readableFiles: [], writableFolder: root });
  for (const [name, order] of [
    ["new.parquet", ""],
    ["same.parquet", ""],
    ["other.parquet", "ORDER BY hash(id)"],
    ["other.csv", "ORDER BY hash(id, 5)"],
  ])
    await session.run(`COPY (SELECT * FROM (${items}) ${order}) TO '${join(root, name ?? "")}'`);
  await session.close();
  const gates = ["accuracy max-drop 0 slice=origin", "roc_auc max-drop 0 slice=origin"];
  const judge = async (baseline: string) =>
    only(await workspace.evaluate(flagsOf(gates, { results: "new.parquet", baseline })));

  const same = await judge("same.parquet");
  const others = [await judge("other.parquet"), await judge("other.csv")];

  expect(Object.values(ledger(same))).toEqual(Array(14).fill("pass identical-items"));
  for (const other of others) {
    expect(other.checks).toEqual(same.checks);
    expect(other.baseline?.metrics).toEqual(same.baseline?.metrics);
    expect(other.baseline?.paired).toBe(300_000);
  }
  workspace.remove();
});
