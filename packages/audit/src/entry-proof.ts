import type { LogEntry } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { base64Of, bytesOfBase64, equalBytes } from "./bytes.ts";
import { openCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { parseEntry } from "./entry-bytes.ts";
import type { LogCrypto, ReadFiles } from "./log-crypto.ts";
import { logDamaged } from "./log-damage.ts";
import type { VerifierKey } from "./log-keys.ts";
import type { Log } from "./open-log.ts";
import { entryPath } from "./paths.ts";
import { inclusionRanges, rangeHash, rootOfInclusion, subtreesOf } from "./proof-ranges.ts";
import { readTiles } from "./tiles.ts";
import { leafHash } from "./tree-hash.ts";

const firstLine = "c2sp.org/tlog-proof@v1";

/** An entry with a checkpoint that it lies under. */
export type ProvenEntry = {
  readonly entry: LogEntry;
  readonly index: number;
  readonly checkpoint: Checkpoint;
};

/**
 * A proof (C2SP tlog-proof) that entry `index` lies under the log's checkpoint; its line `extra` holds the entry.
 * @throws UserError SW4305 where the log has no such entry, or another one than it signed
 */
export async function proveEntry(read: ReadFiles, log: Log, index: number): Promise<string> {
  const path = entryPath(index);
  const bytes = (await read([path])).get(path);
  if (bytes === undefined || log.checkpoint === undefined || index >= log.size)
    throw logDamaged(`the log of size ${log.size} has no entry ${index}`);
  const ranges = inclusionRanges(index, log.size);
  const tiles = await readTiles(read, log, ranges.flatMap(subtreesOf));
  const hashes = ranges.map((range) => rangeHash(range, tiles.hashOf, log.crypto));
  const leaf = leafHash(bytes, log.crypto);
  const root = rootOfInclusion({ leaf, index, size: log.size, hashes }, log.crypto);
  if (root === undefined || !equalBytes(root, log.root))
    throw logDamaged(`entry ${index} was changed after it was written`);
  const lines = [firstLine, `extra ${base64Of(bytes)}`, `index ${index}`, ...hashes.map(base64Of)];
  return `${lines.join("\n")}\n\n${log.checkpoint}`;
}

/**
 * Reads a proof of {@link proveEntry} and checks it against the key alone.
 * @throws UserError SW4305 where the entry is not under the checkpoint, SW4304 where that is not one of the key, SW4301
 */
export function openProof(text: string, key: VerifierKey, crypto: LogCrypto): ProvenEntry {
  const gap = text.indexOf("\n\n");
  const [header, extra = "", indexLine = "", ...lines] = text
    .slice(0, Math.max(0, gap))
    .split("\n");
  if (header !== firstLine) throw notProven("it is no proof of the form c2sp.org/tlog-proof@v1");
  const bytes = bytesOfBase64(extra.replace(/^extra /, ""));
  if (!extra.startsWith("extra ") || bytes === undefined)
    throw notProven("it does not hold its entry");
  if (!/^index (0|[1-9][0-9]{0,15})$/.test(indexLine)) throw notProven("it names no index");
  const index = Number(indexLine.slice("index ".length));
  const hashes = lines.map((line) => bytesOfBase64(line)).filter((hash) => hash?.length === 32);
  if (hashes.length !== lines.length) throw notProven("one of its hashes cannot be read");
  const checkpoint = openCheckpoint(text.slice(gap + 2), key, crypto);
  const proof = {
    leaf: leafHash(bytes, crypto),
    index,
    size: checkpoint.size,
    hashes: hashes.filter((hash) => hash !== undefined),
  };
  const root = rootOfInclusion(proof, crypto);
  if (root === undefined || !equalBytes(root, checkpoint.root))
    throw notProven(`its entry ${index} is not under the root of its checkpoint`);
  const entry = parseEntry(bytes, index);
  if (typeof entry === "string") throw notProven(`its entry ${index} cannot be read: ${entry}`);
  return { entry, index, checkpoint };
}

function notProven(detail: string): UserError {
  return new UserError({
    code: "SW4305",
    message: `the proof is refused: ${detail}`,
    remedy:
      "Fetch the proof again from where the model was published. It fits one entry and one key: `audit: { key: … }` of slipway.yaml.",
  });
}
