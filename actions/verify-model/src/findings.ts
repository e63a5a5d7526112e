import type { Log } from "@slipway/audit";
import type { LogEntry, RegisteredEntry, VerificationCheck } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { BranchView } from "@slipway/ports";

/** The log with all of its entries, each followed up to the root. */
export type ReadLog = {
  readonly log: Log;
  readonly view: BranchView;
  readonly entries: readonly LogEntry[];
};

/** What the log, or a proof of one entry, says about a folder. */
export type Findings = {
  readonly checks: readonly VerificationCheck[];
  /** The version that has these bytes. */
  readonly found: Pick<LogEntry, "model" | "version"> | undefined;
  /** Its registration, of the log or of its proof. */
  readonly registered: RegisteredEntry | undefined;
  /** Bytes of a blob beside the log; absent where no log was there to look, or none that holds. */
  readonly readBlob: ((sha256: string) => Promise<Uint8Array | undefined>) | undefined;
};

/** What was found of nothing. */
export const nothingFound: Pick<Findings, "found" | "registered" | "readBlob"> = {
  found: undefined,
  registered: undefined,
  readBlob: undefined,
};

/** A log or proof that does not hold is a finding; anything else is for the caller. */
export function damageOf(error: unknown): string {
  if (error instanceof UserError && (error.code === "SW4304" || error.code === "SW4305"))
    return error.message;
  throw error;
}
