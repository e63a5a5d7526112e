const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
type Unit = { readonly millis: number; readonly word: string };

const minutes: Unit = { millis: minute, word: "min" };
const hours: Unit = { millis: hour, word: "h" };
const days: Unit = { millis: day, word: "day" };
const units = new Map<string, Unit>([
  ["m", minutes],
  ["h", hours],
  ["d", days],
  ["w", { millis: 7 * day, word: "week" }],
]);

/** A duration of the policy such as 24h in milliseconds; `undefined` where it has another form. */
export function parseDuration(text: string): number | undefined {
  const [, count, letter = ""] = /^([1-9]\d{0,4})([mhdw])$/.exec(text) ?? [];
  const unit = units.get(letter);
  return unit === undefined ? undefined : Number(count) * unit.millis;
}

/** A duration of the policy as people read it: "24 h", "7 days". */
export function sayLimit(text: string): string {
  const unit = units.get(text.slice(-1));
  return unit === undefined ? text : counted(Number(text.slice(0, -1)), unit.word);
}

/** How long something took, rounded down: "31 h", and from two days on "2 days". */
export function sayDuration(millis: number): string {
  return parts(millis)[0] ?? "under a minute";
}

/** The same to the next smaller unit, for where rounding would hide what is lacking: "23 h 59 min". */
export function sayExactly(millis: number): string {
  return parts(millis).join(" ") || "under a minute";
}

function parts(millis: number): string[] {
  if (millis < hour) return share(millis, minutes);
  const [big, small] = millis >= 2 * day ? [days, hours] : [hours, minutes];
  return [...share(millis, big), ...share(millis % big.millis, small)];
}

function share(millis: number, { millis: unit, word }: Unit): string[] {
  return millis < unit ? [] : [counted(Math.floor(millis / unit), word)];
}

function counted(count: number, word: string): string {
  const isWhole = word === "day" || word === "week";
  return `${count} ${word}${isWhole && count !== 1 ? "s" : ""}`;
}
