import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { PinnedFile } from "./pins.ts";

const chunkBytes = 4 * 2 ** 20;

/** A file that is not what is pinned; `actual` is its SHA-256, and absent where the file is. */
export type WrongFile = {
  readonly path: string;
  readonly expected: string;
  readonly actual?: string;
};

/** Hashes the pinned files of a folder, and gives those that differ or are missing. */
export async function findWrongFiles(
  folder: string,
  files: readonly PinnedFile[],
): Promise<readonly WrongFile[]> {
  const results = await Promise.all(
    files.map(async ({ name, sha256 }): Promise<WrongFile | undefined> => {
      const path = join(folder, name);
      const actual = await hashFile(path);
      if (actual === sha256) return undefined;
      return { path, expected: sha256, ...(actual === undefined ? {} : { actual }) };
    }),
  );
  return results.filter((result) => result !== undefined);
}

async function hashFile(path: string): Promise<string | undefined> {
  try {
    const hash = createHash("sha256");
    await using file = await open(path);
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(buffer.subarray(0, bytesRead));
    }
  } catch {
    return undefined;
  }
}
