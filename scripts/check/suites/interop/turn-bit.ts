import { readFile, writeFile } from "node:fs/promises";

/** Turns one bit of the byte in the middle of what the pattern's group finds in a file. @throws Error where it finds nothing */
export async function turnBit(path: string, pattern: RegExp): Promise<void> {
  const bytes = await readFile(path);
  // One character for each byte, so that places in the text are places in the file.
  const found = new RegExp(pattern, "d").exec(bytes.toString("latin1"));
  const [start, end] = found?.indices?.[1] ?? [0, 0];
  const place = Math.floor((start + end) / 2);
  const byte = bytes[place];
  if (byte === undefined || end <= start) throw new Error(`${path} has nothing like ${pattern}`);
  bytes[place] = byte ^ 1;
  await writeFile(path, bytes);
}
