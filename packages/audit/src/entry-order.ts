/** Whether a time lies before another; both are ISO 8601 in UTC, with or without seconds and fractions. */
export function isBefore(time: string, other: string): boolean {
  return sortable(time) < sortable(other);
}

/** Text that sorts as the time does: seconds are there, and trailing zeros of a fraction are not. */
function sortable(time: string): string {
  const seconds = time.slice(17, 19) || "00";
  const fraction = time.slice(20).replace(/0*Z?$/, "");
  return `${time.slice(0, 16)}:${seconds}.${fraction}`;
}
