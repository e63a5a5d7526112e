import { beginsWith, concatBytes, equalBytes } from "../bytes.ts";
import { unbundle } from "../entry-bytes.ts";
import { bundlePath, hashesAtLevel, levelsOf, tilePath, tileWidth, widthIn } from "../paths.ts";
import { hashAt, hashBytes, leafHash, treeHash } from "../tree-hash.ts";
import type { Problem } from "./findings.ts";
import type { Leaves, LogCopy } from "./log-copy.ts";

/** What is wrong with tiles and bundles, and which of their paths the log knows. */
export type TileFindings = { readonly problems: Problem[]; readonly known: Set<string> };

/**
 * Compares every tile and bundle with the leaves that were signed. Partial ones that larger ones replaced may be there
 * still, but only as they were.
 */
export function checkTiles(copy: LogCopy, leaves: Leaves): TileFindings {
  const found: TileFindings = { problems: [], known: new Set() };
  const { size } = copy.checkpoint;
  let hashes = leaves;
  for (let level = 0; level < levelsOf(size); level += 1) {
    const full: Uint8Array[] = [];
    for (let index = 0; index * tileWidth < hashesAtLevel(size, level); index += 1) {
      const width = widthIn(size, { level, index });
      const start = index * tileWidth * hashBytes;
      const content = hashes.subarray(start, start + width * hashBytes);
      checkTile(copy, { level, index, content }, found);
      if (level === 0) checkBundle(copy, { index, content }, found);
      if (width === tileWidth) full.push(treeHash(content, copy.crypto));
    }
    hashes = concatBytes(...full);
  }
  return found;
}

type Tile = { readonly level: number; readonly index: number; readonly content: Uint8Array };

function checkTile(copy: LogCopy, { level, index, content }: Tile, found: TileFindings): void {
  const width = content.length / hashBytes;
  const path = tilePath({ level, index, width });
  found.known.add(path);
  const tile = copy.files.get(path);
  if (tile === undefined) found.problems.push({ detail: `${path} is missing` });
  else if (!equalBytes(tile, content))
    found.problems.push({ detail: `${path} was changed: it is not made of the signed entries` });
  checkPartials(copy, found, {
    width,
    path: (part) => tilePath({ level, index, width: part }),
    isRight: (part, bytes) => bytes.length === part * hashBytes && beginsWith(content, bytes),
  });
}

function checkBundle(
  copy: LogCopy,
  { index, content }: Omit<Tile, "level">,
  found: TileFindings,
): void {
  const width = content.length / hashBytes;
  const path = bundlePath(index, width);
  found.known.add(path);
  const bundle = copy.files.get(path);
  const entries = bundle === undefined ? undefined : unbundle(bundle, width);
  if (bundle === undefined) found.problems.push({ detail: `${path} is missing` });
  else if (entries === undefined)
    found.problems.push({ detail: `${path} is no bundle of ${width} entries` });
  for (const [offset, bytes] of entries?.entries() ?? []) {
    if (equalBytes(leafHash(bytes, copy.crypto), hashAt(content, offset))) continue;
    const entry = index * tileWidth + offset;
    found.problems.push({ entry, detail: `entry ${entry} was changed in ${path}` });
  }
  checkPartials(copy, found, {
    width,
    path: (part) => bundlePath(index, part),
    isRight: (part, bytes) =>
      bundle !== undefined && beginsWith(bundle, bytes) && unbundle(bytes, part) !== undefined,
  });
}

type Partials = {
  readonly width: number;
  readonly path: (width: number) => string;
  readonly isRight: (width: number, bytes: Uint8Array) => boolean;
};

function checkPartials(copy: LogCopy, found: TileFindings, partials: Partials): void {
  for (let width = 1; width < partials.width; width += 1) {
    const path = partials.path(width);
    const bytes = copy.files.get(path);
    if (bytes === undefined) continue;
    found.known.add(path);
    if (!partials.isRight(width, bytes))
      found.problems.push({ detail: `${path}, which was replaced since, was changed` });
  }
}
