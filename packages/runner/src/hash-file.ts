import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";

const pieceBytes = 1 << 20;
// Neither a link nor a pipe that took a file's place meanwhile is opened; on Windows both flags are undefined, which is 0 here.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** SHA-256 and size of a file, read in pieces: the next one is on its way while this one is hashed. */
export async function hashFile(
  path: string | Buffer,
): Promise<{ digest: { sha256: string }; sizeBytes: number }> {
  const file = await open(path, flags);
  try {
    const { size } = await file.stat();
    return await hashPieces(file, Math.min(pieceBytes, size + 1));
  } finally {
    await file.close();
  }
}

async function hashPieces(file: FileHandle, length: number) {
  const hash = createHash("sha256");
  let [filled, spare] = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(length)];
  let sizeBytes = 0;
  let next = file.read(filled, 0, length, 0);
  for (;;) {
    const { bytesRead } = await next;
    if (bytesRead === 0) return { digest: { sha256: hash.digest("hex") }, sizeBytes };
    sizeBytes += bytesRead;
    next = file.read(spare, 0, length, sizeBytes);
    hash.update(filled.subarray(0, bytesRead));
    [filled, spare] = [spare, filled];
  }
}
