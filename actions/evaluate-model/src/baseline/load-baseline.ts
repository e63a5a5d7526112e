import type { BaselineRecord, MetricRecord } from "@slipway/contracts";
import type { Aligned } from "@slipway/evaluation";
import type { Files, SqlSession } from "@slipway/ports";
import type { EvaluationRequest } from "../request.ts";
import { pairResults, type Pairing } from "../results/pair-results.ts";
import { openResults } from "../results/results-source.ts";
import { readResults, type Results } from "../results/read-results.ts";
import { sizesOf, type SliceColumn } from "../results/read-slice.ts";
import type { FoundBaseline } from "./find-baseline.ts";

type Origin = Omit<BaselineRecord, "metrics">;

/** A group of the baseline and the number of its items. */
export type GroupSize = { readonly column: string; readonly value: string; readonly n: number };

/** A baseline as the rules see it. */
export type LoadedBaseline =
  | { readonly kind: "none" }
  | {
      readonly kind: "not-comparable";
      readonly record: Origin;
      readonly groups: readonly GroupSize[];
    }
  | {
      readonly kind: "paired";
      readonly record: Origin;
      readonly pairing: Pairing;
      readonly groups: readonly GroupSize[];
    }
  | {
      readonly kind: "unpaired";
      readonly record: Origin;
      readonly aligned: Aligned;
      readonly results: Results;
      readonly groups: readonly GroupSize[];
    }
  | {
      readonly kind: "figures";
      readonly record: Origin;
      readonly metrics: readonly MetricRecord[];
      readonly groups: readonly GroupSize[];
    };

type LoadWorld = {
  readonly session: SqlSession;
  readonly files: Files;
  readonly request: EvaluationRequest;
};

/** Reads a baseline's items, where it has some, and joins them with the candidate's. */
export async function loadBaseline(
  found: FoundBaseline,
  candidate: Results,
  world: LoadWorld,
): Promise<LoadedBaseline> {
  if (found.kind === "none") return found;
  const record = { ...found.origin, ...unjoined };
  if (found.kind === "file") return join(record, candidate, { ...world, found });
  if (found.evidence.task !== world.request.task) {
    return { kind: "not-comparable", record: { ...record, differing: ["task"] }, groups: [] };
  }
  const { path, evidence } = found;
  const groups = groupsOfMetrics(evidence.metrics);
  if (path === undefined) return { kind: "figures", record, metrics: evidence.metrics, groups };
  return join(record, candidate, { ...world, found: { kind: "evidence", path }, groups });
}

const unjoined = { paired: 0, onlyBaseline: 0, onlyCandidate: 0, pairedBy: null, differing: [] };

type Readable = { readonly kind: "file" | "evidence"; readonly path: string };

async function join(
  record: Origin,
  candidate: Results,
  world: LoadWorld & { readonly found: Readable; readonly groups?: readonly GroupSize[] },
): Promise<LoadedBaseline> {
  const { session, request } = world;
  const results = await readBaseline(world.found, world);
  const groups = world.groups ?? results.slices.flatMap(sizesOfSlice);
  const pairing = await pairResults(session, candidate, results);
  if (pairing === undefined) {
    const aligned = { candidate: candidate.items, baseline: results.items };
    return { kind: "unpaired", record, aligned, results, groups };
  }
  const { paired, onlyBaseline, onlyCandidate } = pairing;
  const joined = {
    ...record,
    paired,
    onlyBaseline,
    onlyCandidate,
    pairedBy: request.columns.id ?? "id",
    differing: differences(pairing),
  };
  if (joined.differing.length > 0) return { kind: "not-comparable", record: joined, groups };
  return { kind: "paired", record: joined, pairing, groups };
}

async function readBaseline(found: Readable, world: LoadWorld): Promise<Results> {
  const { session, files, request } = world;
  const shared = {
    table: "baseline",
    task: request.task,
    positive: request.positive,
    path: found.path,
  };
  if (found.kind === "file") {
    const known = (await openResults(found.path, files, session)).columns;
    const slices = request.slices.filter((slice) => known.has(slice));
    return readResults(session, files, { ...shared, columns: request.columns, slices });
  }
  const { columns } = await openResults(found.path, files, session);
  const role = (name: string) => (columns.has(name) ? { [name]: name } : {});
  const perClass = [...columns.keys()].some((name) => name.startsWith("score:"));
  const score = perClass ? { score: "score:*" } : role("score");
  const roles = { id: "id", label: "label", ...role("prediction"), ...score, ...role("weight") };
  return readResults(session, files, { ...shared, columns: roles, slices: [] });
}

function groupsOfMetrics(metrics: readonly MetricRecord[]): GroupSize[] {
  const [first] = metrics;
  return metrics
    .filter(({ name }) => name === first?.name)
    .flatMap(({ slice, n }) =>
      Object.entries(slice ?? {}).map(([column, value]) => ({ column, value, n })),
    );
}

function sizesOfSlice(slice: SliceColumn): GroupSize[] {
  const sizes = sizesOf(slice);
  const { column } = slice;
  return slice.values.map((value, index) => ({ column, value, n: sizes[index] ?? 0 }));
}

/** The share of the baseline's items that results may lack: more is another data set, or a chosen part of it. */
const mostMissing = 0.05;

/** Another data set, or other truth for the same items, makes a change meaningless. */
function differences({ paired, onlyBaseline, onlyCandidate, changedLabels }: Pairing): string[] {
  const isPart = onlyBaseline > mostMissing * (paired + onlyBaseline);
  const isOtherData = paired === 0 || isPart || paired < onlyCandidate;
  return [...(isOtherData ? ["data"] : []), ...(changedLabels > 0 ? ["labels"] : [])];
}
