import type { LogEntry } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { TagRecord } from "@slipway/ports";
import { parseGtoTag, publishedEntry } from "@slipway/registry";

/**
 * Compares the log with what the registry's tags have published of it: each names an entry, which is still there, and
 * each of this model (of any, where none is given) the digest that is in it. Every tag counts, since whoever can replace
 * the log can also add one that fits. The tags must have been listed before the log was read: a run that goes on
 * meanwhile makes its tag after its entry.
 * @throws UserError SW4306 for a log that was cut off or replaced
 */
export function demandPublished(
  tags: readonly TagRecord[],
  log: {
    readonly size: number;
    readonly model?: string | undefined;
    /** Those of the model, or all. */
    readonly entries: readonly LogEntry[];
  },
): void {
  const digests = new Map(log.entries.map(({ index, digest }) => [index, digest.sha256]));
  for (const { name, annotated, message } of tags) {
    const found = annotated ? publishedEntry(message) : undefined;
    if (found === undefined) continue;
    if (found.entry >= log.size) throw shorter({ name, entry: found.entry }, log.size);
    const artifact = parseGtoTag(name)?.artifact;
    if (artifact === undefined || artifact !== (log.model ?? artifact)) continue;
    if (`sha256:${digests.get(found.entry) ?? ""}` !== found.digest)
      throw replaced({ name, entry: found.entry });
  }
}

function shorter({ name, entry }: { name: string; entry: number }, size: number): UserError {
  return new UserError({
    code: "SW4306",
    message:
      size === 0
        ? `the tag ${name} names entry ${entry} of the log, and there is no log: its branch was deleted or emptied, or it is another branch`
        : `the tag ${name} names entry ${entry} of the log, which has ${size} entries now: its end was cut off`,
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
