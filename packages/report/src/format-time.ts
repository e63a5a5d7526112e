import { counted } from "./format-number.ts";

/** An ISO instant as "2026-03-02 16:40 UTC"; anything else is returned as it is. */
export function formatInstant(instant: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(instant);
  return parts?.[1] === undefined || parts[2] === undefined
    ? instant
    : `${parts[1]} ${parts[2]} UTC`;
}

/** An age in days as people say it: hours below one day. */
export function formatAge(days: number): string {
  if (days >= 1) return counted(Math.round(days), "day");
  const hours = Math.round(days * 24);
  return hours < 1 ? "under an hour" : counted(hours, "hour");
}

/** A commit cut to seven digits, a digest to twelve: what people compare at a glance. */
export function shortCommit(commit: string): string {
  return /^[0-9a-f]{7,64}$/.test(commit) ? commit.slice(0, 7) : commit;
}
