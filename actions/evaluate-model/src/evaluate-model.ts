import {
  verdictOf,
  type EvaluationCheck,
  type EvaluationEvidence,
  type Subject,
} from "@slipway/contracts";
import { parseMetric } from "@slipway/evaluation";
import { UserError } from "@slipway/kernel";
import type { Rule } from "@slipway/policy";
import type {
  Clock,
  CommandRunner,
  Files,
  Log,
  ModelFolder,
  RunContext,
  SqlEngine,
  SqlSession,
} from "@slipway/ports";
import { modelRootDigest, type Sha256 } from "@slipway/registry";
import { findBaseline, type BaselinePorts, type FoundBaseline } from "./baseline/find-baseline.ts";
import { loadBaseline, type LoadedBaseline } from "./baseline/load-baseline.ts";
import { writeItems, type ItemTarget } from "./baseline/write-items.ts";
import { baselineGroups } from "./judge/changes.ts";
import { unpairedIntervals } from "./judge/judge-one.ts";
import { judgeRules, missingItems, missingSlice, noRules } from "./judge/judge-rules.ts";
import type { Bench } from "./judge/bench.ts";
import { metricRecords, withInterval } from "./judge/metric-records.ts";
import type { EvaluationRequest } from "./request.ts";
import { openResults } from "./results/results-source.ts";
import { readResults, type Results } from "./results/read-results.ts";

/** What evaluate-model needs of the world. */
export type Ports = BaselinePorts &
  ItemTarget & {
    readonly files: Files;
    readonly engine: SqlEngine;
    readonly models: ModelFolder;
    readonly commands: CommandRunner;
    readonly clock: Clock;
    readonly context: RunContext;
    readonly log: Log;
    readonly sha256: Sha256;
  };

/** Evidence and the file that holds it. */
export type Evaluated = { readonly evidence: EvaluationEvidence; readonly path: string };

/**
 * Judges one evaluation: runs its command, reads the results, joins them with the baseline, applies the rules and
 * leaves evidence.
 * @throws UserError SW5201, SW5202 for a metric that does not exist, before anything else happens
 */
export async function evaluateModel(request: EvaluationRequest, ports: Ports): Promise<Evaluated> {
  const startedAt = ports.clock.now();
  for (const rule of request.rules) demandMetric(rule, request.task);
  if (request.run !== undefined) {
    ports.log.info(`${request.name}: running ${request.run}`);
    await ports.commands.run(request.run);
  }
  const found = await findBaseline(request, ports);
  const readable = [
    request.results,
    ...("path" in found && found.path !== undefined ? [found.path] : []),
  ];
  const session = await ports.engine.open({
    readableFiles: readable.map((path) => ports.files.locate(path)),
    writableFolder: ports.folder.path,
  });
  try {
    const evidence = await judge(request, found, { ...ports, session, startedAt });
    return { evidence, path: await ports.folder.write(evidence) };
  } finally {
    await session.close();
  }
}

/** A metric that does not exist is told with the place of its gate. */
function demandMetric({ metric, source }: Rule, task: EvaluationRequest["task"]): void {
  try {
    parseMetric(metric, task);
  } catch (error) {
    if (!(error instanceof UserError) || source.line === 0) throw error;
    const { code, message, remedy } = error;
    const place = `${source.file}${source.file === "command line" ? ", gate " : ":"}${source.line}`;
    throw new UserError({ code, message: `${place}: ${message}`, remedy, cause: error });
  }
}

type World = Ports & { readonly session: SqlSession; readonly startedAt: string };

