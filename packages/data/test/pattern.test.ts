import { expect, test } from "vitest";
import { portablePattern } from "../src/pattern.ts";

test.each([
  ["[A-Z]{2,3}", "[A-Z]{2,3}"],
  ["^(ab|c)+?$", "^(?:ab|c)+?$"],
  ["\\d+\\.\\w", "[0-9]+\\x{2E}[0-9A-Za-z_]"],
  ["a.b", "a[^\\n\\r\\x{2028}\\x{2029}]b"],
  ["[\\w-]", "[0-9A-Za-z_\\x{2D}]"],
  ["[\\w-.]", "[0-9A-Za-z_\\x{2D}\\x{2E}]"],
  ["[+-]", "[\\x{2B}\\x{2D}]"],
  ["[^\\]a-f]", "[^\\x{5D}a-f]"],
  ["\\D", "[^0-9]"],
  ["\\u00e9\\x41\\/", "éA\\x{2F}"],
])("%s is written portably", (pattern, expected) => {
  expect(portablePattern(pattern)).toEqual({ pattern: expected });
});

test.each([
  "(?=a)b",
  "(?<!a)b",
  "(?<n>a)",
  "(a)\\1",
  "\\bword",
  "\\p{L}",
  "a{,2}",
  "a{1001}",
  "[^]",
  "[]",
  "[\\D]",
  "(",
  "\\ud83d",
  "\\cA",
  "a".repeat(2001),
])("%s is refused", (pattern) => {
  expect(portablePattern(pattern)).toHaveProperty("refused");
});
