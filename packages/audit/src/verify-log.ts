import type { AuditVerification, VerificationCheck } from "@slipway/contracts";
import { UserError, worstOutcome } from "@slipway/kernel";
import { hexOf, textOf } from "./bytes.ts";
import { openCheckpoint, type Checkpoint } from "./checkpoint.ts";
import type { LogCrypto, ReadFiles } from "./log-crypto.ts";
import { demandKeyId, type VerifierKey } from "./log-keys.ts";
import { checkpointPath, policyPath } from "./paths.ts";
import { treeHash } from "./tree-hash.ts";
import { checkEarlier, type NamedCheckpoint } from "./verify/check-earlier.ts";
import { checkContents } from "./verify/check-contents.ts";
import { notJudged } from "./verify/findings.ts";

export type { NamedCheckpoint } from "./verify/check-earlier.ts";

/** Where the log is read from, and what it is judged by. */
export type VerifyRequest = {
  readonly read: ReadFiles;
  /** The paths of all files below a folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** From outside the log: what lies in it is no root of trust. */
  readonly key: VerifierKey;
  readonly crypto: LogCrypto;
  /** Checkpoints and proofs that somebody kept: only they show that the log was cut off or replaced. */
  readonly checkpoints: readonly NamedCheckpoint[];
};

const checkpointCheck = { id: "checkpoint", title: "The checkpoint is signed by the log's key" };

/**
 * Verifies everything that a log says, from its files and its public key alone: nothing is asked of anyone.
 * What was changed is a failed check that names the entry, never an exception.
 * @throws UserError SW4301 where the id of the key is not its own
 */
export async function verifyLog(request: VerifyRequest): Promise<AuditVerification> {
  const { read, list, key, crypto } = request;
  demandKeyId(key, crypto);
  const lists = await Promise.all(["entries", "tile", "environments", "models"].map(list));
  const paths = new Set(lists.flat());
  const files = await read([checkpointPath, policyPath, ...paths]);
  const bytes = files.get(checkpointPath);
  if (bytes === undefined) return withoutCheckpoint(request, paths.size);
  const checkpoint = openOwn(bytes, request);
  if (typeof checkpoint === "string")
    return report(request, undefined, [
      { ...checkpointCheck, outcome: "fail", detail: checkpoint },
    ]);
  const rootHex = hexOf(checkpoint.root);
  const detail = `size ${checkpoint.size}, root ${rootHex}, signed by ${key.name}+${key.id}`;
  const copy = { checkpoint, rootHex, paths, files, crypto };
  const { checks, leaves } = await checkContents(copy, read, key);
  return report(request, checkpoint, [
    { ...checkpointCheck, outcome: "pass", detail },
    ...checks,
    ...earlierChecks(request, checkpoint, leaves),
  ]);
}

function openOwn(bytes: Uint8Array, { key, crypto }: VerifyRequest): Checkpoint | string {
  try {
    return openCheckpoint(textOf(bytes) ?? "", key, crypto);
  } catch (error) {
    if (error instanceof UserError && error.code === "SW4304") return error.message;
    throw error;
  }
}

function withoutCheckpoint(request: VerifyRequest, others: number): AuditVerification {
  const { crypto, key } = request;
  const nothing = new Uint8Array();
  const empty = { origin: key.name, size: 0, root: treeHash(nothing, crypto) };
  const check =
    others === 0
      ? notJudged(checkpointCheck, "there is no log yet")
      : {
          ...checkpointCheck,
          outcome: "fail" as const,
          detail: `there is no checkpoint, but ${others} files of a log: somebody removed it`,
        };
  return report(request, undefined, [check, ...earlierChecks(request, empty, nothing)]);
}

function earlierChecks(
  { checkpoints, key, crypto }: VerifyRequest,
  checkpoint: Checkpoint,
  leaves: Uint8Array | undefined,
): VerificationCheck[] {
  const log = { checkpoint, leaves, key, crypto };
  return checkpoints.map((earlier) => checkEarlier(log, earlier));
}

function report(
  { key }: VerifyRequest,
  checkpoint: Checkpoint | undefined,
  checks: VerificationCheck[],
): AuditVerification {
  return {
    schema: "slipway/audit-verification/v1",
    outcome: worstOutcome(checks.map(({ outcome }) => outcome)),
    key: key.text,
    size: checkpoint?.size ?? 0,
    root: checkpoint === undefined ? null : { sha256: hexOf(checkpoint.root) },
    checks,
  };
}
