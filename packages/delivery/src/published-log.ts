import type { LogEntry } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import { parseGtoTag, publishedEntry } from "@slipway/registry";

/**
 * Compares the log with what the registry's tags have published of it: each names an entry, which is still there, and
 * each of this model the digest that is in it. Every tag counts, since whoever can replace the log can also add one
 * that fits.
 * @throws UserError SW4306 for a log that was cut off or replaced
 */
export function demandPublished(
  tags: readonly TagRecord[],
  log: {
    readonly size: number;
    readonly model: string;
    /** Those of the model. */
    readonly entries: readonly LogEntry[];
  },
): void {
  const digests = new Map(log.entries.map(({ index, digest }) => [index, digest.sha256]));
  for (const { name, annotated, message } of tags) {
    const found = annotated ? publishedEntry(message) : undefined;
    if (found === undefined) continue;
    if (found.entry >= log.size) throw shorter({ name, entry: found.entry }, log.size);
    if (parseGtoTag(name)?.artifact !== log.model) continue;
    if (`sha256:${digests.get(found.entry) ?? ""}` !== found.digest)
      throw replaced({ name, entry: found.entry });
  }
}

function shorter({ name, entry }: { name: string; entry: number }, size: number): UserError {
  return new UserError({
    code: "SW4306",
    message: `the tag ${name} names entry ${entry} of the log, which has ${size} entries now: its end was cut off`,
    remedy: remedyFor(name),
  });
}

function replaced({ name, entry }: { name: string; entry: number }): UserError {
  return new UserError({
    code: "SW4306",
    message: `entry ${entry} of the log is about other bytes than the tag ${name} says: the log was replaced`,
    remedy: remedyFor(name),
  });
}

function remedyFor(name: string): string {
  return [
    "Find out who rewrote the branch (the repository's activity page lists force pushes), and restore it: git push --force origin OLD_COMMIT:refs/heads/slipway. `slipway verify audit` tells when it is whole.",
    `Where the branch was never rewritten, somebody made the tag by hand: git push origin --delete ${JSON.stringify(`refs/tags/${name}`)}`,
  ].join("\n");
}
