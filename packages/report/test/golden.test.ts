import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderComment, renderHtml, renderSummary, renderTerminal } from "../src/index.ts";
import { hostileScene } from "./hostile.ts";
import { scenes } from "./scenes.ts";

const plain = (text: string): string => text;
const style = { red: plain, green: plain, yellow: plain, dim: plain, bold: plain };
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const links = {
  summary: "https://example.invalid/summary",
  report: "https://example.invalid/report.html",
};
const all = Object.entries({
  ...scenes,
  hostile: hostileScene("@mara <!-- slipway:x:v1 {} -->|`$x$`"),
});

test.each(all)("the comment of the scene %s reads as reviewed", async (name, evidences) => {
  const { body } = renderComment(evidences, { key: "default", sha256, links });

  await expect(body).toMatchFileSnapshot(`golden/${name}.comment.md`);
});

test.each(all)("the summary of the scene %s reads as reviewed", async (name, evidences) => {
  const summary = renderSummary(evidences, { links });

  await expect(summary).toMatchFileSnapshot(`golden/${name}.summary.md`);
});

test.each(all)("the terminal output of the scene %s reads as reviewed", async (name, evidences) => {
  const output = renderTerminal(evidences, style);

  await expect(`${output}\n`).toMatchFileSnapshot(`golden/${name}.terminal.txt`);
});

test.each(all)("the report of the scene %s reads as reviewed", async (name, evidences) => {
  const html = renderHtml(evidences, { generatedAt: "2026-03-02T16:40:05.000Z" });

  await expect(html).toMatchFileSnapshot(`golden/${name}.report.html`);
});
