import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { workflowText } from "../src/init/workflow.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const samples = join(root, "node_modules", "vega-datasets", "data");

function slipway(
  folder: string,
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = join(root, "packages", "cli", "src", "run.ts");
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({
        code: error === null ? 0 : typeof error.code === "number" ? error.code : 1,
        stdout,
        stderr,
      });
    });
  });
}

function aFolder(...files: string[]): string {
  const folder = aTemporaryFolder("slipway-init-");
  mkdirSync(join(folder, "data"));
  for (const file of files) cpSync(join(samples, file), join(folder, "data", file));
  return folder;
}

test("the workflow that init writes is the one of the examples", () => {
  expect(workflowText(true)).toBe(
    readFileSync(join(root, "examples", "workflows", "model.yml"), "utf8"),
  );
  expect(workflowText(false)).not.toContain("evaluate-model");
});

test("what init writes validates green at once, and a second init leaves it alone", async () => {
  const folder = aFolder("airports.csv", "seattle-weather.csv", "sp500.csv", "stocks.csv");

  const first = await slipway(folder, "init");
  const validated = await slipway(folder, "validate", "--format", "json");
  const before = readFileSync(join(folder, "slipway.yaml"), "utf8");
  const second = await slipway(folder, "init");

  expect(first.code, first.stderr).toBe(0);
  expect(first.stdout).toContain("wrote contracts/airports.odcs.yaml");
  expect(validated.code, validated.stdout).toBe(0);
  expect(existsSync(join(folder, ".github", "workflows", "model.yml"))).toBe(true);
  expect(second.stderr).toContain("stays as it is");
  expect(readFileSync(join(folder, "slipway.yaml"), "utf8")).toBe(before);
});

test("predictions become an evaluation, other files become data sets", async () => {
  const folder = aFolder("airports.csv");
  const rows = Array.from(
    { length: 40 },
    (_, at) => `${at},${at % 2},${at % 3 === 0 ? 1 : 0},0.${at + 10}`,
  );
  writeFileSync(join(folder, "predictions.csv"), `id,label,prediction,score\n${rows.join("\n")}\n`);

  await slipway(folder, "init");
  const evaluated = await slipway(folder, "evaluate", "--format", "json");

  const config = readFileSync(join(folder, "slipway.yaml"), "utf8");
  expect(config).toContain(
    "    task: binary\n    columns: { id: id, label: label, prediction: prediction, score: score }",
  );
  expect(evaluated.code, evaluated.stderr).toBe(0);
  expect(JSON.parse(evaluated.stdout)).toMatchObject({ kind: "evaluation", outcome: "warn" });
});

test("an empty folder gets a clear error and no file", async () => {
  const folder = aTemporaryFolder("slipway-init-");

  const result = await slipway(folder, "init");

  expect(result.code).toBe(2);
  expect(result.stderr).toContain("SW1102");
  expect(existsSync(join(folder, "slipway.yaml"))).toBe(false);
});

function aTemporaryFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
