import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UserError } from "@slipway/kernel";
import { parseContract } from "@slipway/data";
import { workspaceFiles } from "@slipway/runner";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { contractOf, createWorkspace, type FileTexts, validate, validateIn } from "./workspace.ts";

const shared = "../shared/conformance";
const isThere = existsSync(shared);
if (!isThere)
  console.warn(`SKIPPED: ${shared} is not there, no data was checked against its cases`);
const workspace = createWorkspace({});
afterAll(() => workspace.remove());

const runCase = z.object({
  id: z.string(),
  contract: z.string(),
  expected: z.enum(["passed", "failed", "error"]),
  options: z.unknown().optional(),
  data: z.array(z.string()),
});
const folder = join(shared, "odcs-runs");
const cases = isThere
  ? z.array(runCase).parse(JSON.parse(readFileSync(join(folder, "cases.json"), "utf8")))
  : [];

/** Cases that are not run, each with the reason; what becomes of them is asserted below. */
const skippedRuns: Readonly<Record<string, string>> = {
  "row_filter/filter_filters_rows":
    "a filter of rows is an option of that tool; we check whole files",
  "row_filter/filters_scopes_predicate_to_schema": "as above",
  "schema_evolution/json_optional_field_present_in_new_data": "JSON lines are not read yet",
  "schema_evolution/data_from_historical_and_current_schema_json_mixed":
    "JSON lines are not read yet",
};

describe.runIf(isThere)("contracts run on files", () => {
  test.each(cases)("$id", async ({ id, contract: file, data, expected }) => {
    const contract = readFileSync(join(folder, file), "utf8");
    const paths = data.map((path) => join(folder, path));
    const isGreen = await isGreenOn(contract, paths);

    expect(isGreen).toBe(expected === "passed" && skippedRuns[id] === undefined);
  });

  test("every skipped case is one of the suite's", () => {
    const known = cases.map(({ id }) => id);

    expect(Object.keys(skippedRuns).filter((id) => !known.includes(id))).toEqual([]);
  });
});

async function isGreenOn(contract: string, paths: readonly string[]): Promise<boolean> {
  const texts: FileTexts = Object.fromEntries(
    paths.map((path) => [`data/${basename(path)}`, readFileSync(path)]),
  );
  const object = parseContract(contract, "contract.yaml").objects[0]?.name ?? "";
  try {
    const evidence = await validate(texts, contract, { path: "data/*", object });
    return evidence.outcome === "pass" || evidence.outcome === "warn";
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

const anything = contractOf("      - { name: anything, logicalType: string }");
const broken = join(shared, "parquet/bad_data");
const brokenFiles = isThere ? readdirSync(broken).filter((name) => name.endsWith(".parquet")) : [];

/** Damage that the engine reads over: it is in pages without a checksum, and no more than the digest in the evidence tells. */
const readOver: Readonly<Record<string, string>> = {
  "ARROW-GH-43605.parquet":
    "a dictionary index of 0 bits, which has one meaning only: all values are the first",
  "ARROW-GH-45185.parquet": "repetition levels of a list; nested values are counted, never read",
  "ARROW-RS-GH-6229-LEVELS.parquet":
    "repetition levels of a list; nested values are counted, never read",
};

describe.runIf(isThere)("broken Parquet files", () => {
  test.each(brokenFiles)("%s is never green", async (name) => {
    const bytes = readFileSync(join(broken, name));
    const damaged = createWorkspace({ [name]: bytes });

    const outcome = await outcomeOf(damaged.files, name);
    damaged.remove();

    expect(/^(?:pass|warn)$/.test(outcome)).toBe(readOver[name] !== undefined);
    expect(outcome).not.toContain("bug");
  });
});

/** Checks a Parquet file against a contract of its own columns, so that nothing but damage can fail. */
async function outcomeOf(
  files: ReturnType<typeof createWorkspace>["files"],
  name: string,
): Promise<string> {
  const columns = await columnsOf(files.locate(name));
  const lines = columns.map((column) => `      - { name: ${JSON.stringify(column)} }`).join("\n");
  const contract = columns.length === 0 ? anything : contractOf(lines);
  try {
    return (await validateIn({ files, engine: workspace.engine }, contract, { path: name }))
      .outcome;
  } catch (error) {
    return error instanceof UserError ? error.code : `bug: ${String(error)}`;
  }
}

async function columnsOf(path: string): Promise<string[]> {
  const session = await workspace.engine.open({ readableFiles: [path] });
  try {
    const rows = await session.rows(`DESCRIBE SELECT * FROM read_parquet('${path}')`);
    return rows.map((row) => String(row["column_name"]));
  } catch {
    return [];
  } finally {
    await session.close();
  }
}

/** Cases whose two files disagree. */
const skippedTables: Readonly<Record<string, string>> = {
  "location_coordinates.csv": "its JSON has another telephone number than its CSV",
};

const spectrum = join(shared, "csv-spectrum");
const tables = isThere ? readdirSync(join(spectrum, "csvs")) : [];

describe.runIf(isThere)("edge cases of CSV", () => {
  test.each(tables)("%s is read as the suite says", async (name) => {
    const text = readFileSync(join(spectrum, "json", name.replace(/csv$/, "json")), "utf8");
    const row = z.record(z.string(), z.string());
    const expected = z
      .union([z.array(row), row.transform((only) => [only])])
      .parse(JSON.parse(text));
    const columns = Object.keys(expected[0] ?? {});

    // Every cell must be the one value that the suite has at its place: wrong ones would be samples.
    const results: unknown[] = [];
    for (const column of columns) {
      const values = expected.map((row) => row[column] ?? "").filter((value) => value !== "");
      const contract = contractOf(
        `      - { name: ${JSON.stringify(column)}, enum: [${[...new Set(values)].map((value) => `{ value: ${JSON.stringify(value)} }`).join(", ")}] }`,
      );
      if (values.length === 0) continue;
      const evidence = await validateIn(
        { files: workspaceFiles({ root: resolve(spectrum, "csvs") }), engine: workspace.engine },
        contract,
        { path: name },
      );
      const check = evidence.checks.find(({ kind }) => kind === "one-of");

      results.push(
        evidence.rows === expected.length &&
          check?.examined === values.length &&
          check.outcome === "pass",
      );
    }

    expect(results.every((result) => result === true)).toBe(skippedTables[name] === undefined);
  });
});
