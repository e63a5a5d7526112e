import { crc32, deflateRawSync } from "node:zlib";

/** A file for a zip; `listedBytes` and `mode` make it lie about its size, or be a link. */
export type ZipFile = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly mode?: number;
  readonly listedBytes?: number;
};

/** A zip as an attacker would write it by hand: nothing is checked. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644, listedBytes } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(listedBytes ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const path = Buffer.from(name);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(((mode & 0xffff) << 16) >>> 0, 6);
    more.writeUInt32LE(offset, 10);
    // Made by Unix, so that the mode counts.
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x03"), common, more, path]));
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
