import type { LogEntry } from "@slipway/contracts";
import { concatBytes, hexOf } from "./bytes.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { derivedFile, policyText } from "./derived-files.ts";
import { edgeTiles, rootOfEdge, withLeaf } from "./edge.ts";
import { bundled, bytesOfEntry } from "./entry-bytes.ts";
import type { LogCrypto } from "./log-crypto.ts";
import { demandPair, type SignerKey } from "./log-keys.ts";
import type { Log } from "./open-log.ts";
import { bundlePath, checkpointPath, entryPath, policyPath, tilePath, tileWidth } from "./paths.ts";
import { leafHash } from "./tree-hash.ts";

/** A file of the log that is to be written. */
export type LogFile = { readonly path: string; readonly content: string | Uint8Array };

/** A log with one more entry: what has to be written, all of it in one commit. */
export type Appended = {
  readonly entry: LogEntry;
  readonly index: number;
  readonly size: number;
  readonly rootHex: string;
  readonly checkpoint: string;
  readonly files: readonly LogFile[];
  /** Partial tiles that larger ones replace: they may be removed in the same commit, and may stay. */
  readonly superseded: readonly string[];
  /** The log as it is once the files are there. */
  readonly log: Log;
};

/**
 * Adds one entry. The checkpoint is signed here and must not leave the process before the commit has won: another
 * one of the same size may win instead.
 * @throws UserError SW4307 for an entry over 65,535 bytes, SW4303 for the key of another log
 */
export function appendEntry(
  log: Log,
  draft: (index: number) => LogEntry,
  by: { readonly signer: SignerKey; readonly crypto: LogCrypto },
): Appended {
  demandPair(by.signer, log.key);
  const entry = draft(log.size);
  if (entry.index !== log.size) throw new Error(`entry ${log.size} says that it is ${entry.index}`);
  const bytes = bytesOfEntry(entry);
  const { edge, tiles } = withLeaf(log, leafHash(bytes, by.crypto), by.crypto);
  const size = log.size + 1;
  const root = rootOfEdge(edge, by.crypto);
  const checkpoint = signCheckpoint({ origin: log.key.name, size, root }, by.signer, by.crypto);
  const bundle = concatBytes(log.tail, bundled(bytes));
  const width = (log.size % tileWidth) + 1;
  const derived = derivedFile(entry);
  const files = [
    { path: entryPath(log.size), content: bytes },
    { path: bundlePath(Math.floor(log.size / tileWidth), width), content: bundle },
    ...tiles,
    ...(derived === undefined ? [] : [derived]),
    { path: policyPath, content: policyText(log.key) },
    { path: checkpointPath, content: checkpoint },
  ];
  const rootHex = hexOf(root);
  const tail = width === tileWidth ? new Uint8Array() : bundle;
  const next = { ...log, size, root, rootHex, checkpoint, edge, tail };
  const superseded = supersededBy(log.size, tiles.length);
  return { entry, index: log.size, size, rootHex, checkpoint, files, superseded, log: next };
}

/** The partial tiles of the levels that changed, and the partial bundle, of a tree of `size` leaves. */
function supersededBy(size: number, levels: number): readonly string[] {
  const tiles = edgeTiles(size).filter(({ level }) => level < levels);
  const width = size % tileWidth;
  const bundle = width === 0 ? [] : [bundlePath(Math.floor(size / tileWidth), width)];
  return [...bundle, ...tiles.map(tilePath)];
}
