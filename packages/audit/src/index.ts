export { appendEntry, type Appended, type LogFile } from "./append-entry.ts";
export { checkConsistency } from "./check-consistency.ts";
export { openCheckpoint, signCheckpoint, type Checkpoint } from "./checkpoint.ts";
export { pointerOf, versionOf } from "./derived-files.ts";
export { openProof, proveEntry, type ProvenEntry } from "./entry-proof.ts";
export type { LogCrypto, ReadFiles } from "./log-crypto.ts";
export {
  demandKeyId,
  demandPair,
  generateLogKey,
  parseSignerKey,
  parseVerifierKey,
  type SignerKey,
  type VerifierKey,
} from "./log-keys.ts";
export { historyOf, staysOf, type HistoryQuery, type Stay } from "./model-history.ts";
export { openLog, type Log } from "./open-log.ts";
export {
  blobPath,
  checkpointPath,
  entryPath,
  evidencePath,
  pointerPath,
  versionPath,
} from "./paths.ts";
export { lastEntry, readEntries, recentEntries } from "./read-entries.ts";
export { verifyLog, type NamedCheckpoint, type VerifyRequest } from "./verify-log.ts";
