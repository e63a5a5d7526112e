import type { LogEntry, ModelHistory, PromotedEntry } from "@slipway/contracts";
import { isBefore } from "./entry-order.ts";

/** The time in which one promotion was what an environment should run. */
export type Stay = {
  readonly version: string;
  readonly digest: { readonly sha256: string };
  readonly since: string;
  /** `null`: it still is. */
  readonly until: string | null;
  readonly entry: number;
};

/** The stays of a model in an environment, oldest first: one for each promotion and rollback, refusals none. */
export function staysOf(
  entries: readonly LogEntry[],
  { model, environment }: { readonly model: string; readonly environment: string },
): readonly Stay[] {
  const promoted = entries
    .filter((entry) => entry.type === "promoted")
    .filter((entry) => entry.model === model && entry.environment === environment);
  return promoted.map(({ version, digest, time, index }, step) => ({
    version,
    digest,
    since: time,
    until: promoted[step + 1]?.time ?? null,
    entry: index,
  }));
}

/** What a history is asked for. */
export type HistoryQuery = {
  readonly model: string;
  /** Only this environment: registrations belong to none. */
  readonly environment?: string | undefined;
  /** The state at this time, events of that very time included. */
  readonly at?: string | undefined;
  /** The log's size and root. */
  readonly log: ModelHistory["log"];
};

/** What happened to a model, and what runs where, from entries in the order of the log. */
export function historyOf(entries: readonly LogEntry[], query: HistoryQuery): ModelHistory {
  const { model, environment, at, log } = query;
  const events = entries.filter(
    (entry) =>
      entry.model === model &&
      (environment === undefined ||
        (entry.type !== "registered" && entry.environment === environment)) &&
      (at === undefined || !isBefore(at, entry.time)),
  );
  const newest = new Map<string, PromotedEntry>();
  for (const entry of events) if (entry.type === "promoted") newest.set(entry.environment, entry);
  const current = [...newest.values()].map((entry) => ({
    environment: entry.environment,
    version: entry.version,
    digest: entry.digest,
    since: entry.time,
    entry: entry.index,
    hold: entry.hold ? (entry.reason ?? "") : null,
  }));
  return {
    schema: "slipway/history/v1",
    model,
    environment: environment ?? null,
    at: at ?? null,
    log,
    current,
    events,
  };
}
