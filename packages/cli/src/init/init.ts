import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@slipway/kernel";
import { draftContract } from "@slipway/validate-data";
import { localPorts, stderrLog } from "../local-ports.ts";
import { draftConfig, type Findings, type FoundResults } from "./draft-config.ts";
import { findData, type FoundFile } from "./find-data.ts";
import { inspectResults } from "./inspect-results.ts";
import { workflowText } from "./workflow.ts";

type World = Awaited<ReturnType<typeof localPorts>>;

/** `slipway init`: writes what is missing, leaves what is there, and says what to do next. @throws UserError SW1102 */
export async function init({ duckdbBinding }: { readonly duckdbBinding?: unknown }): Promise<void> {
  const folder = process.cwd();
  const world = await localPorts(typeof duckdbBinding === "string" ? duckdbBinding : undefined);
  let hasEvaluations = true;
  if (existsSync(join(folder, "slipway.yaml"))) {
    stderrLog.notice("slipway.yaml is there already and stays as it is");
  } else {
    const findings = await look(folder, world);
    hasEvaluations = findings.results.length > 0;
    await writeNew("slipway.yaml", draftConfig(findings), world);
  }
  await writeNew(".github/workflows/model.yml", workflowText(hasEvaluations), world);
  process.stdout.write(`${next}\n`);
}

const next = `
Next:
  slipway validate            check the data against the drafted contracts
  slipway evaluate            judge the predictions, where there are some
  read contracts/             a range or a list there says what was seen, not what is right
  git add slipway.yaml contracts .github/workflows/model.yml`;

async function look(folder: string, world: World): Promise<Findings> {
  const found = await findData(folder);
  if (found.length === 0) throw nothing();
  const results: FoundResults[] = [];
  const data: (FoundFile & { contract: string })[] = [];
  for (const file of found) {
    const predictions = await inspectResults(file, world.engine, world.files);
    if (predictions !== undefined) results.push(predictions);
    else data.push(...(await draft(file, world)));
  }
  const model = ["model", "models"].find((name) => existsSync(join(folder, name)));
  return { data, results, model: model === undefined ? undefined : `${model}/` };
}

/** Drafts the contract of one data set; a file that cannot be read is told of and left out. */
async function draft(file: FoundFile, world: World): Promise<(FoundFile & { contract: string })[]> {
  const contract = `contracts/${file.name}.odcs.yaml`;
  try {
    const { yaml } = await draftContract({
      dataset: file.name,
      path: file.path,
      engine: world.engine,
      files: world.files,
    });
    await writeNew(contract, yaml, world);
    return [{ ...file, contract }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stderrLog.warning(`left out: ${error.message}`);
    return [];
  }
}

async function writeNew(path: string, text: string, { files }: World): Promise<void> {
  if (await files.exists(path)) {
    stderrLog.notice(`${path} is there already and stays as it is`);
    return;
  }
  await files.write(path, text);
  process.stdout.write(`wrote ${path}\n`);
}

function nothing(): UserError {
  return new UserError({
    code: "SW1102",
    message: "there is no CSV or Parquet file below this folder",
    remedy:
      "Run slipway init where the data lies, or write slipway.yaml by hand: slipway schema slipway shows its form.",
  });
}
