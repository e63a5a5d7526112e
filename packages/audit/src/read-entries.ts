import type { LogEntry } from "@slipway/contracts";
import { equalBytes, textOf } from "./bytes.ts";
import { parseEntry, unbundle } from "./entry-bytes.ts";
import type { ReadFiles } from "./log-crypto.ts";
import { logDamaged } from "./log-damage.ts";
import type { Log } from "./open-log.ts";
import { bundlePath, tileWidth, widthIn } from "./paths.ts";
import { hashAt, leafHash } from "./tree-hash.ts";
import { readTiles } from "./tiles.ts";

/** Which entries: from `from` up to, and without, `to` (at most the log's size); those of one model, where it is named. */
export type EntryRange = {
  readonly from: number;
  readonly to: number;
  readonly model?: string;
};

/**
 * The entries of a range, each followed up to the root. Entries of other models are followed too, and not parsed.
 * @throws UserError SW4305
 */
export async function readEntries(
  read: ReadFiles,
  log: Log,
  { from, to, model }: EntryRange,
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
    const lines = linesOf(log, { block, bundle, leaves: tiles.leaves(block) });
    const first = Math.max(0, from - block * tileWidth);
    const wanted = lines.slice(first, end - block * tileWidth);
    return wanted.flatMap((bytes, offset) =>
      isOfModel(bytes, model) ? [entryOf(bytes, block * tileWidth + first + offset)] : [],
    );
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

function linesOf(log: Log, { block, bundle, leaves }: Block): readonly Uint8Array[] {
  const width = widthOf(log, block);
  const found = bundle === undefined ? undefined : unbundle(bundle, width);
  if (found === undefined)
    throw logDamaged(
      `${bundlePath(block, width)} of the log is missing or no bundle of ${width} entries`,
    );
  for (const [offset, bytes] of found.entries()) {
    if (!equalBytes(leafHash(bytes, log.crypto), hashAt(leaves, offset)))
      throw logDamaged(`entry ${block * tileWidth + offset} was changed after it was written`);
  }
  return found;
}

/** An entry is one plain line of JSON without spaces, in which no string can hold these quotes. */
function isOfModel(bytes: Uint8Array, model: string | undefined): boolean {
  return (
    model === undefined || textOf(bytes)?.includes(`"model":${JSON.stringify(model)}`) !== false
  );
}

function entryOf(bytes: Uint8Array, index: number): LogEntry {
  const entry = parseEntry(bytes, index);
  if (typeof entry === "string") throw logDamaged(`entry ${index} cannot be read: ${entry}`);
  return entry;
}

function widthOf({ size }: Log, block: number): number {
  return widthIn(size, { level: 0, index: block });
}

function pathOf(block: number): string {
  return bundlePath(block, tileWidth);
}
