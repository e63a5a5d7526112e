import { plainText } from "./plain-text.ts";

/** Foreign text for HTML text and quoted attributes, on one line, at most `max` code points. */
export function escapeHtml(text: string, max?: number): string {
  return plainText(text, max).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
