/** Hashes of a full tile, and entries of a full bundle (C2SP tlog-tiles). */
export const tileWidth = 256;

/** The signed tree head. */
export const checkpointPath = "checkpoint";

/** The key of the log, for tools that read C2SP policies: a convenience, never what is trusted. */
export const policyPath = "policy.tlog-policy";

/** Which tile, and how many hashes it has: 256 for a full one. */
export type TileName = { readonly level: number; readonly index: number; readonly width: number };

/** `tile/LEVEL/INDEX`, with `.p/WIDTH` for a partial one (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: TileName): string {
  return `tile/${level}/${partsOf(index)}${partialOf(width)}`;
}

/** `tile/entries/INDEX`, with `.p/WIDTH` for a partial one (C2SP tlog-tiles). */
export function bundlePath(index: number, width: number): string {
  return `tile/entries/${partsOf(index)}${partialOf(width)}`;
}

/** `entries/THOUSANDS/INDEX.json`, the file of one entry. */
export function entryPath(index: number): string {
  const folder = String(Math.floor(index / 1000)).padStart(3, "0");
  return `entries/${folder}/${String(index).padStart(6, "0")}.json`;
}

/** The pointer of a model in an environment. */
export function pointerPath(environment: string, model: string): string {
  return `environments/${environment}/${model}.json`;
}

/** The file of a registered version. */
export function versionPath(model: string, version: string): string {
  return `models/${model}/${version}.json`;
}

/** Where evidence of a commit lies. */
export function evidencePath(
  commit: string,
  { kind, name }: { readonly kind: string; readonly name: string },
): string {
  return `evidence/${commit}/${kind}-${name}.json`;
}

/** Where a blob lies, by the 64 hexadecimal digits of its SHA-256. */
export function blobPath(sha256: string): string {
  return `blobs/sha256/${sha256}`;
}

/** How many hashes level `level` of a tree of `size` leaves has: those of full tiles below, or the leaves. */
export function hashesAtLevel(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** Levels that a tree of `size` leaves has tiles of. */
export function levelsOf(size: number): number {
  let levels = 0;
  while (hashesAtLevel(size, levels) > 0) levels += 1;
  return levels;
}

/** The width that tile `index` of `level` has in a tree of `size` leaves. */
export function widthIn(size: number, { level, index }: Omit<TileName, "width">): number {
  return Math.min(tileWidth, hashesAtLevel(size, level) - index * tileWidth);
}

function partsOf(index: number): string {
  const last = String(index % 1000).padStart(3, "0");
  return index < 1000 ? last : `${foldersOf(Math.floor(index / 1000))}/${last}`;
}

function foldersOf(index: number): string {
  const last = `x${String(index % 1000).padStart(3, "0")}`;
  return index < 1000 ? last : `${foldersOf(Math.floor(index / 1000))}/${last}`;
}

function partialOf(width: number): string {
  return width === tileWidth ? "" : `.p/${width}`;
}
