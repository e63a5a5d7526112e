import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

const pieceBytes = 1 << 20;
// Neither a link nor a pipe that took a file's place meanwhile is opened; on Windows both flags are undefined, which is 0 here.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The memory of one reader: a piece that is hashed, and one that is filled meanwhile. */
export type Pieces = { readonly first: Buffer; readonly second: Buffer };

/** Memory for a reader, which it uses for all its files: fresh memory for each costs more than hashing a small one. */
export function newPieces(): Pieces {
  return { first: Buffer.allocUnsafeSlow(pieceBytes), second: Buffer.allocUnsafeSlow(pieceBytes) };
}

/** SHA-256 and size of a file, read in pieces: the next one is on its way while this one is hashed. */
export async function hashFile(
  path: string | Buffer,
  pieces: Pieces,
): Promise<{ digest: { sha256: string }; sizeBytes: number }> {
  const file = await open(path, flags);
  try {
    return await hashPieces(file, pieces);
  } finally {
    await file.close();
  }
}

async function hashPieces(file: FileHandle, { first, second }: Pieces) {
  const hash = createHash("sha256");
  let [filled, spare] = [first, second];
  let sizeBytes = 0;
  let next = file.read(filled, 0, pieceBytes, 0);
  for (;;) {
    const { bytesRead } = await next;
    if (bytesRead === 0) return { digest: { sha256: hash.digest("hex") }, sizeBytes };
    sizeBytes += bytesRead;
    next = file.read(spare, 0, pieceBytes, sizeBytes);
    hash.update(filled.subarray(0, bytesRead));
    [filled, spare] = [spare, filled];
  }
}
