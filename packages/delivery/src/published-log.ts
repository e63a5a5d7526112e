import { readEntries, type Log, type ReadFiles } from "@slipway/audit";
import { UserError } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import { publishedEntry } from "@slipway/registry";

/**
 * Compares the log with what its tags have published of it: each names an entry and the digest that is in it.
 * Only the newest entry that was published is looked at, which every older one lies before.
 * @throws UserError SW4306 for a log that was cut off or replaced
 */
export async function demandPublished(
  tags: readonly TagRecord[],
  log: Log,
  read: ReadFiles,
): Promise<void> {
  let newest: { entry: number; digest: string; name: string } | undefined;
  for (const { name, annotated, message } of tags) {
    const found = annotated ? publishedEntry(message) : undefined;
    if (found !== undefined && found.entry >= (newest?.entry ?? 0)) newest = { ...found, name };
  }
  if (newest === undefined) return;
  if (newest.entry >= log.size) throw shorter(newest, log.size);
  const [entry] = await readEntries(read, log, { from: newest.entry, to: newest.entry + 1 });
  if (`sha256:${entry?.digest.sha256 ?? ""}` !== newest.digest) throw replaced(newest);
}

function shorter({ name, entry }: { name: string; entry: number }, size: number): UserError {
  return new UserError({
    code: "SW4306",
    message: `the tag ${name} names entry ${entry} of the log, which has ${size} entries now: its end was cut off`,
    remedy,
  });
}

function replaced({ name, entry }: { name: string; entry: number }): UserError {
  return new UserError({
    code: "SW4306",
    message: `entry ${entry} of the log is about other bytes than the tag ${name} says: the log was replaced`,
    remedy,
  });
}

const remedy =
  "Find out who rewrote the branch (the repository's activity page lists force pushes), and restore it: git push --force origin OLD_COMMIT:refs/heads/slipway. `slipway verify audit` tells when it is whole.";
