import type { Phrase } from "../phrase.ts";

/** More than anyone reads in a cell. */
const longest = 800;

/** A sentence of a document whose names stand in backticks. Whatever is in it, both parts are escaped when printed. */
export function quotedPhrase(text: string): Phrase {
  // An empty line would end the block that it stands in.
  if (text.trim() === "") return ["(empty)"];
  const shown = text.slice(0, longest);
  const parts = shown.split("`");
  // A backtick without a partner is a sign like any other, and so are those around nothing: parts that are escaped
  // apart must not meet, or they would be something together.
  const isNothing = parts.some((part, index) => index % 2 === 1 && part.trim() === "");
  if (parts.length % 2 === 0 || isNothing) return [shown];
  return parts.flatMap((part, index) =>
    part === "" ? [] : [index % 2 === 1 ? { code: part } : part],
  );
}
