import type { Phrase } from "../phrase.ts";

/** More than anyone reads in a cell. */
const longest = 800;

/** A sentence of a document whose names stand in backticks. Whatever is in it, both parts are escaped when printed. */
export function quotedPhrase(text: string): Phrase {
  const parts = text.slice(0, longest).split("`");
  // A backtick without a partner is a sign like any other.
  if (parts.length % 2 === 0) return [text.slice(0, longest)];
  return parts.flatMap((part, index) =>
    part === "" ? [] : [index % 2 === 1 ? { code: part } : part],
  );
}
