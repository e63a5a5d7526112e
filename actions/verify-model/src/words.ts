import type { LogEntry, PromotedEntry } from "@slipway/contracts";
import { shortDigest, type Digest } from "@slipway/kernel";

/** `flight-delays v1.1.0 (sha256:9ab1c2d3e4f5)`. */
export function nameOf(entry: Pick<LogEntry, "model" | "version" | "digest">): string {
  return `${entry.model} ${entry.version} (${digestWords(entry.digest)})`;
}

/** `sha256:9ab1c2d3e4f5`. */
export function digestWords(digest: Digest): string {
  return `sha256:${shortDigest(digest)}`;
}

/** `2026-03-02 16:40 UTC`. */
export function timeWords(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

/** Since when it runs there, by which entry, and who approved it. */
export function stayWords(entry: PromotedEntry): string {
  const approvers = entry.approvals
    .filter(({ counted, state }) => counted && state === "approved")
    .map(({ person }) => person.login);
  const approved =
    approvers.length === 0
      ? "nobody had to approve"
      : `approved by ${approvers.slice(0, 20).join(", ")}`;
  const why =
    entry.direction === "rollback" ? `, a rollback (${entry.reason ?? "no reason was given"})` : "";
  return `since ${timeWords(entry.time)} by entry ${entry.index}, ${approved}${why}`;
}
