import { logEntrySchema, type LogEntry } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import { bytesOf, concatBytes, textOf } from "./bytes.ts";

// A bundle writes the length of an entry in two bytes.
const maxEntryBytes = 65_535;

/** The bytes of an entry, which are its leaf: one line of JSON without spaces, and its newline. @throws UserError SW4307 */
export function bytesOfEntry(entry: LogEntry): Uint8Array {
  const bytes = bytesOf(`${JSON.stringify(logEntrySchema.parse(entry))}\n`);
  if (bytes.length <= maxEntryBytes) return bytes;
  throw new UserError({
    code: "SW4307",
    message: `the entry would have ${bytes.length} bytes, and an entry of the log has at most ${maxEntryBytes}`,
    remedy:
      "Shorten what makes it long: the reason, or the number of evaluations, approvals and authors that it names.",
  });
}

/** Reads the bytes of an entry; a text says what is wrong with them. */
export function parseEntry(bytes: Uint8Array, index: number): LogEntry | string {
  const line = bytes.length <= maxEntryBytes ? textOf(bytes) : undefined;
  if (line === undefined) return "it is no text, or too long";
  const value = valueOf(line);
  const result = logEntrySchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    return `it does not fit its schema: ${issue?.path.map(String).join(".") ?? ""} ${issue?.message ?? ""}`;
  }
  // Another spelling, such as a key that occurs twice, would mean different things to different readers.
  if (`${JSON.stringify(value)}\n` !== line) return "it is not one plain line of JSON";
  if (result.data.index !== index) return `it says that it is entry ${result.data.index}`;
  return result.data;
}

function valueOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** An entry with its length in two bytes before it, as bundles hold it (C2SP tlog-tiles). */
export function bundled(entry: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(entry.length >> 8, entry.length & 255), entry);
}

/** The entries of a bundle, or `undefined` where it is not made of exactly `count`. */
export function unbundle(bundle: Uint8Array, count: number): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset + 2 <= bundle.length) {
    const end = offset + 2 + ((bundle[offset] ?? 0) << 8) + (bundle[offset + 1] ?? 0);
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(offset + 2, end));
    offset = end;
  }
  return offset === bundle.length && entries.length === count ? entries : undefined;
}
