import { crc32, inflateRawSync } from "node:zlib";

/** A file of a zip archive as its directory lists it; nothing of it is believed before it is read. */
export type ZipEntry = {
  readonly name: string;
  /** Whether it is a plain file: no folder, link or device. */
  readonly isFile: boolean;
  readonly sizeBytes: number;
  readonly packedBytes: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const endBytes = 22;

/** The files that a zip lists, without unpacking any. @throws Error for what is no zip; zip64 is none here */
export function zipEntries(zip: Buffer): readonly ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new Error("damaged directory");
    const nameBytes = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameBytes);
    const type = (zip.readUInt32LE(at + 38) >>> 28) & 0xf;
    entries.push({
      name,
      // The upper bits are the mode of Unix; 0 where the system that made it has none.
      isFile: (type === 0 || type === 8) && !name.endsWith("/"),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packedBytes: zip.readUInt32LE(at + 20),
      sizeBytes: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks one file, and never more of it than the directory lists. @throws Error where it is not what was listed */
export function unpackEntry(zip: Buffer, entry: ZipEntry): Buffer {
  const { offset, packedBytes, sizeBytes, method } = entry;
  if (zip.readUInt32LE(offset) !== fileSignature || entry.isEncrypted) throw new Error("damaged");
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  if (start + packedBytes > zip.length) throw new Error("cut off");
  const packed = zip.subarray(start, start + packedBytes);
  if (method !== 0 && method !== 8) throw new Error(`unknown method ${method}`);
  const bytes =
    method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, sizeBytes) });
  if (bytes.length !== sizeBytes || crc32(bytes) !== entry.crc) throw new Error("damaged");
  return bytes;
}

function findEnd(zip: Buffer): number {
  // A comment of up to 65,535 bytes may follow.
  const last = zip.length - endBytes;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  throw new Error("no directory");
}
