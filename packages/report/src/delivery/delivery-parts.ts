import type { Promotion } from "@slipway/contracts";
import { shortDigest, type Digest, type Outcome } from "@slipway/kernel";
import { codeSpan } from "../escape-markdown.ts";
import { textBlock, type Block } from "../fit-blocks.ts";
import { counted } from "../format-number.ts";
import { markdownOf, textOf, type Phrase } from "../phrase.ts";
import type { TerminalStyle } from "../terminal-text.ts";
import { quotedPhrase } from "./quoted-phrase.ts";

/** A digest cut for people, in the form in which it can be searched for. */
export function digestCode(digest: Digest): { readonly code: string } {
  return { code: `sha256:${shortDigest(digest)}` };
}

/** Where a document stands in the log. */
export function logPhrase(
  entry: number | null,
  checkpoint: { readonly size: number; readonly root: Digest } | null,
): Phrase[] {
  if (entry === null) return [];
  const root: Phrase =
    checkpoint === null
      ? []
      : [
          ", root ",
          digestCode(checkpoint.root),
          ` of ${counted(checkpoint.size, "entry", "entries")}`,
        ];
  return [[`log entry ${entry}`, ...root]];
}

/** A label and a name as code, where there is one. */
export function namedPhrase(label: string, name: string | null): Phrase[] {
  return name === null ? [] : [[`${label} `, { code: name }]];
}

/** A command as code, in full: one that is cut could not be typed. */
export function commandSpan(command: string): string {
  return codeSpan(command, 1000);
}

/** What people must know, as a list. */
export function noticeBlocks(notices: readonly string[]): Block[] {
  if (notices.length === 0) return [];
  const lines = notices.map((notice) => `> ${markdownOf(quotedPhrase(notice))}`);
  return [textBlock(2, ["> [!NOTE]", lines.join("\n>\n")].join("\n"))];
}

/** The same for a terminal. */
export function noticeLines(notices: readonly string[], style: TerminalStyle): string[] {
  return notices.map((notice) => style.dim(`  note: ${textOf(quotedPhrase(notice))}`));
}

/** The command that goes back to what was replaced, where this run replaced something. */
export function undoCommand(promotion: Promotion): string | undefined {
  const { model, from, environment, alreadyThere } = promotion;
  return from === null || alreadyThere
    ? undefined
    : `slipway promote ${model}@${from.version} --to ${environment} --reason "…"`;
}

/** Parts of a terminal's output, parted by blank lines; no line of it is a command to GitHub's runner. */
export function paragraphs(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.map(withoutCommand).join("\n"))
    .join("\n\n");
}

/** The runner obeys lines that begin with `::`, blanks aside, and `##[` anywhere in a line. */
function withoutCommand(line: string): string {
  return line.replace(/^\s*(?=::)/, "$&\u2060").replaceAll("##[", "##\u2060[");
}

/** A line of our own words, with its first letter in upper case. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The colour of an outcome. */
export function paintOf(outcome: Outcome, style: TerminalStyle): (text: string) => string {
  if (outcome === "pass") return style.green;
  return outcome === "warn" ? style.yellow : style.red;
}
