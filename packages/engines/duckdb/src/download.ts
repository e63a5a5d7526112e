import { UserError } from "@slipway/kernel";
import { setTimeout as wait } from "node:timers/promises";
import type { PinnedPackage } from "./pins.ts";
import { authorizationFor, type Registry } from "./registry.ts";

const maxMetadataBytes = 32 * 2 ** 20;

/** A download: what, from where, and how patiently. */
export type Download = {
  readonly name: string;
  readonly version: string;
  readonly pinned: PinnedPackage;
  readonly registry: Registry;
  readonly fetch: typeof fetch;
  /** How long a server may be silent. */
  readonly timeoutMs?: number;
  /** The pauses before a second and a third attempt. */
  readonly pausesMs?: readonly number[];
};

/**
 * Fetches a tarball from the usual place of the registry, or from where its metadata says where that is empty. Three attempts
 * are made where the network or the server fails; the bytes still have to be checked.
 * @throws UserError SW6003
 */
export async function downloadTarball(download: Download): Promise<Buffer> {
  const { registry, name, version, pinned } = download;
  const file = `${name.split("/").at(-1) ?? name}-${version}.tgz`;
  const usual = new URL(`${registry.url}/${name}/-/${file}`);
  try {
    const tarball = await request(download, usual, pinned.tarballBytes);
    if (tarball !== undefined) return tarball;
    const listed = await readAddress(download);
    const other = listed && (await request(download, listed, pinned.tarballBytes));
    if (other !== undefined) return other;
    throw new Refusal(`${usual.host} has no ${name} ${version}`);
  } catch (cause) {
    throw new UserError({
      code: "SW6003",
      message: `DuckDB (${file}) cannot be fetched from ${usual.host}: ${reasonOf(cause)}.`,
      remedy:
        "Check the address and the token of the npm registry (npm_config_registry, .npmrc), or let the input " +
        "duckdb-binding name a folder that holds DuckDB's binding.",
      cause,
    });
  }
}

/** An answer that a second attempt would not change. */
class Refusal extends Error {}

/** Nothing of a server's text is repeated: it may hold anything. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Refusal || cause instanceof Trouble) return cause.message;
  return "the connection failed";
}

class Trouble extends Error {}

async function readAddress(download: Download): Promise<URL | undefined> {
  const { registry, name, version } = download;
  const metadata = new URL(`${registry.url}/${name.replace("/", "%2f")}`);
  const body = await request(download, metadata, maxMetadataBytes);
  if (body === undefined) return undefined;
  const address = tarballOf(body.toString("utf8"), version);
  const url = typeof address === "string" && URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

function tarballOf(metadata: string, version: string): unknown {
  try {
    return ["versions", version, "dist", "tarball"].reduce<unknown>(property, JSON.parse(metadata));
  } catch {
    return undefined;
  }
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** The body, or nothing for a 404. */
async function request(
  download: Download,
  url: URL,
  maxBytes: number,
): Promise<Buffer | undefined> {
  for (const pauseMs of download.pausesMs ?? [500, 2000]) {
    try {
      return await requestOnce(download, url, maxBytes);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      await wait(pauseMs);
    }
  }
  return requestOnce(download, url, maxBytes);
}

async function requestOnce(
  download: Download,
  url: URL,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const silence = new AbortController();
  const timeoutMs = download.timeoutMs ?? 30_000;
  const timer = setTimeout(() => silence.abort(new Trouble("no answer in time")), timeoutMs);
  try {
    const headers = authorizationFor(download.registry, url);
    const response = await download.fetch(url, { headers, signal: silence.signal });
    if (response.status === 404) return undefined;
    if (!response.ok) throw statusError(response.status);
    const chunks: Uint8Array[] = [];
    let sizeBytes = 0;
    for await (const part of response.body ?? []) {
      const chunk: unknown = part;
      if (!(chunk instanceof Uint8Array)) continue;
      timer.refresh();
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) throw new Refusal("the answer is larger than it may be");
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
    // Lets go of a body that was not read to its end.
    silence.abort();
  }
}

function statusError(status: number): Error {
  const message = `it answers with status ${status}`;
  return status >= 500 || status === 408 || status === 429
    ? new Trouble(message)
    : new Refusal(message);
}
