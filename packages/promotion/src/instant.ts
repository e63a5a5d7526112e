const day = 86_400_000;

/** Milliseconds since 1970 of an instant in UTC such as 2026-03-01T09:12:00.5Z, or of a date's midnight; else NaN. */
export function millisOf(instant: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z)?$/.exec(
    instant,
  );
  if (parts === null) return Number.NaN;
  // Groups that did not take part are undefined, whatever their type says.
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part || "0"));
  const fraction = Math.floor(Number(`0.${parts[7] ?? "0"}`) * 1000);
  return daysOf(year, month, date) * day + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/** The moment as people read it, to the minute: "2026-03-01 09:12 UTC". */
export function sayInstant(millis: number): string {
  const minutes = Math.floor((((millis % day) + day) % day) / 60_000);
  const time = [Math.floor(minutes / 60), minutes % 60].map(twoDigits).join(":");
  return `${dateOf(Math.floor(millis / day))} ${time} UTC`;
}

/** Days since 1970-01-01 in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function daysOf(civilYear: number, month: number, date: number): number {
  const year = month <= 2 ? civilYear - 1 : civilYear;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

/** The inverse of {@link daysOf}, as YYYY-MM-DD. */
function dateOf(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(date)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
