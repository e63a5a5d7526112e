import { z } from "zod";

/** A moment of the calendar in UTC: a date and the minutes since its midnight, 1440 being the next one. */
export type CalendarMoment = { readonly date: string; readonly minute: number };

/**
 * When nothing is promoted, from `from` on and before `to`: each week, in minutes since Monday 00:00 UTC (a `to` before
 * `from` lies in the next week), or once.
 */
export type FreezeWindow =
  | { readonly kind: "weekly"; readonly from: number; readonly to: number }
  | { readonly kind: "once"; readonly from: CalendarMoment; readonly to: CalendarMoment };

/** What is wrong with a window, and which of its ends says it. */
export type FreezeProblem = {
  readonly kind: "problem";
  readonly at: "from" | "to";
  readonly problem: string;
};

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const forms = "must be like Fri 16:00, 2026-12-20 or 2026-12-20T16:00Z (UTC)";

/** Reads a window of `freeze`. A date as `from` begins with its day, as `to` it ends with its day. */
export function parseFreezeWindow(text: {
  readonly from: string;
  readonly to: string;
}): FreezeWindow | FreezeProblem {
  const [weeklyFrom, weeklyTo] = [weekMinute(text.from), weekMinute(text.to)];
  if (weeklyFrom !== undefined && weeklyTo !== undefined)
    return weeklyFrom === weeklyTo
      ? { kind: "problem", at: "to", problem: "must not be the same moment as from" }
      : { kind: "weekly", from: weeklyFrom, to: weeklyTo };
  const [from, to] = [calendarMoment(text.from, 0), calendarMoment(text.to, 1440)];
  if (from === undefined && weeklyFrom === undefined)
    return { kind: "problem", at: "from", problem: forms };
  if (to === undefined && weeklyTo === undefined)
    return { kind: "problem", at: "to", problem: forms };
  if (from === undefined || to === undefined)
    return { kind: "problem", at: "to", problem: "must be of the same form as from" };
  return isBefore(from, to)
    ? { kind: "once", from, to }
    : { kind: "problem", at: "to", problem: "must be later than from" };
}

function weekMinute(text: string): number | undefined {
  const [, day = "", hour, minute] =
    /^([a-z]{3}) ([01]\d|2[0-3]):([0-5]\d)$/.exec(text.toLowerCase()) ?? [];
  const index = weekdays.indexOf(day);
  return index < 0 ? undefined : index * 1440 + Number(hour) * 60 + Number(minute);
}

function calendarMoment(text: string, wholeDay: 0 | 1440): CalendarMoment | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)Z)?$/.exec(text);
  const [, date = "", hour, minute] = parts ?? [];
  if (!z.iso.date().safeParse(date).success) return undefined;
  return { date, minute: hour === undefined ? wholeDay : Number(hour) * 60 + Number(minute) };
}

function isBefore(left: CalendarMoment, right: CalendarMoment): boolean {
  return left.date === right.date ? left.minute < right.minute : left.date < right.date;
}
