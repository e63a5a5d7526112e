import { plainText } from "./plain-text.ts";

/** Stops GitHub's filters, which run after entities are decoded: @mention, #1, GH-1, URLs, :emoji:. */
const joiner = "\u2060";

/**
 * Foreign text as inert GitHub Markdown, for a paragraph or a table cell: no markup, HTML, mention,
 * reference, link, emoji code or math, on one line, at most `max` code points of the original.
 */
export function escapeMarkdown(text: string, max?: number): string {
  return plainText(text, max)
    .replace(/\s+/g, " ")
    .replace(/^ ?(?:[#=-]|\+(?= |$)|\d+(?=[.)](?: |$)))/, `$&${joiner}`)
    .replace(/@|#(?=\d)|GH-(?=\d)|:(?=\/\/|[\w+-]+:)|www(?=\.)/gi, `$&${joiner}`)
    .replace(/[\\`|<>&*_[\]~]/g, entity)
    .replaceAll("$", "<span>&#36;</span>");
}

/** Foreign text as code. Backticks where they are safe in a cell too, else `<code>` with entities. */
export function codeSpan(text: string, max?: number): string {
  const plain = plainText(text, max);
  if (/^[^`|<>&$\\]*[^`|<>&$\\\s][^`|<>&$\\]*$/.test(plain)) return `\`${plain}\``;
  return htmlCode(text, max);
}

/** Foreign text as code for where Markdown is not read, such as `<summary>`. */
export function htmlCode(text: string, max?: number): string {
  const plain = plainText(text, max);
  return `<code>${plain.trim() === "" ? "(empty)" : plain.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
