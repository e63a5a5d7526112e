import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { draftContract } from "../src/index.ts";
import { createWorkspace, validateIn } from "./workspace.ts";

const folder = join(dirname(createRequire(import.meta.url).resolve("vega-datasets")), "../data");
const tables = readdirSync(folder).filter((name) => /\.(?:csv|parquet)$/.test(name));

describe("a contract drafted from real data", () => {
  test.each(tables)("is met by %s at once", async (name) => {
    const workspace = createWorkspace({ [name]: readFileSync(join(folder, name)) });
    const { files, engine } = workspace;

    const { yaml } = await draftContract({ dataset: "data", path: name, engine, files });
    const evidence = await validateIn(workspace, yaml, { path: name });
    workspace.remove();

    expect(evidence.checks.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
    expect(evidence.outcome).toBe("pass");
  });
});

test("it says what was seen: types, required values, a key, wide ranges and few values", async () => {
  const rows = Array.from({ length: 60 }, (_, at) =>
    [
      `A${at}`,
      1880 + at * 2,
      (at / 7).toFixed(3),
      at % 2 === 0 ? "red" : "blue",
      `0${at % 10}${at}`,
      at === 3 ? "" : "2024-02-29",
      "yes no",
    ].join(","),
  );
  const text = `id,year,x,colour,zip,day,no\n${rows.join("\n")}\n`;
  const workspace = createWorkspace({ "data.csv": text });
  const { files, engine } = workspace;

  const { yaml } = await draftContract({ dataset: "data", path: "data.csv", engine, files });
  workspace.remove();

  expect(yaml.slice(yaml.indexOf("    properties:"))).toBe(`    properties:
      - name: id
        logicalType: string
        primaryKey: true
      - name: year
        logicalType: integer
        required: true
        logicalTypeOptions: { minimum: 1800, maximum: 2000 }
      - name: x
        logicalType: number
        required: true
        logicalTypeOptions: { minimum: 0, maximum: 9 }
      - name: colour
        logicalType: string
        required: true
        quality:
          - metric: invalidValues
            arguments: { validValues: ["blue", "red"] }
            mustBe: 0
      - name: zip
        logicalType: string
        required: true
      - name: day
        logicalType: date
      - name: "no"
        logicalType: string
        required: true
        quality:
          - metric: invalidValues
            arguments: { validValues: ["yes no"] }
            mustBe: 0
`);
});
