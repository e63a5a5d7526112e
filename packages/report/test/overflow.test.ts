import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderComment, renderHtml, renderSummary, renderTerminal } from "../src/index.ts";
import { fitBlocks, textBlock, utf8Length } from "../src/fit-blocks.ts";
import { aChange, aDataCheck, aMetric, anEvaluation, aValidation } from "./builders.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const plain = (text: string): string => text;
const style = { red: plain, green: plain, yellow: plain, dim: plain, bold: plain };

const checks = Array.from({ length: 5000 }, (_, index) =>
  aDataCheck({
    id: `c${String(index)}`,
    column: `column_${String(index)}`,
    outcome: index % 2 === 0 ? "fail" : "pass",
    failed: index % 2 === 0 ? index + 1 : 0,
  }),
);
const groups = Array.from({ length: 2000 }, (_, index) => ({ origin: `airport-${String(index)}` }));
const gates = groups.map((slice, index) =>
  aChange(
    "recall",
    { values: [0.6, 0.5 + index / 20_000], interval: [-0.2, 0.02], margin: 0.05 },
    { slice, ...(index < 900 ? { outcome: "fail", blocks: true } : {}) },
  ),
);
const evidences = [
  aValidation({ checks }),
  anEvaluation({
    checks: gates,
    metrics: groups.map((slice) => aMetric("recall", 0.5, { slice, n: 60 })),
  }),
];

test("5,000 checks and 2,000 slices fit, cut at row boundaries, with the hidden rows counted", async () => {
  const { body } = renderComment(evidences, { key: "default", sha256 });
  const rows = body
    .split("\n")
    .filter((line) => line.startsWith("| 🔴") || line.startsWith("| 🟢"));

  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
  expect(rows.every((line) => line.endsWith(" |"))).toBe(true);
  expect(body.match(/[\d,]+ rows hidden, see the summary\./g)).not.toBeNull();
  expect(body).toContain("| Metric | Base | This PR |");
  await expect(body).toMatchFileSnapshot("golden/overflow.comment.md");
});

test("the summary holds every row that fits into its budget", () => {
  const full = renderSummary(evidences);
  const small = renderSummary(evidences, { limit: 100_000 });

  expect(utf8Length(full)).toBeLessThanOrEqual(1_000_000);
  expect(full).not.toContain("hidden");
  expect(utf8Length(small)).toBeLessThanOrEqual(100_000);
  expect(small).toContain("rows hidden, see the evidence file.");
});

test("the report and the terminal stay usable", () => {
  const html = renderHtml(evidences, { generatedAt: "2026-03-02T16:40:05Z" });

  expect(html).toContain("2,000 rows more in the evidence file.");
  expect(renderTerminal(evidences, style).split("\n").length).toBeLessThan(130);
});

test("blocks are kept by priority and shown in their own order", () => {
  const blocks = [
    textBlock(0, "first"),
    textBlock(9, "unimportant ".repeat(10)),
    { priority: 1, head: "head", rows: ["row 1", "row 2"], tail: "\nend" },
    textBlock(0, "last"),
  ];

  expect(fitBlocks(blocks, 1000, "there")).toBe(
    `first\n\n${"unimportant ".repeat(10)}\n\nhead\nrow 1\nrow 2\nend\n\nlast`,
  );
  expect(fitBlocks(blocks, 120, "there")).toBe(
    "first\n\nhead\nrow 1\nrow 2\nend\n\n<sub>1 part hidden, see there.</sub>\n\nlast",
  );
});

test("a table shows no more rows than it may, even where there is room", () => {
  const block = { priority: 1, most: 1, head: "head", rows: ["row 1", "row 2"], tail: "\nend" };

  expect(fitBlocks([block, textBlock(0, "last")], 1000, "there")).toBe(
    "head\nrow 1\n\n1 row hidden, see there.\nend\n\nlast",
  );
});

test("a table that does not fit whole is cut at a row, and says so before it ends", () => {
  const rows = Array.from({ length: 100 }, (_, index) => `row ${String(index)}`);
  const block = { priority: 1, head: "head", rows, tail: "\n</details>" };

  const text = fitBlocks([textBlock(0, "first"), block], 200, "there");

  expect(text).toMatch(
    /^first\n\nhead\n(?:row \d+\n)+\n\d+ rows hidden, see there\.\n<\/details>$/,
  );
  expect(text.length).toBeLessThanOrEqual(200);
});
