import { expect, test } from "vitest";
import { codeSpan, escapeHtml, escapeMarkdown, plainText } from "../src/index.ts";
import { htmlCode } from "../src/escape-markdown.ts";
import { quotedValue } from "../src/plain-text.ts";

test.each([
  ["a|b", "a&#124;b"],
  ["`x`", "&#96;x&#96;"],
  ["<b>&amp;", "&#60;b&#62;&#38;amp;"],
  ["@mara", "@\u2060mara"],
  ["a@b.example", "a@\u2060b.example"],
  ["fixes #12", "fixes #\u206012"],
  ["see gh-12", "see gh-\u206012"],
  ["owner/repo#1", "owner/repo#\u20601"],
  ["$x$", "<span>&#36;</span>x<span>&#36;</span>"],
  ["<!-- x -->", "&#60;!-- x --&#62;"],
  ["[x](javascript:alert(1))", "&#91;x&#93;(javascript:alert(1))"],
  ["https://evil.example", "https:\u2060//evil.example"],
  ["www.evil.example", "www\u2060.evil.example"],
  [":white_check_mark:", ":\u2060white&#95;check&#95;mark:"],
  ["*a* _b_ ~c~", "&#42;a&#42; &#95;b&#95; &#126;c&#126;"],
  ["a\r\nb\u2028c", "a b c"],
  ["a\u202eb\u0000c\u200b", "a\ufffdb\ufffdc\ufffd"],
  ["- item", "-\u2060 item"],
  ["1. item", "1\u2060. item"],
  ["0.742", "0.742"],
  ["     indented", " indented"],
  ["\\|", "&#92;&#124;"],
])("foreign text %j is inert in Markdown", (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected);
});

test.each([
  ["origin = DEN", "`origin = DEN`"],
  ["@mara #1", "`@mara #1`"],
  ["a|b", "<code>a&#124;b</code>"],
  ["``` `", "<code>&#96;&#96;&#96; &#96;</code>"],
  ["--><b>", "<code>&#45;&#45;&#62;&#60;b&#62;</code>"],
  ["$x$", "<code>&#36;x&#36;</code>"],
  ["", "<code>(empty)</code>"],
  [" ", "<code>(empty)</code>"],
])("the name %j is code that cannot be left", (text, expected) => {
  expect(codeSpan(text)).toBe(expected);
});

test("code for a summary has every ASCII sign as an entity", () => {
  expect(htmlCode("</summary>*x*")).toBe("<code>&#60;&#47;summary&#62;&#42;x&#42;</code>");
});

test("HTML text and attributes cannot be left", () => {
  expect(escapeHtml(`"><script>'&`)).toBe("&#34;&#62;&#60;script&#62;&#39;&#38;");
});

test("long text is cut on code points, never inside one", () => {
  expect(plainText("🙂".repeat(10), 4)).toBe("🙂🙂🙂…");
  expect(plainText("abcd", 4)).toBe("abcd");
  expect(plainText("\ud800x")).toBe("\ufffdx");
});

test.each([
  ["a\nb\t\r", String.raw`"a\nb\t\r"`],
  ["\u202e", String.raw`"\u{202e}"`],
  [" 12", `" 12"`],
  [null, "no value"],
])("the value %j is quoted so that it can be seen", (value, expected) => {
  expect(quotedValue(value)).toBe(expected);
});
