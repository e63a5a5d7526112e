import type { LogEntry, ModelHistory } from "@slipway/contracts";
import { shortDigest } from "@slipway/kernel";
import { formatInstant } from "../format-time.ts";

/** An event as one row of plain text; nothing in it is escaped. */
export type HistoryRow = {
  readonly time: string;
  readonly environment: string;
  readonly version: string;
  readonly digest: string;
  readonly people: string;
  readonly entry: string;
  readonly note: string;
  readonly isRefused: boolean;
};

/** What happened, newest first. */
export function historyRows({ events }: ModelHistory): HistoryRow[] {
  return events.toReversed().map((entry) => ({
    time: minuteOf(entry.time),
    environment: entry.type === "registered" ? "" : entry.environment,
    version: entry.version,
    digest: shortDigest(entry.digest),
    people: peopleOf(entry),
    entry: String(entry.index),
    note: noteOf(entry),
    isRefused: entry.type === "refused",
  }));
}

/** Columns that these rows need, in order; the header says what the time is. */
export function historyColumns(
  rows: readonly HistoryRow[],
  { environment }: ModelHistory,
): readonly { readonly key: Exclude<keyof HistoryRow, "isRefused">; readonly title: string }[] {
  const onlyStays = environment !== null && rows.every(({ isRefused }) => !isRefused);
  return [
    { key: "time", title: onlyStays ? "since (UTC)" : "time (UTC)" },
    ...(environment === null ? [{ key: "environment" as const, title: "environment" }] : []),
    { key: "version", title: "version" },
    { key: "digest", title: "digest" },
    { key: "people", title: "approved by" },
    { key: "entry", title: "entry" },
    ...(rows.some(({ note }) => note !== "") ? [{ key: "note" as const, title: "note" }] : []),
  ];
}

/** "at 2026-03-02 16:00 UTC", or "now". */
export function momentWords({ at }: ModelHistory): string {
  return at === null ? "now" : `at ${formatInstant(at)}`;
}

/** An instant without the zone, which the header names. */
export function minuteOf(instant: string): string {
  return formatInstant(instant).replace(/ UTC$/, "");
}

function peopleOf(entry: LogEntry): string {
  if (entry.type !== "promoted") return "";
  const counting = entry.approvals.filter(({ counted, state }) => counted && state === "approved");
  return counting.map(({ person }) => person.login).join(", ");
}

function noteOf(entry: LogEntry): string {
  if (entry.type === "registered") return "registered";
  const reason = entry.reason === null ? "" : `: ${entry.reason}`;
  if (entry.type === "promoted") {
    if (entry.direction === "rollback") return `rollback${reason}`;
    return entry.reason === null ? "" : `reason${reason}`;
  }
  const unmet = entry.rules.filter(({ state }) => state === "unmet").map(({ id }) => id);
  return `refused: ${unmet.join(", ")}`;
}
