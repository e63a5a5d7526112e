import { codeSpan, escapeMarkdown, htmlCode } from "./escape-markdown.ts";
import { escapeHtml } from "./escape-html.ts";
import { plainText } from "./plain-text.ts";

/** A piece of a sentence. Every string in it is escaped by whichever renderer prints it. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly bold: Phrase }
  | { readonly href: string; readonly text: string };

/** A sentence without a format: Markdown, HTML and terminal print it each in its own way. */
export type Phrase = readonly Span[];

const longest = 300;
const longestCode = 120;

type Format = {
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  readonly bold: (inner: string) => string;
  readonly link: (href: string, inner: string) => string;
};

const markdown: Format = {
  text: (text) => escapeMarkdown(text, longest),
  code: (text) => codeSpan(text, longestCode),
  bold: (inner) => `**${inner}**`,
  link: (href, inner) => `[${inner}](${href})`,
};
const summary: Format = {
  text: (text) => escapeMarkdown(text, longest),
  code: (text) => htmlCode(text, longestCode),
  bold: (inner) => `<b>${inner}</b>`,
  link: (_, inner) => inner,
};
const html: Format = {
  text: (text) => escapeHtml(text, longest),
  code: (text) => `<code>${escapeHtml(text, longestCode)}</code>`,
  bold: (inner) => `<b>${inner}</b>`,
  link: (href, inner) => `<a href="${escapeHtml(href, 2000)}">${inner}</a>`,
};
const plain: Format = {
  text: (text) => plainText(text, longest),
  code: (text) => `\`${plainText(text, longestCode)}\``,
  bold: (inner) => inner,
  link: (_, inner) => inner,
};
const bare: Format = { ...plain, code: (text) => plainText(text, longestCode) };

/** The phrase as GitHub Markdown, for a paragraph or a cell. */
export function markdownOf(phrase: Phrase): string {
  return written(phrase, markdown);
}

/** The phrase for a `<summary>` in GitHub Markdown, where HTML counts and Markdown does not. */
export function summaryOf(phrase: Phrase): string {
  return written(phrase, summary);
}

/** The phrase as HTML of the report. */
export function htmlOf(phrase: Phrase): string {
  return written(phrase, html);
}

/** The phrase as plain text of one line, names in backticks. */
export function textOf(phrase: Phrase): string {
  return written(phrase, plain);
}

/** The phrase as plain text of one line, without any marks. */
export function bareTextOf(phrase: Phrase): string {
  return written(phrase, bare);
}

/** Phrases joined by a separator. */
export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [separator, ...phrase]));
}

/** Whether a link may be printed: http or https, and no character that could end it early. */
function isSafeUrl(url: string): boolean {
  return url.length <= 2000 && /^https?:\/\/[\w.~:/?#@!&=+,;%-]+$/.test(url);
}

function written(phrase: Phrase, format: Format): string {
  return phrase.map((span) => writtenSpan(span, format)).join("");
}

function writtenSpan(span: Span, format: Format): string {
  if (typeof span === "string") return format.text(span);
  if ("code" in span) return format.code(span.code);
  if ("bold" in span) return format.bold(written(span.bold, format));
  return isSafeUrl(span.href)
    ? format.link(span.href, format.text(span.text))
    : format.text(span.text);
}
