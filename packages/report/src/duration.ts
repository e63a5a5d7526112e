import { formatNumber } from "./format-number.ts";

/** How long a document took, such as "1.3 s"; empty where the instants are of different days or damaged. */
export function durationText(startedAt: string, finishedAt: string): string {
  const [start, finish] = [secondsOf(startedAt), secondsOf(finishedAt)];
  if (start === undefined || finish === undefined || finish < start) return "";
  if (startedAt.slice(0, 10) !== finishedAt.slice(0, 10)) return "";
  return `${formatNumber(finish - start, finish - start < 10 ? 1 : 0)} s`;
}

function secondsOf(instant: string): number | undefined {
  const parts = /T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)Z$/.exec(instant);
  return parts === null
    ? undefined
    : Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}
