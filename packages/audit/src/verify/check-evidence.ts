import type { LogEntry, RegisteredEntry } from "@slipway/contracts";
import { hexOf } from "../bytes.ts";
import type { LogCrypto, ReadFiles } from "../log-crypto.ts";
import { blobPath } from "../paths.ts";
import type { Problem } from "./findings.ts";

/** A document that a registration names: it lies at one of the paths. */
type Named = {
  readonly entry: number;
  readonly what: string;
  readonly paths: readonly string[];
  readonly sha256: string;
};

/** Looks for the evidence and signatures that registrations name, and compares their digests. */
export async function checkEvidence(
  entries: readonly LogEntry[],
  read: ReadFiles,
  crypto: LogCrypto,
): Promise<{ readonly count: number; readonly problems: readonly Problem[] }> {
  const named = entries.filter((entry) => entry.type === "registered").flatMap(namedBy);
  const paths = [...new Set(named.flatMap((document) => document.paths))];
  const files = paths.length === 0 ? new Map<string, Uint8Array>() : await read(paths);
  const digests = new Map([...files].map(([path, bytes]) => [path, hexOf(crypto.sha256(bytes))]));
  const problems = named.flatMap(({ entry, what, paths, sha256 }) => {
    if (paths.some((path) => digests.get(path) === sha256)) return [];
    const there = paths.find((path) => digests.has(path));
    const detail =
      there === undefined
        ? `${what}, which entry ${entry} names, is missing: ${paths.join(" or ")}`
        : `${there} has other bytes than ${what} that entry ${entry} names`;
    return [{ entry, detail }];
  });
  return { count: named.length, problems };
}

function namedBy({ index, evidence, signature }: RegisteredEntry): Named[] {
  const documents = evidence.map(({ kind, name, digest }) => ({
    entry: index,
    what: `the evidence ${kind} ${name}`,
    // What lies below evidence/ may be of a later attempt at the same commit: promotions read the blob.
    paths: [blobPath(digest.sha256)],
    sha256: digest.sha256,
  }));
  if (signature === null) return documents;
  const { sha256 } = signature.digest;
  return [...documents, { entry: index, what: "the signature", paths: [blobPath(sha256)], sha256 }];
}
