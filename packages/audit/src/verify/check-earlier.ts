import type { VerificationCheck } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { equalBytes, hexOf } from "../bytes.ts";
import { openCheckpoint, type Checkpoint } from "../checkpoint.ts";
import { openProof } from "../entry-proof.ts";
import type { LogCrypto } from "../log-crypto.ts";
import type { VerifierKey } from "../log-keys.ts";
import { hashBytes, treeHash } from "../tree-hash.ts";
import { shortHash } from "./findings.ts";
import type { Leaves } from "./log-copy.ts";

/** A checkpoint or a proof that somebody kept, as text, and what it is called. */
export type NamedCheckpoint = { readonly name: string; readonly text: string };

/** The log that is judged: its checkpoint, and its leaves where they are known. */
export type JudgedLog = {
  readonly checkpoint: Checkpoint;
  readonly leaves: Leaves | undefined;
  readonly key: VerifierKey;
  readonly crypto: LogCrypto;
};

/** Whether the log begins with what an earlier checkpoint, or the one inside a proof, signs. */
export function checkEarlier(log: JudgedLog, { name, text }: NamedCheckpoint): VerificationCheck {
  const title = `Agrees with ${name.slice(0, 200)}`;
  const earlier = openEarlier(log, text);
  const [outcome, detail] =
    typeof earlier === "string" ? (["fail", earlier] as const) : compare(log, earlier);
  return { id: "earlier", title, outcome, detail: `${name.slice(0, 200)}: ${detail}` };
}

function openEarlier({ key, crypto }: JudgedLog, text: string): Checkpoint | string {
  try {
    return text.startsWith("c2sp.org/tlog-proof@")
      ? openProof(text, key, crypto).checkpoint
      : openCheckpoint(text, key, crypto);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function compare(
  log: JudgedLog,
  earlier: Checkpoint,
): readonly ["pass" | "fail" | "inconclusive", string] {
  const { size, root } = log.checkpoint;
  if (earlier.size > size)
    return ["fail", `the log had ${earlier.size} entries and has ${size} now: its end was cut off`];
  const roots = `it signs root ${shortHash(hexOf(earlier.root))} of size ${earlier.size}`;
  if (earlier.size === size)
    return equalBytes(earlier.root, root)
      ? ["pass", roots]
      : ["fail", `${roots}, the log another one of the same size: the key signed two logs`];
  if (log.leaves === undefined)
    return ["inconclusive", "the entries that were signed are not known"];
  const begin = treeHash(log.leaves.subarray(0, earlier.size * hashBytes), log.crypto);
  return equalBytes(earlier.root, begin)
    ? ["pass", `${roots}, with which this one begins`]
    : [
        "fail",
        `${roots}, but this log begins with other entries: it was rewritten and signed again`,
      ];
}
