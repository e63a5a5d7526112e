import { appendEntry, openLog, type Log, type SignerKey } from "@slipway/audit";
import type {
  EnvironmentConfig,
  EnvironmentPointer,
  ModelConfig,
  PromotedEntry,
  RefusedEntry,
  RegisteredVersion,
} from "@slipway/contracts";
import {
  demandFreeTag,
  demandPublished,
  entryTime,
  readModelState,
  type Delivery,
  type ModelState,
} from "@slipway/delivery";
import type { BranchChange, BranchView, DeploymentRecord, TagRecord } from "@slipway/ports";
import { decidePromotion, type Decision } from "@slipway/promotion";
import { demandFirstTime } from "./demand-first-time.ts";
import { demandPinned } from "./demand-pinned.ts";
import type { Answers } from "./gather-answers.ts";
import type { Ports } from "./ports.ts";
import { readEvidence } from "./read-evidence.ts";

/** What is settled before the branch is looked at. */
export type Request = {
  readonly delivery: Delivery;
  readonly model: ModelConfig;
  readonly environment: EnvironmentConfig;
  readonly candidate: RegisteredVersion;
  readonly reason: string | null;
  readonly answers: Answers;
  readonly tags: readonly TagRecord[];
  readonly deployments: readonly DeploymentRecord[];
  /** Absent for a dry run, which writes nothing. */
  readonly signer: SignerKey | undefined;
};

/** The decision on top of one view, and what it writes. */
export type Planned = {
  readonly decision: Decision | undefined;
  /** What ran there before. */
  readonly current: EnvironmentPointer | null;
  /** What was logged, now or by an earlier attempt. */
  readonly entry: PromotedEntry | RefusedEntry | undefined;
  readonly alreadyThere: boolean;
  readonly notices: readonly string[];
};

/**
 * Decides on top of `view` and gives the files of the decision: entry, tiles, checkpoint and, where it is allowed,
 * the pointer. Nothing where it waits, is a dry run, or was done before.
 * @throws UserError SW4304 to SW4308
 */
export async function planPromotion(
  view: BranchView,
  request: Request,
  ports: Ports,
): Promise<BranchChange<Planned>> {
  const { delivery, environment, model, candidate } = request;
  const log = await openLog(view.readFiles, delivery.key, ports.crypto);
  await demandPinned(request.deployments, log, view.readFiles);
  const state = await readModelState(view, log, model.name);
  demandPublished(request.tags, { ...log, model: model.name, entries: state.entries });
  demandFreeTag(request.tags, { ...candidate, digest: candidate.digest.sha256 });
  const current = state.pointers.get(environment.name) ?? null;
  if (current !== null && current.version === candidate.version)
    return unchanged({
      decision: undefined,
      current,
      entry: entryAt(state, current.entry),
      alreadyThere: true,
    });
  if (request.signer !== undefined) demandFirstTime(state.entries, keyFor(request, ports), current);
  const decidedAt = ports.clock.now();
  const evidence = await readEvidence(view, candidate.evidence, ports.sha256);
  const decision = decidePromotion({
    ...request.answers,
    now: decidedAt,
    model,
    environment,
    candidate,
    current,
    upstream: upstreamOf(state, request),
    evidence,
    reason: request.reason,
  });
  const decided = { request, decision, current };
  const repeated = repeatedRefusal(state, decided, ports);
  if (request.signer === undefined || decision.state === "waiting" || repeated !== undefined)
    return unchanged({ decision, current, entry: repeated, alreadyThere: false });
  const { time, notices } = entryTime(decidedAt, state.newestTime);
  return record({ ...decided, time, notices, log, signer: request.signer }, ports);
}

function record(
  draft: Draft & {
    readonly notices: readonly string[];
    readonly log: Log;
    readonly signer: SignerKey;
  },
  ports: Ports,
): BranchChange<Planned> {
  const { request, decision, current, notices, log, signer } = draft;
  const { candidate, environment } = request;
  const entryAt = draftEntry(draft, ports);
  const { files, superseded, index } = appendEntry(log, entryAt, { signer, crypto: ports.crypto });
  const verb = decision.state === "allowed" ? "Promote" : "Refuse";
  return {
    files,
    removed: superseded,
    message: `${verb} ${candidate.model} ${candidate.version} to ${environment.name} as entry ${index}`,
    result: { decision, current, entry: entryAt(index), alreadyThere: false, notices },
  };
}

function unchanged(result: Omit<Planned, "notices">): BranchChange<Planned> {
  return { files: [], message: "", result: { ...result, notices: [] } };
}

function entryAt(state: ModelState, index: number): PromotedEntry | undefined {
  const found = state.entries.find((entry) => entry.index === index);
  return found?.type === "promoted" ? found : undefined;
}

/** Where the same bytes were before; by digest, since a name says nothing. */
function upstreamOf(state: ModelState, { environment, candidate }: Request) {
  const { after } = environment;
  if (after === undefined) return [];
  return state.stays(after).filter(({ digest }) => digest.sha256 === candidate.digest.sha256);
}

type Decided = { readonly request: Request; readonly decision: Decision };

/** A run that is repeated after a crash says the same thing once. Outside a run there is nothing to tell repeats by. */
function repeatedRefusal(
  state: ModelState,
  decided: Decided,
  ports: Ports,
): RefusedEntry | undefined {
  if (decided.decision.state !== "refused" || ports.context.run.runId === undefined)
    return undefined;
  const key = keyOf(decided, ports);
  const found = state.entries.findLast((entry) => entry.key === key);
  return found?.type === "refused" ? found : undefined;
}

function keyOf({ request, decision }: Decided, ports: Ports): string {
  if (decision.state === "allowed") return keyFor(request, ports);
  const unmet = decision.rules.filter(({ state }) => state === "unmet").map(({ id }) => id);
  return `refuse/${eventOf(request, ports)}/${unmet.join("+")}`.slice(0, 500);
}

function keyFor(request: Request, ports: Ports): string {
  return `promote/${eventOf(request, ports)}`.slice(0, 500);
}

function eventOf({ candidate, environment }: Request, { context, clock }: Ports): string {
  const { runId, job } = context.run;
  const by = runId === undefined ? clock.now() : `run-${runId}-${job ?? ""}`;
  return `${environment.name}/${candidate.model}/${candidate.version}/${by}`;
}

type Draft = Decided & { readonly current: EnvironmentPointer | null; readonly time: string };

function draftEntry(draft: Draft, ports: Ports): (index: number) => PromotedEntry | RefusedEntry {
  const { request, decision, current, time } = draft;
  const { candidate, environment, answers, delivery } = request;
  const key = keyOf(draft, ports);
  return (index) => {
    const entry = {
      schema: "slipway/log-entry/v1" as const,
      index,
      time,
      key,
      model: candidate.model,
      version: candidate.version,
      digest: candidate.digest,
      commit: candidate.commit,
      actor: answers.actor,
      run: ports.context.run,
      tool: ports.context.tool,
      environment: environment.name,
      direction: decision.direction,
      registered: candidate.entry,
      from: current && { version: current.version, digest: current.digest, entry: current.entry },
      reason: request.reason,
      policy: delivery.policy,
      rules: [...decision.rules],
      approvals: [...decision.approvals],
      evidenceLevel: decision.evidenceLevel,
      authors: [...answers.authors],
      gate: answers.gate,
    };
    return decision.state === "allowed"
      ? { ...entry, type: "promoted", hold: decision.hold }
      : { ...entry, type: "refused" };
  };
}
