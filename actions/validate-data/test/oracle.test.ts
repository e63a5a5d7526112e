import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { createWorkspace, validateIn } from "./workspace.ts";
import { countBroken, type Demand } from "./reference.ts";

const workspace = createWorkspace({ "contract.yaml": "" });
afterAll(() => workspace.remove());

const words = [
  "0",
  "1",
  "-1",
  "+1",
  "01",
  "7",
  "12.5",
  "-0",
  "0.0",
  "1e3",
  "1e400",
  "nan",
  "inf",
  "0x10",
  " 1",
  "1 ",
  "1_000",
  "5.",
  ".5",
  "-.5e-2",
  "9007199254740993",
  "170141183460469231731687303715884105728",
  "true",
  "False",
  "TRUE",
  "yes",
  "t",
  "2024-02-29",
  "2023-02-29",
  "2024-2-3",
  "2024-02-30",
  "0000-01-01",
  "9999-12-31",
  "a",
  "ab",
  "a\n",
  "a b",
  "é",
  "😀",
  "x,y",
  '"',
  "٣",
  "NULL",
  "\u2028",
  "a\u0000".slice(0, 1),
];
const patterns = [
  "[a-z]+",
  ".+",
  "\\d+",
  "\\w*",
  "\\S+",
  "a.?b?",
  "[^a]+",
  "(?:a|é)+",
  "\\s?1",
  "[-+]?\\d{1,3}",
];
const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const bound = fc.constantFrom(-1, 0, 0.5, 1, 7, 100);
const demand: fc.Arbitrary<Demand> = fc.record(
  {
    type: fc.constantFrom<Demand["type"][]>("integer", "number", "boolean", "date", "string"),
    required: fc.boolean(),
    unique: fc.boolean(),
    minimum: bound,
    maximum: bound,
    pattern: fc.constantFrom(...patterns),
    maxLength: fc.integer({ min: 0, max: 3 }),
    values: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ["type", "required", "unique"] },
);
const table = fc.tuple(
  fc.tuple(demand, demand),
  fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }),
);

function contractFor(demands: readonly Demand[]): string {
  const properties = demands.map(({ type, required, unique, values, ...rest }, at) => {
    const isNumeric = type === "integer" || type === "number";
    const options = {
      ...(isNumeric && rest.minimum !== undefined ? { minimum: rest.minimum } : {}),
      ...(isNumeric && rest.maximum !== undefined ? { maximum: rest.maximum } : {}),
      ...(type === "string" && rest.pattern !== undefined ? { pattern: rest.pattern } : {}),
      ...(type === "string" && rest.maxLength !== undefined ? { maxLength: rest.maxLength } : {}),
    };
    return {
      name: `c${at}`,
      logicalType: type,
      required,
      unique,
      ...(Object.keys(options).length > 0 ? { logicalTypeOptions: options } : {}),
      ...(values === undefined ? {} : { enum: values.map((value) => ({ value })) }),
    };
  });
  // JSON is YAML.
  return JSON.stringify({
    apiVersion: "v3.1.0",
    kind: "DataContract",
    id: "t",
    version: "1",
    status: "active",
    schema: [{ name: "data", properties }],
  });
}

test("random tables and contracts count as a plain evaluator counts", async () => {
  await fc.assert(
    fc.asyncProperty(table, async ([demands, rows]) => {
      const text = ["c0,c1", ...rows.map((row) => row.map(quoted).join(","))].join("\n");
      writeFileSync(join(workspace.root, "data.csv"), `${text}\n`);

      const evidence = await validateIn(workspace, contractFor(demands));

      const ours = Object.fromEntries(
        evidence.checks
          .filter(({ target, kind }) => target.column !== undefined && kind !== "column")
          .map(({ target, kind, failed }) => [`${target.column ?? ""} ${kind}`, failed]),
      );
      const theirs = Object.fromEntries(
        demands.flatMap((item, at) => {
          const counts = countBroken(
            rows.map((row) => row[at] ?? null),
            item,
          );
          return Object.entries(counts).map(([kind, failed]) => [`c${at} ${kind}`, failed]);
        }),
      );
      expect(ours).toEqual(theirs);
      expect(evidence.checks.every(({ outcome }) => outcome !== "error")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

function quoted(value: string | null): string {
  return value === null ? "" : `"${value.replaceAll('"', '""')}"`;
}
