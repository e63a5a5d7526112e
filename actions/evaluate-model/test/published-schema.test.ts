import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { flagsOf, itemsOf, table, worsened } from "./results.ts";
import { evaluate } from "./workspace.ts";

const jsonSchema = z.record(z.string(), z.json());

test("evidence of every kind of verdict fits the published JSON Schema, which refuses what is not", async () => {
  const text = readFileSync(
    new URL("../../../docs/schemas/evidence.schema.json", import.meta.url),
    "utf8",
  );
  const published = z.fromJSONSchema(jsonSchema.parse(JSON.parse(text)));
  const good = itemsOf(200, 0.9);
  const files = { "new.csv": table(worsened(good, 30)), "old.csv": table(good) };
  const gates = ["accuracy min 0.5", "f1 max-drop 0.01", "recall max-gap 0.1 slice=origin"];

  const evidence = await evaluate(files, flagsOf(gates, { baseline: "old.csv" }));
  const first = await evaluate(files, flagsOf(gates));

  expect(published.safeParse(evidence).success).toBe(true);
  expect(published.safeParse(first).success).toBe(true);
  expect(published.safeParse({ ...evidence, outcome: "great" }).success).toBe(false);
  expect(published.safeParse({ ...evidence, metrics: [{ name: "x" }] }).success).toBe(false);
});
