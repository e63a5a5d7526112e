import type {
  EnvironmentPointer,
  LogEntry,
  PromotedEntry,
  RegisteredEntry,
  RegisteredVersion,
} from "@slipway/contracts";
import type { VerifierKey } from "./log-keys.ts";
import { pointerPath, versionPath } from "./paths.ts";

/** The pointer that a promotion leaves: it depends on nothing but the entry. */
export function pointerOf(entry: PromotedEntry): EnvironmentPointer {
  const { environment, model, version, digest, commit, time, index } = entry;
  return {
    schema: "slipway/environment/v1",
    environment,
    model,
    version,
    digest,
    commit,
    since: time,
    entry: index,
    hold: entry.hold ? { since: time, reason: entry.reason ?? "", entry: index } : null,
  };
}

/** The description of a version that a registration leaves: it depends on nothing but the entry. */
export function versionOf(entry: RegisteredEntry): RegisteredVersion {
  const { model, version, digest, commit, time, index, evidence, signature } = entry;
  return {
    schema: "slipway/version/v1",
    model,
    version,
    digest,
    commit,
    time,
    entry: index,
    evidence,
    signature: signature?.digest ?? null,
  };
}

/** The file that an entry leaves beside the log, byte for byte; a refusal leaves none. */
export function derivedFile(entry: LogEntry): { path: string; content: string } | undefined {
  if (entry.type === "registered")
    return { path: versionPath(entry.model, entry.version), content: written(versionOf(entry)) };
  if (entry.type === "promoted")
    return {
      path: pointerPath(entry.environment, entry.model),
      content: written(pointerOf(entry)),
    };
  return undefined;
}

/** The policy file of a log without witnesses (C2SP tlog-policy). */
export function policyText({ text }: VerifierKey): string {
  return `log ${text}\nquorum none\n`;
}

function written(value: unknown): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
