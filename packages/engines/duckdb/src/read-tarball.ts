const blockBytes = 512;

/**
 * Takes the named files out of an unpacked npm tarball; every other entry is passed over, whatever its name.
 * Only plain files directly below `package/` can be named, so no entry can lead anywhere else.
 * @throws Error where the archive is damaged, or a named entry is not a plain file
 */
export function readTarball(
  tar: Uint8Array,
  names: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (let offset = 0; offset + blockBytes <= tar.length;) {
    const header = tar.subarray(offset, offset + blockBytes);
    if (header.every((byte) => byte === 0)) break;
    const entry = readHeader(header);
    const start = offset + blockBytes;
    if (start + entry.sizeBytes > tar.length) throw new Error("The archive is cut off.");
    const name = names.find((each) => entry.path === `package/${each}`);
    if (name !== undefined) {
      if (!entry.isFile) throw new Error(`${name} in the archive is not a plain file.`);
      files.set(name, tar.subarray(start, start + entry.sizeBytes));
    }
    offset = start + Math.ceil(entry.sizeBytes / blockBytes) * blockBytes;
  }
  return files;
}

type Entry = { readonly path: string; readonly sizeBytes: number; readonly isFile: boolean };

function readHeader(header: Uint8Array): Entry {
  let sum = 0;
  header.forEach((byte, index) => {
    sum += index >= 148 && index < 156 ? 32 : byte;
  });
  if (sum !== octal(header, 148, 8)) throw new Error("The archive is damaged.");
  const prefix = text(header, 345, 155);
  const name = text(header, 0, 100);
  const type = header[156];
  return {
    path: prefix === "" ? name : `${prefix}/${name}`,
    sizeBytes: octal(header, 124, 12),
    isFile: type === 0 || type === 48,
  };
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, start: number, length: number): number {
  const digits = text(header, start, length).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error("The archive is damaged.");
  return parseInt(digits, 8);
}
