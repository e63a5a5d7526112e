import { UserError } from "@slipway/kernel";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { findWrongFiles, type WrongFile } from "./check-files.ts";
import { downloadTarball } from "./download.ts";
import { pinnedFiles } from "./pinned-files.ts";
import type { PinnedPackage, Pins } from "./pins.ts";
import { findPlatform, type Platform } from "./platform.ts";
import { readTarball } from "./read-tarball.ts";
import type { Registry } from "./registry.ts";

/** Where a binding may come from. */
export type BindingSources = {
  /** A folder that holds `duckdb.node` and the library beside it; with it nothing else is tried. */
  readonly bindingFolder?: string;
  /** The folder below which downloads are kept; see `findToolCache`. */
  readonly toolCache: string;
  /** Asked only where a download is needed; see `findRegistry`. */
  readonly registry: () => Promise<Registry>;
  readonly platform?: Platform;
  readonly fetch?: typeof fetch;
  /** What the binding must be; the pins of this version unless a test brings its own. */
  readonly pins?: Pins;
  readonly timeoutMs?: number;
  readonly pausesMs?: readonly number[];
};

/**
 * Gives the absolute path of a `duckdb.node` whose bytes, and those of the library beside it, are the pinned ones: from the
 * folder given, else from the tool cache, else from the registry. Jobs that share a tool cache may call it at once.
 * @throws UserError SW6001 to SW6006
 */
export async function provideBinding(sources: BindingSources): Promise<string> {
  const platform = sources.platform ?? findPlatform();
  const pins = sources.pins ?? pinnedFiles;
  const pinned = pins.packages[platform];
  const name = `@duckdb/node-bindings-${platform}`;
  if (sources.bindingFolder !== undefined) {
    return checkGiven(sources.bindingFolder, pinned, `${name}@${pins.version}`);
  }
  const folder = join(resolve(sources.toolCache), "slipway-duckdb", pins.version, platform);
  const binding = join(folder, "duckdb.node");
  if ((await findWrongFiles(folder, pinned.files)).length === 0) return binding;
  const tarball = await downloadTarball({
    fetch: globalThis.fetch,
    ...sources,
    name,
    version: pins.version,
    pinned,
    registry: await sources.registry(),
  });
  await store(await unpack(tarball, pinned), folder, pinned);
  return binding;
}

async function checkGiven(given: string, pinned: PinnedPackage, source: string): Promise<string> {
  const folder = resolve(given);
  const [wrong] = await findWrongFiles(folder, pinned.files);
  if (wrong === undefined) return join(folder, "duckdb.node");
  throw new UserError({
    code: "SW6002",
    message: `The folder given as duckdb-binding does not hold the binding of ${source}: ${describe(wrong)}.`,
    remedy: `Fetch it with "npm pack ${source}" and unpack it there, or leave duckdb-binding out so that it is fetched.`,
  });
}

function describe({ path, expected, actual }: WrongFile): string {
  return actual === undefined
    ? `${path} is missing or cannot be read`
    : `${path} has SHA-256 ${actual}, pinned is ${expected}`;
}

type Files = ReadonlyMap<string, Uint8Array>;

/** The tarball is compared before it is unpacked, so that nothing unknown reaches the decompressor. */
async function unpack(tarball: Buffer, pinned: PinnedPackage): Promise<Files> {
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  if (integrity !== pinned.integrity) {
    throw wrongDownload(`the tarball is ${integrity}, pinned is ${pinned.integrity}`);
  }
  const names = pinned.files.map(({ name }) => name);
  const files = await readArchive(tarball, names);
  for (const { name, sha256 } of pinned.files) {
    const bytes = files.get(name);
    const actual = bytes && createHash("sha256").update(bytes).digest("hex");
    if (actual !== sha256) throw wrongDownload(`${name} is ${actual ?? "missing"}, not ${sha256}`);
  }
  return files;
}

async function readArchive(tarball: Buffer, names: readonly string[]): Promise<Files> {
  try {
    return readTarball(await promisify(gunzip)(tarball), names);
  } catch (cause) {
    throw wrongDownload(cause instanceof Error ? cause.message : "it cannot be unpacked", cause);
  }
}

function wrongDownload(difference: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW6004",
    message: `The registry's DuckDB is not the one that Slipway was built for: ${difference.replace(/\.$/, "")}.`,
    remedy:
      "Nothing of it was kept. Find out why the registry serves other bytes (a mirror that repacks, a proxy's error page, " +
      "an attack), or let the input duckdb-binding name a folder that holds the published files.",
    cause,
  });
}

async function store(files: Files, folder: string, pinned: PinnedPackage): Promise<void> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    await writeAtOnce(files, folder, pinned);
  } catch (cause) {
    throw new UserError({
      code: "SW6006",
      message: `DuckDB cannot be stored in ${folder}.`,
      remedy:
        "Make that folder writable with some 150 MB of space, point RUNNER_TOOL_CACHE to another one, or let the input " +
        "duckdb-binding name a folder that holds DuckDB's binding.",
      cause,
    });
  }
}

async function writeAtOnce(files: Files, folder: string, pinned: PinnedPackage): Promise<void> {
  // Beside the target, so that moving it there is one step on one disk.
  const partial = `${folder}.${randomUUID()}`;
  await mkdir(partial);
  try {
    for (const [name, bytes] of files) await writeFile(join(partial, name), bytes);
    await moveInto(partial, folder, pinned);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** A folder that is already there is another job's, or damaged: the first is as good as ours, the second makes way. */
async function moveInto(partial: string, folder: string, pinned: PinnedPackage): Promise<void> {
  try {
    await rename(partial, folder);
  } catch {
    if ((await findWrongFiles(folder, pinned.files)).length === 0) return;
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  }
}
