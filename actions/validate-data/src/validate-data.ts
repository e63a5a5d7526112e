import {
  type DataCheck,
  type DataEvidence,
  type PolicyRecord,
  type Sample,
  type Subject,
  verdictOf,
} from "@slipway/contracts";
import {
  type CheckPlan,
  type ContractObject,
  duckdbDialect,
  notChecked,
  planChecks,
  toDataCheck,
} from "@slipway/data";
import type {
  Clock,
  EvidenceFolder,
  Files,
  Log,
  RunContext as JobContext,
  SqlEngine,
  SqlSession,
} from "@slipway/ports";
import {
  type DataSet,
  type OpenDataSet,
  openDataSets,
  type ReferenceDataSet,
  Tables,
} from "./data-sets.ts";
import { findSamples } from "./find-samples.ts";
import { runChecks, type RunResult } from "./run-checks.ts";

/** What is checked, what foreign keys may refer to, and which policy judges. */
export type ValidationInput = {
  readonly dataSets: readonly DataSet[];
  readonly references: readonly ReferenceDataSet[];
  readonly policy: PolicyRecord;
};

/** What validate-data needs of the outside. */
export type ValidationPorts = {
  readonly files: Files;
  readonly engine: SqlEngine;
  readonly clock: Clock;
  readonly context: JobContext;
  readonly log: Log;
  readonly evidence: Pick<EvidenceFolder, "write">;
};

/** A finished validation and the file that holds it. */
export type Validated = { readonly evidence: DataEvidence; readonly path: string };

/**
 * Checks each data set against its contract and writes one evidence document for each.
 * @throws UserError SW2003 and SW2101 to SW2110 for contracts and files that cannot be checked at all
 */
export async function validateData(
  input: ValidationInput,
  ports: ValidationPorts,
): Promise<readonly Validated[]> {
  const { files, engine } = ports;
  const open = await openDataSets(input.dataSets, input.references, files);
  const readableFiles = open.flatMap(({ data }) => data.names.map((name) => files.locate(name)));
  const session = await engine.open({ readableFiles });
  const tables = new Tables(open, { files, session });
  try {
    const done: Validated[] = [];
    for (const dataSet of input.dataSets) {
      const item = open.find(({ name }) => name === dataSet.name);
      if (item?.object === undefined) continue;
      const job = { dataSet, item, object: item.object, tables, session, ports, input };
      done.push(await validateOne(job));
    }
    return done;
  } catch (error) {
    throw await tables.explain(error);
  } finally {
    await session.close();
  }
}

type Job = {
  readonly dataSet: DataSet;
  readonly item: OpenDataSet;
  readonly object: ContractObject;
  readonly tables: Tables;
  readonly session: SqlSession;
  readonly ports: ValidationPorts;
  readonly input: ValidationInput;
};

async function validateOne(job: Job): Promise<Validated> {
  const { item, object, tables, session, ports } = job;
  const startedAt = ports.clock.now();
  const table = await tables.tableOf(item);
  const plan = planChecks(duckdbDialect, object, table);
  const context = {
    session,
    table,
    parentOf: (name: string, columns: readonly string[]) => tables.parentOf(name, columns),
  };
  const [found, subjects] = await Promise.all([
    runChecks(plan, context),
    describeAll(ports.files, filesReadBy(job, plan)),
  ]);
  const samples = await findSamples(
    plan,
    { ...context, results: found.results },
    { files: ports.files, names: item.data.names },
  );
  const checks = ledgerOf(job, found, samples);
  const { outcome, summary } = verdictOf(checks);
  const evidence: DataEvidence = {
    schema: "slipway/evidence/v1",
    kind: "data-validation",
    name: item.name,
    outcome,
    summary,
    subjects,
    inputs: await inputsOf(job, plan),
    policy: job.input.policy,
    tool: ports.context.tool,
    run: ports.context.run,
    startedAt,
    finishedAt: ports.clock.now(),
    rows: found.rows,
    checks,
  };
  ports.log.info(`${item.name}: ${outcome}, ${checks.length} checks, ${found.rows} rows`);
  return { evidence, path: await ports.evidence.write(evidence) };
}

/** One entry for each check of the contract, in the contract's order. */
function ledgerOf(
  { item, object }: Job,
  { results }: RunResult,
  samples: ReadonlyMap<string, readonly Sample[]>,
): DataCheck[] {
  return object.checks.map((check) =>
    toDataCheck(check, results.get(check.id) ?? notChecked("not-run", "it was not evaluated"), {
      dataset: item.name,
      samples: samples.get(check.id) ?? [],
    }),
  );
}

function filesReadBy(job: Job, plan: CheckPlan): string[] {
  const others = referencesOf(job, plan).flatMap(({ data }) => data.names);
  return [...job.item.data.names, job.dataSet.contract.file, ...others];
}

/** The other data sets that foreign keys look into. */
function referencesOf({ tables, item }: Job, plan: CheckPlan): OpenDataSet[] {
  const wanted = new Set(plan.foreignKeys.map(({ rule }) => rule.object));
  const found = [...wanted].flatMap((name) => tables.referenceOf(name) ?? []);
  return found.filter(({ name }) => name !== item.name);
}

async function inputsOf(job: Job, plan: CheckPlan): Promise<DataEvidence["inputs"]> {
  const { dataSet, item, object, ports } = job;
  const described: DataEvidence["inputs"] = {};
  for (const { name, data } of referencesOf(job, plan)) {
    described[name] = await describeAll(ports.files, data.names);
  }
  return {
    path: item.path,
    files: item.data.names.length,
    format: item.data.format,
    contract: dataSet.contract.file,
    contractId: dataSet.contract.id,
    object: object.name,
    engine: ports.engine.name,
    references: described,
  };
}

/** Digests of files; a contract that only the base branch has is named by the policy instead. */
async function describeAll(files: Files, names: readonly string[]): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const name of names) {
    if (await files.exists(name)) subjects.push(await files.describe(name));
  }
  return subjects;
}