async function judge(
  request: EvaluationRequest,
  found: FoundBaseline,
  world: World,
): Promise<EvaluationEvidence> {
  const { files, session } = world;
  const { results, absent } = await readCandidate(request, world);
  const baseline = await loadBaseline(found, results, { session, files, request });
  const bench: Bench = { request, results, baseline, intervals: [] };
  const { checks, items } = await judgeWhileWriting(bench, absent, world);
  if (items.digest === undefined) unpairedIntervals(bench);
  const { tool, run } = world.context;
  return {
    schema: "slipway/evidence/v1",
    kind: "evaluation",
    name: request.name,
    ...verdictOf(checks),
    task: request.task,
    subjects: await subjectsOf(request, world),
    inputs: inputsOf(request),
    policy: request.policy,
    checks,
    metrics: withInterval(metricRecords(results.items, results.slices), bench.intervals),
    baseline: baselineRecord(baseline, results),
    items,
    tool,
    run,
    startedAt: world.startedAt,
    finishedAt: world.clock.now(),
  };
}

/** The engine writes the items in threads of its own while the rules are judged in this one. */
async function judgeWhileWriting(bench: Bench, absent: readonly string[], world: World) {
  const writing = writeItems(bench.results, world.session, world);
  try {
    const checks = ledgerOf(bench, absent);
    return { checks, items: await writing };
  } catch (error) {
    await writing.catch(() => undefined);
    throw error;
  }
}

async function readCandidate(request: EvaluationRequest, { session, files }: World) {
  const { results: path, task, columns, positive } = request;
  const known = (await openResults(path, files, session)).columns;
  const slices = request.slices.filter((slice) => known.has(slice));
  const absent = request.slices.filter((slice) => !known.has(slice));
  const read = { path, task, columns, positive, slices, table: "candidate" };
  return { results: await readResults(session, files, read), absent };
}

function ledgerOf(bench: Bench, absent: readonly string[]): EvaluationCheck[] {
  const { name, rules, policy } = bench.request;
  const gated = new Set(rules.map(({ slice }) => slice));
  const source = { file: policy.file ?? "command line", line: 0 };
  const missing = absent
    .filter((slice) => !gated.has(slice))
    .map((slice) => missingSlice(name, slice, source));
  const { baseline } = bench;
  const lost = baseline.kind === "paired" ? baseline.record.onlyBaseline : 0;
  return [
    ...(rules.length === 0 ? [noRules(name, source.file)] : judgeRules(bench)),
    ...missing,
    ...(lost === 0 ? [] : [missingItems(name, lost, source.file)]),
  ];
}

function baselineRecord(
  baseline: LoadedBaseline,
  { slices }: Results,
): EvaluationEvidence["baseline"] {
  if (baseline.kind === "none") return null;
  if (baseline.kind === "not-comparable") return { ...baseline.record, metrics: [] };
  if (baseline.kind === "figures") return { ...baseline.record, metrics: [...baseline.metrics] };
  const groups = baselineGroups(baseline, slices);
  return { ...baseline.record, metrics: metricRecords(groups.items, groups.slices) };
}

function inputsOf(request: EvaluationRequest): EvaluationEvidence["inputs"] {
  const { columns, positive, slices, seed, resamples, run } = request;
  return {
    results: request.results,
    columns: Object.fromEntries(
      Object.entries(columns).flatMap(([role, value]) =>
        value === undefined ? [] : [[role, value]],
      ),
    ),
    ...(positive === undefined ? {} : { positive }),
    ...(run === undefined ? {} : { run }),
    slices: [...slices],
    seed,
    resamples,
  };
}

async function subjectsOf(
  request: EvaluationRequest,
  { files, models, sha256, log }: World,
): Promise<Subject[]> {
  const results = await files.describe(request.results);
  if (request.model === undefined) return [results];
  const found = await models.read(request.model);
  if (found === undefined) {
    log.warning(
      `the model's folder ${request.model} is not there: this evidence speaks for no model and cannot register one`,
    );
    return [results];
  }
  const sizeBytes = found.reduce((sum, file) => sum + file.sizeBytes, 0);
  return [results, { name: request.model, digest: modelRootDigest(found, sha256), sizeBytes }];
}
