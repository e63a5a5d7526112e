import type { LogEntry } from "@slipway/contracts";
import type { TagRecord } from "@slipway/ports";
import { stageTagName, tagMessage, versionTagName } from "@slipway/registry";

/** A registration, or with an environment a promotion, of bytes that are named after the version. */
export function anEntry(
  index: number,
  { version = "v1.0.0", environment }: { version?: string; environment?: string } = {},
): LogEntry {
  const common = {
    schema: "slipway/log-entry/v1" as const,
    index,
    time: new Date(Date.UTC(2026, 2, 1, index)).toISOString(),
    key: `entry-${index}`,
    model: "late",
    version,
    digest: { sha256: digestOf(version) },
    commit: commitOf(version),
    actor: null,
    run: {},
    tool: { name: "slipway" as const, version: "0.1.0" },
  };
  if (environment === undefined) {
    return {
      ...common,
      type: "registered",
      evidence: [],
      files: 1,
      sizeBytes: 1,
      order: "oms-reference",
      signature: null,
    };
  }
  return {
    ...common,
    type: "promoted",
    environment,
    direction: "promotion",
    registered: 0,
    from: null,
    reason: null,
    policy: { file: "slipway.yaml", ref: "main", commit: "c", digest: { sha256: "0".repeat(64) } },
    rules: [],
    approvals: [],
    evidenceLevel: "none",
    authors: [],
    gate: null,
    hold: false,
  };
}

/** The tag that publishes an entry. */
export function aTag(entry: LogEntry, change: Partial<TagRecord> = {}): TagRecord {
  const { model, version, commit, digest, index, time } = entry;
  return {
    name:
      entry.type === "registered"
        ? versionTagName(model, version)
        : stageTagName(model, entry.environment, index),
    annotated: true,
    target: "commit",
    targetId: commit,
    time: Date.parse(time) / 1000,
    message: tagMessage("Publish", { entry: index, digest: `sha256:${digest.sha256}` }),
    ...change,
  };
}

const digestOf = (version: string) => Buffer.from(version.padEnd(32)).toString("hex");
const commitOf = (version: string) => Buffer.from(version.padEnd(20)).toString("hex");
