import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { createItems, type ItemColumns, type Items } from "../src/index.ts";

const folder = new URL("../../../../shared/conformance/eval-oracle/", import.meta.url);

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ $float: z.string() }),
]);
const oracleCase = z.object({
  id: z.string(),
  task: z.string(),
  kind: z.string().optional(),
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  header: z.array(z.string()).optional(),
  rows: z.array(z.array(cell)).optional(),
  path: z.string().optional(),
  params: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.record(z.string(), z.unknown()).optional(),
  unstable: z.array(z.string()).optional(),
});

export type OracleCase = z.infer<typeof oracleCase>;

/** All cases of the suite, none where the checkout comes without it. */
export function oracleCases(): OracleCase[] {
  const file = new URL("cases.jsonl", folder);
  if (!existsSync(file)) {
    console.warn("SKIPPED: ../shared/conformance/eval-oracle is missing, no oracle case was run.");
    return [];
  }
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => oracleCase.parse(JSON.parse(line)));
}

type Cell = z.infer<typeof cell>;

/** The items of a case, built as a reader would build them. */
export function itemsOf(one: OracleCase): Items {
  return createItems(columnsOf(one));
}

/** The values of the first column with this role. */
export function cellsOf(one: OracleCase, role: string): Cell[] {
  const name = one.columns?.[role];
  return cellsNamed(one, Array.isArray(name) ? (name[0] ?? "") : (name ?? ""));
}

function cellsNamed(one: OracleCase, name: string): Cell[] {
  if (one.path !== undefined) {
    const lines = readFileSync(new URL(one.path, folder), "utf8").trim().split("\n");
    return lines.map((line) => z.record(z.string(), cell).parse(JSON.parse(line))[name] ?? null);
  }
  const at = one.header?.indexOf(name) ?? -1;
  return (one.rows ?? []).map((row) => row[at] ?? null);
}

function columnsOf(one: OracleCase): ItemColumns {
  const weight =
    one.columns?.["weight"] === undefined ? {} : { weight: floats(cellsOf(one, "weight")) };
  const label = cellsOf(one, "label");
  const prediction = cellsOf(one, "prediction");
  if (one.task === "regression") {
    return { task: "regression", label: floats(label), prediction: floats(prediction), ...weight };
  }
  const { positive, negative, classes: listed = [negative, positive] } = one.params;
  const names = new Set(z.array(cell).parse(listed).map(textOf));
  for (const value of [...label, ...prediction]) if (value !== null) names.add(textOf(value));
  const classes = [...names];
  const scoreNames = one.columns?.["scores"];
  const scoreColumns = scoreNames === undefined ? [] : [scoreNames].flat();
  return {
    task: one.task === "binary" || one.task === "slices" ? taskOf(one) : "multiclass",
    classes,
    positive: classes.indexOf(textOf(cell.parse(positive ?? null))),
    label: Int32Array.from(label, (value) => classes.indexOf(textOf(value))),
    prediction: Int32Array.from(prediction, (value) => classes.indexOf(textOf(value))),
    scores: scoreColumns.map((name) => floats(cellsNamed(one, name))),
    ...weight,
  };
}

/** A cell as the name of a class or slice. */
export function textOf(value: Cell): string {
  return value !== null && typeof value === "object" ? value.$float : String(value);
}

function taskOf(one: OracleCase): "binary" | "multiclass" {
  return one.params["positive"] === undefined ? "multiclass" : "binary";
}

function floats(cells: readonly Cell[]): Float64Array {
  return Float64Array.from(cells, (value) => {
    if (value === null) return Number.NaN;
    if (typeof value === "object") return { inf: Infinity, "-inf": -Infinity }[value.$float] ?? NaN;
    return Number(value);
  });
}
