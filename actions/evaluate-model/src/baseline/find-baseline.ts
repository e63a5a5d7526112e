import {
  parseEvidence,
  type BaselineRecord,
  type EvaluationEvidence,
  type Evidence,
} from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { Clock, EvidenceBranch, EvidenceFolder, Files, Log } from "@slipway/ports";
import type { EvaluationRequest } from "../request.ts";

/** Where a baseline comes from; counts of items follow once it has been joined. */
export type BaselineOrigin = Omit<
  BaselineRecord,
  "paired" | "onlyBaseline" | "onlyCandidate" | "pairedBy" | "differing" | "metrics"
>;

/** A baseline before its items are read: a predictions file, or evidence with or without its items. */
export type FoundBaseline =
  | { readonly kind: "none" }
  | { readonly kind: "file"; readonly origin: BaselineOrigin; readonly path: string }
  | {
      readonly kind: "evidence";
      readonly origin: BaselineOrigin;
      readonly evidence: EvaluationEvidence;
      /** The items as a Parquet file, where they travelled with the evidence. */
      readonly path: string | undefined;
    };

/** What finding a baseline needs of the world. */
export type BaselinePorts = {
  readonly files: Files;
  readonly folder: EvidenceFolder;
  readonly branch: EvidenceBranch | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

/** The named file; else the evidence of the nearest ancestor on the slipway branch. The choice is told. */
export async function findBaseline(
  request: EvaluationRequest,
  ports: BaselinePorts,
): Promise<FoundBaseline> {
  if (request.baseline !== undefined) return namedFile(request.baseline, ports);
  const found = await ports.branch?.nearest("evaluation", request.name);
  if (found === undefined) {
    ports.log.info(
      `${request.name}: no baseline: no ancestor of this commit has evidence on the slipway branch`,
    );
    return { kind: "none" };
  }
  const evidence = asEvaluation(found.evidence, `the evidence of ${found.commit.slice(0, 12)}`);
  const { commit, distance, digest } = found;
  const ageDays = daysBetween(evidence.finishedAt, ports.clock.now());
  const age = { commit, distance, ageDays, finishedAt: evidence.finishedAt, digest };
  ports.log.info(
    `${request.name}: baseline ${commit.slice(0, 12)}, ${distance} commits and ${ageDays} days old`,
  );
  const path = await copyItems(evidence, ports);
  return {
    kind: "evidence",
    origin: { source: "branch", name: evidence.name, ...age },
    evidence,
    path,
  };
}

async function namedFile(path: string, { files }: BaselinePorts): Promise<FoundBaseline> {
  const { digest } = await files.describe(path);
  const origin: BaselineOrigin = { source: "file", name: path, digest };
  if (!path.endsWith(".json")) return { kind: "file", origin, path };
  const evidence = asEvaluation(parseEvidence(await files.readText(path), path), path);
  return {
    kind: "evidence",
    origin: { ...origin, finishedAt: evidence.finishedAt },
    evidence,
    path: undefined,
  };
}

async function copyItems(
  evidence: EvaluationEvidence,
  { folder, branch, log }: BaselinePorts,
): Promise<string | undefined> {
  const { digest } = evidence.items;
  if (digest === undefined || branch === undefined) return undefined;
  const target = `${folder.path}/baseline-${evidence.name}.parquet`;
  if (await branch.copyBlob(digest, target)) return target;
  log.warning(
    `the items of the baseline (${digest.sha256.slice(0, 12)}) are no longer on the branch; bounds are unpaired`,
  );
  return undefined;
}

function asEvaluation(evidence: Evidence, where: string): EvaluationEvidence {
  if (evidence.kind === "evaluation") return evidence;
  throw new UserError({
    code: "SW5309",
    message: `${where} is no evaluation, but ${evidence.kind}`,
    remedy: "Name a predictions file, or the evidence of an evaluation, as the baseline.",
  });
}

function daysBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.max(0, Math.round(days * 10) / 10);
}
