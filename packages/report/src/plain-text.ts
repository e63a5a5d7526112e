const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
/** Controls, bidi marks and overrides, invisible characters; U+200C and U+200D stay, for scripts and emoji need them. */
const invisible =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** One line without control, bidi or invisible characters (shown as U+FFFD), of at most `max` code points. */
export function plainText(text: string, max = 200): string {
  // Only the part that can be shown is looked at: foreign text may be long.
  const head = text.slice(0, 2 * max + 2);
  const points = Array.from(
    head.toWellFormed().replace(lineBreaks, " ").replace(invisible, "\ufffd"),
  );
  return points.length > max ? `${points.slice(0, max - 1).join("")}…` : points.join("");
}

/** A value of the data in quotes, with what cannot be seen written as escapes; `null` is a missing value. */
export function quotedValue(value: string | null, max = 60): string {
  if (value === null) return "no value";
  const points = Array.from(value.slice(0, 2 * max + 2).toWellFormed());
  const cut = points.length > max ? [...points.slice(0, max - 1), "…"] : points;
  return plainText(`"${cut.map(visible).join("")}"`, 8 * max);
}

function visible(point: string): string {
  if (point === "\n") return "\\n";
  if (point === "\r") return "\\r";
  if (point === "\t") return "\\t";
  const isSeen = point.replace(lineBreaks, "").replace(invisible, "") !== "";
  return isSeen ? point : `\\u{${(point.codePointAt(0) ?? 0).toString(16)}}`;
}
