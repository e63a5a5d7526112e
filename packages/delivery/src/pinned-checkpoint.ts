import type { Checkpoint, Log } from "@slipway/audit";

/** What a deployment's payload remembers of a log, in the form in which it is compared; `root` has 64 hexadecimal digits. */
export function pinnedCheckpoint(
  { key }: Log,
  { size, root }: { readonly size: number; readonly root: string },
): Checkpoint {
  const bytes = Uint8Array.from({ length: root.length / 2 }, (_, at) =>
    Number.parseInt(root.slice(at * 2, at * 2 + 2), 16),
  );
  return { origin: key.name, size, root: bytes };
}
