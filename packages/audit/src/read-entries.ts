import type { LogEntry } from "@slipway/contracts";
import { equalBytes } from "./bytes.ts";
import { parseEntry, unbundle } from "./entry-bytes.ts";
import type { ReadFiles } from "./log-crypto.ts";
import { logDamaged } from "./log-damage.ts";
import type { Log } from "./open-log.ts";
import { bundlePath, tileWidth, widthIn } from "./paths.ts";
import { hashAt, leafHash } from "./tree-hash.ts";
import { readTiles } from "./tiles.ts";

/**
 * The entries from `from` up to, and without, `to` (at most the log's size), each followed up to the root.
 * @throws UserError SW4305
 */
export async function readEntries(
  read: ReadFiles,
  log: Log,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly LogEntry[]> {
  const end = Math.min(to, log.size);
  if (from >= end) return [];
  const first = Math.floor(from / tileWidth);
  const count = Math.floor((end - 1) / tileWidth) + 1 - first;
  const blocks = Array.from({ length: count }, (_, step) => first + step);
  const tiles = await readTiles(
    read,
    log,
    blocks.map((block) => ({ level: 0, index: block * tileWidth })),
  );
  const full = blocks.filter((block) => widthOf(log, block) === tileWidth).map(pathOf);
  const bundles = full.length === 0 ? new Map<string, Uint8Array>() : await read(full);
  return blocks.flatMap((block) => {
    const isFull = widthOf(log, block) === tileWidth;
    const bundle = isFull ? bundles.get(pathOf(block)) : log.tail;
    const entries = entriesOf(log, { block, bundle, leaves: tiles.leaves(block) });
    return entries.slice(Math.max(0, from - block * tileWidth), end - block * tileWidth);
  });
}

/** The newest entries, the last 256 of them at least, or all where the log has fewer. @throws UserError SW4305 */
export async function recentEntries(read: ReadFiles, log: Log): Promise<readonly LogEntry[]> {
  const from = Math.max(0, Math.floor(log.size / tileWidth) - 1) * tileWidth;
  return readEntries(read, log, { from, to: log.size });
}

/** The newest entry, or `undefined` of an empty log. @throws UserError SW4305 */
export async function lastEntry(read: ReadFiles, log: Log): Promise<LogEntry | undefined> {
  const [entry] = await readEntries(read, log, { from: Math.max(0, log.size - 1), to: log.size });
  return entry;
}

type Block = {
  readonly block: number;
  readonly bundle: Uint8Array | undefined;
  /** The hashes that were signed. */
  readonly leaves: Uint8Array;
};

function entriesOf(log: Log, { block, bundle, leaves }: Block): readonly LogEntry[] {
  const width = widthOf(log, block);
  const found = bundle === undefined ? undefined : unbundle(bundle, width);
  if (found === undefined)
    throw logDamaged(
      `${bundlePath(block, width)} of the log is missing or no bundle of ${width} entries`,
    );
  return found.map((bytes, offset) => {
    const index = block * tileWidth + offset;
    if (!equalBytes(leafHash(bytes, log.crypto), hashAt(leaves, offset)))
      throw logDamaged(`entry ${index} was changed after it was written`);
    const entry = parseEntry(bytes, index);
    if (typeof entry === "string") throw logDamaged(`entry ${index} cannot be read: ${entry}`);
    return entry;
  });
}

function widthOf({ size }: Log, block: number): number {
  return widthIn(size, { level: 0, index: block });
}

function pathOf(block: number): string {
  return bundlePath(block, tileWidth);
}
