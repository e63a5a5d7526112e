import { createHash } from "node:crypto";
import fc from "fast-check";
import { marked } from "marked";
import { expect, test } from "vitest";
import {
  findMarker,
  renderComment,
  renderHtml,
  renderSummary,
  renderTerminal,
} from "../src/index.ts";
import { utf8Length } from "../src/fit-blocks.ts";
import { hostileScene } from "./hostile.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const plain = (text: string): string => text;
const style = { red: plain, green: plain, yellow: plain, dim: plain, bold: plain };
const pieces = [
  "|",
  "\\",
  "`",
  "``",
  "```",
  "@mara",
  "#1",
  "GH-1",
  "a/b#2",
  "$x$",
  "$$",
  "<!--",
  "-->",
  "--!>",
  "<b>",
  "</details>",
  "</summary>",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "![x](y)",
  "https://evil.example",
  "www.evil.example",
  "a@b.example",
  "*",
  "**",
  "_",
  "~~",
  "\n",
  "\r\n",
  "\u2028",
  "\u0000",
  "\u001b[31m",
  "\u202e",
  "\u2066",
  "&lt;",
  "&#64;",
  "]",
  "> [!TIP]",
  "# x",
  "- x",
  "1. x",
  "---",
  "===",
  ":tada:",
  "x",
  " ",
  "\t",
  '"',
  "'",
  "<!-- slipway:default:v1 {} -->",
  "${{ github.token }}",
  "::error::x",
  "🙂",
  "\ud800",
  "日本",
  "javascript:",
  "data:text/html,x",
  "[^1]",
  "[^1]: x",
  "a&b",
  "\u200b",
  "e\u0301",
];
const hostile = fc.oneof(
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  fc.constantFrom(...pieces).map((piece) => piece.repeat(400)),
);
const markdownTags =
  /^<\/?(?:h3|blockquote|p|strong|b|code|sub|span|br|table|thead|tbody|tr|th(?: align="(?:left|right)")?|td(?: align="(?:left|right)")?|details|summary|ul|li|a|a href="https:\/\/example\.invalid\/[a-z]+")\/?>$/;
const htmlTags =
  /^<\/?(?:!doctype html|html lang="en"|html|head|meta [^>]*|title|style|body|main|h1|h2|h3|p(?: class="[a-z]+")?|div(?: class="[a-z ]+")?|span(?: class="[a-z ]+")?|b|small|code|ul(?: class="tiles")?|li|nav(?: aria-label="Sections")?|a|a href="(?:#[a-z]+(?:-\d+)?|https?:[^"<>]*)"|section(?: id="[a-z]+(?:-\d+)?")?|table(?: role="table")?|caption|thead(?: role="rowgroup")?|tbody(?: role="rowgroup")?|tr(?: role="row")?|th(?: scope="[a-z]+" role="[a-z]+")?(?: class="[a-z-]+")?|td(?: role="cell" data-label="[^"<>]*")?(?: class="[a-z-]+")?|details|summary|footer|svg(?: [^<>]*)?|desc|rect [^<>]*|line [^<>]*|circle [^<>]*)\/?>$/;

const unsafeCharacters = (text: string): string =>
  text.replace(/[\n\u2060]/g, "").replace(/[^\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, "");
const tagsOf = (html: string): string[] => html.match(/<[^>]*>?/g) ?? [];
const count = (text: string, part: string): number => text.split(part).length - 1;

/** The text that GitHub's filters see: rendered, without code, entities decoded. */
function liveText(html: string): string {
  return html
    .replace(/<code>[^<]*<\/code>/g, " ")
    .replace(/<span>[^<]*<\/span>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "",
    );
}

test("no text in a comment becomes markup, a mention, a reference, a link or a marker", () => {
  const links = { summary: "https://example.invalid/s" };
  const limit = 1_000_000;
  const shape = marked.parse(
    renderComment(hostileScene("x"), { key: "default", sha256, links, limit }).body,
    { async: false },
  );

  fc.assert(
    fc.property(hostile, (text) => {
      const { body, payload } = renderComment(hostileScene(text), {
        key: "default",
        sha256,
        links,
        limit,
      });
      const html = marked.parse(body.slice(0, body.lastIndexOf("\n")), { async: false });

      expect(Buffer.byteLength(body)).toBe(utf8Length(body));
      expect(unsafeCharacters(body)).toBe("");
      expect(count(body, "<!--")).toBe(1);
      expect(findMarker(body, "default")).toEqual(payload);
      expect(tagsOf(html).filter((tag) => !markdownTags.test(tag))).toEqual([]);
      expect(liveText(html)).not.toMatch(/@[a-z\d]|#\d|\bGH-\d|:\/\/|www\.|:[\w+-]+:|\$/i);
      for (const tag of ["<tr>", "<td", "<p>", "<details>", "<li>", "<blockquote>", "<h3>"])
        expect([tag, count(html, tag)]).toEqual([tag, count(shape, tag)]);
    }),
    { numRuns: 400 },
  );
});

test("a comment stays within its budget in bytes and in UTF-16 units, whatever is in it", () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 10_000, max: 65_000 }), (text, limit) => {
      const { body, payload } = renderComment(hostileScene(text), { key: "k", sha256, limit });

      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(limit);
      expect(body.length).toBeLessThanOrEqual(limit);
      expect(findMarker(body, "k")).toEqual(payload);
      expect(count(body, "<details>")).toBe(count(body, "</details>"));
    }),
    { numRuns: 300 },
  );
});

test("no text in a summary becomes markup, and it stays within its budget", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const summary = renderSummary(hostileScene(text));
      const html = marked.parse(summary, { async: false });

      expect(utf8Length(summary)).toBeLessThanOrEqual(1_000_000);
      expect(unsafeCharacters(summary)).toBe("");
      expect(tagsOf(html).filter((tag) => !markdownTags.test(tag))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("no text in a report becomes markup or a script", () => {
  const generatedAt = "2026-03-02T16:40:05Z";
  const rows = count(renderHtml(hostileScene("x"), { generatedAt }), "<tr");

  fc.assert(
    fc.property(hostile, (text) => {
      const html = renderHtml(hostileScene(text), { title: text, generatedAt });
      const body = html.replace(/<style>[^<]*<\/style>/, "");

      expect(unsafeCharacters(body)).toBe("");
      expect(tagsOf(body).filter((tag) => !htmlTags.test(tag))).toEqual([]);
      expect(count(body, "<tr")).toBe(rows);
    }),
    { numRuns: 200 },
  );
});

test("no text on a terminal moves the cursor or changes a colour", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(unsafeCharacters(renderTerminal(hostileScene(text), style))).toBe("");
    }),
    { numRuns: 200 },
  );
});
