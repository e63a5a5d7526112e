import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { EvaluationEvidence } from "@slipway/contracts";
import type { EvidenceFolder, SqlSession } from "@slipway/ports";
import type { Results } from "../results/read-results.ts";
import { identifier, literal } from "../results/sql-text.ts";

/** Items above this size do not travel: a branch is no place for large files. */
const mostItemBytes = 24 * 1024 * 1024;

/** Where items are written, and the size above which they stay behind. */
export type ItemTarget = {
  readonly folder: EvidenceFolder;
  /** Default 24 MiB. */
  readonly maxItemBytes?: number;
};

/** Writes what pairing needs of each item as compact Parquet, named by the digest of its bytes. */
export async function writeItems(
  results: Results,
  session: SqlSession,
  { folder, maxItemBytes = mostItemBytes }: ItemTarget,
): Promise<EvaluationEvidence["items"]> {
  const rows = results.items.n;
  const { roles, table } = results;
  if (roles.id === undefined)
    return { rows, notice: "the results name no id, so later changes cannot be paired with them" };
  const columns = [
    "id",
    "label",
    ...(roles.prediction === undefined ? [] : ["prediction"]),
    ...roles.scores.map(
      ({ className }, index) =>
        `score_${index} AS ${identifier(className === undefined ? "score" : `score:${className}`)}`,
    ),
    ...(roles.weight === undefined ? [] : ["weight"]),
  ];
  const temporary = join(folder.path, `items-${table}-${process.pid}.parquet`);
  try {
    const query = `SELECT ${columns.join(", ")} FROM ${table}`;
    await session.run(
      `COPY (${query}) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    const sizeBytes = (await stat(temporary)).size;
    if (sizeBytes > maxItemBytes)
      return { rows, sizeBytes, notice: tooLarge(sizeBytes, maxItemBytes) };
    const digest = { sha256: await hashOf(temporary) };
    await rename(temporary, folder.blobPath(digest));
    return { digest, sizeBytes, rows };
  } finally {
    await rm(temporary, { force: true });
  }
}

function tooLarge(sizeBytes: number, limit: number): string {
  const [size, most] = [sizeBytes, limit].map((bytes) => (bytes / 1024 / 1024).toFixed(1));
  return `the items take ${size} MiB, more than the ${most} MiB that travel with evidence: later changes are judged by unpaired bounds`;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path))
    if (chunk instanceof Uint8Array) hash.update(chunk);
  return hash.digest("hex");
}
