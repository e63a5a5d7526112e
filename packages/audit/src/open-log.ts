import { equalBytes, hexOf, textOf } from "./bytes.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { edgeTiles, rootOfEdge, type Edge } from "./edge.ts";
import { unbundle } from "./entry-bytes.ts";
import type { LogCrypto, ReadFiles } from "./log-crypto.ts";
import { logDamaged } from "./log-damage.ts";
import { demandKeyId, type VerifierKey } from "./log-keys.ts";
import { bundlePath, checkpointPath, entryPath, levelsOf, tilePath, tileWidth } from "./paths.ts";
import { hashAt, hashBytes, leafHash, treeHash } from "./tree-hash.ts";
import { UserError } from "@slipway/kernel";

/** A log as its checkpoint describes it: enough to add an entry, and to judge whatever else is read of it. */
export type Log = {
  readonly size: number;
  readonly root: Uint8Array;
  readonly rootHex: string;
  /** The signed note; `undefined` for a log that does not exist yet. */
  readonly checkpoint: string | undefined;
  readonly key: VerifierKey;
  readonly crypto: LogCrypto;
  /** The partial tiles, which make the root. */
  readonly edge: Edge;
  /** The entry bundle that is not full yet. */
  readonly tail: Uint8Array;
};

// Whatever log there is has these: tiles and entries without a checkpoint are no empty log.
const firstFiles = [
  entryPath(0),
  tilePath({ level: 0, index: 0, width: 1 }),
  tilePath({ level: 0, index: 0, width: tileWidth }),
  bundlePath(0, 1),
  bundlePath(0, tileWidth),
];

/**
 * Opens the log that `key` signs, from its checkpoint, its partial tiles and its last entry bundle alone.
 * No such files are a log of size 0.
 * @throws UserError SW4304 without a checkpoint of that key, SW4305 where the files are not those it signs, SW4301
 */
export async function openLog(read: ReadFiles, key: VerifierKey, crypto: LogCrypto): Promise<Log> {
  demandKeyId(key, crypto);
  const bytes = (await read([checkpointPath])).get(checkpointPath);
  if (bytes === undefined) {
    if ((await read(firstFiles)).size > 0) throw noCheckpoint();
    return emptyLog(key, crypto);
  }
  const checkpoint = textOf(bytes) ?? "";
  const { size, root } = openCheckpoint(checkpoint, key, crypto);
  const log = { size, root, rootHex: hexOf(root), checkpoint, key, crypto };
  const whole = { ...log, ...(await readEdge(read, size)) };
  if (!equalBytes(rootOfEdge(whole.edge, crypto), root))
    throw logDamaged(
      `the tiles of the log do not have the root that its checkpoint of size ${size} signs`,
    );
  demandTail(whole);
  return whole;
}

function emptyLog(key: VerifierKey, crypto: LogCrypto): Log {
  const root = treeHash(new Uint8Array(), crypto);
  const nothing = { checkpoint: undefined, edge: [], tail: new Uint8Array() };
  return { size: 0, root, rootHex: hexOf(root), key, crypto, ...nothing };
}

async function readEdge(read: ReadFiles, size: number): Promise<Pick<Log, "edge" | "tail">> {
  const names = edgeTiles(size);
  const tailWidth = size % tileWidth;
  const tail = tailWidth === 0 ? [] : [bundlePath(Math.floor(size / tileWidth), tailWidth)];
  const files = await read([...names.map(tilePath), ...tail]);
  const edge = Array.from({ length: levelsOf(size) }, () => new Uint8Array());
  for (const name of names) {
    const tile = files.get(tilePath(name));
    if (tile?.length !== name.width * hashBytes) throw missingPart(tilePath(name), tile);
    edge[name.level] = tile.slice();
  }
  const [path] = tail;
  if (path === undefined) return { edge, tail: new Uint8Array() };
  const bundle = files.get(path);
  if (bundle === undefined) throw missingPart(path, bundle);
  return { edge, tail: bundle };
}

/** The next bundle begins with this one: what is wrong in it would be copied on. */
function demandTail({ size, tail, edge, crypto }: Log): void {
  const width = size % tileWidth;
  const entries = unbundle(tail, width);
  const leaves = edge[0] ?? new Uint8Array();
  const path = bundlePath(Math.floor(size / tileWidth), width);
  if (entries === undefined) throw logDamaged(`${path} is not a bundle of ${width} entries`);
  const wrong = entries.findIndex(
    (entry, index) => !equalBytes(leafHash(entry, crypto), hashAt(leaves, index)),
  );
  if (wrong !== -1)
    throw logDamaged(`entry ${size - width + wrong} in ${path} was changed after it was written`);
}

function missingPart(path: string, found: Uint8Array | undefined) {
  return logDamaged(
    found === undefined
      ? `the log lacks ${path}, which its checkpoint needs`
      : `${path} of the log has ${found.length} bytes, which is not its size`,
  );
}

function noCheckpoint(): UserError {
  return new UserError({
    code: "SW4304",
    message: "the log has entries or tiles, but no checkpoint",
    remedy:
      "Somebody removed it: see the branch's history (git log), and restore the last good commit of the branch.",
  });
}
