import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderError, renderHtml, renderMarkdown, renderTerminal } from "../src/index.ts";
import { htmlStyle, htmlStyleHash } from "../src/html-style.ts";
import { aBaseline, aBound, aChange, aDataCheck, anEvaluation, aValidation } from "./builders.ts";
import { scenes } from "./scenes.ts";

const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
const style = {
  red: mark("red"),
  green: mark("green"),
  yellow: mark("yellow"),
  dim: mark("dim"),
  bold: mark("bold"),
};
const firstLine = (text: string): string => text.split("\n")[0] ?? "";

test("a document that claims to pass is never shown better than its own ledger", () => {
  const lying = aValidation({
    outcome: "pass",
    checks: [aDataCheck({ outcome: "fail", failed: 2 })],
  });

  expect(firstLine(renderMarkdown([lying]))).toBe(
    "### 🔴 Blocked · 1 of 1 check fails · `origin`: 2 rows fail “required”",
  );
});

test("rules on one metric share a row, which shows the worst of them", () => {
  const markdown = renderMarkdown([
    anEvaluation({
      checks: [
        aChange("accuracy", { values: [0.8, 0.81], interval: [-0.01, 0.03], margin: 0.02 }),
        aBound("accuracy", { rule: "min", limit: 0.9, value: 0.81 }, { outcome: "fail" }),
      ],
    }),
  ]);

  expect(markdown).toContain(
    "| 🔴 | accuracy ↑ | 0.800 | 0.810 | **+0.010** (−0.010 … +0.030) | drop ≤ 0.02 · ≥ 0.9 | fails |",
  );
});

test("a change of a rate is told in points, of a loss in its own unit", () => {
  const rate = aChange(
    "f1_macro",
    { values: [0.8, 0.78], interval: [-0.03, -0.01], margin: 0.005 },
    { outcome: "fail" },
  );
  const loss = aChange(
    "log_loss",
    { values: [0.4, 0.42], interval: [0.01, 0.03], margin: 0.005 },
    { outcome: "fail" },
  );

  expect(firstLine(renderMarkdown([anEvaluation({ checks: [rate] })]))).toContain(
    "F1 (macro) −2.0 points (90 % interval −3.0 … −1.0, allowed −0.5)",
  );
  expect(firstLine(renderMarkdown([anEvaluation({ checks: [loss] })]))).toContain(
    "log loss +0.020 (90 % interval +0.010 … +0.030, allowed +0.005)",
  );
});

test("what several documents say about their policy is said once", () => {
  const policy = { origin: "pull-request", loosened: [] } as const;
  const own = { ...policy, loosened: [] };

  const markdown = renderMarkdown([aValidation({ policy: own }), anEvaluation({ policy: own })]);

  expect(markdown.split("no policy on the base branch").length).toBe(2);
});

test("unpaired items are said", () => {
  const markdown = renderMarkdown([
    anEvaluation({ baseline: aBaseline({ pairedBy: null, paired: 0 }) }),
  ]);

  expect(markdown).toContain("items not paired");
  expect(markdown).toContain("Items could not be paired");
});

test("only plain http addresses become links", () => {
  const links = { summary: "javascript:alert(1)", report: "https://example.invalid/a(b)" };

  expect(renderMarkdown(scenes["passes"] ?? [], { links })).not.toMatch(/\]\(/);
});

test("the comment does not change when only the time taken does", () => {
  const [slow, quick] = ["2026-03-02T16:50:00Z", "2026-03-02T16:40:01Z"].map((finishedAt) =>
    renderMarkdown([aValidation({ finishedAt }), anEvaluation({ finishedAt })]),
  );

  expect(slow).toBe(quick);
});

test("the report allows its own style and nothing else", () => {
  const html = renderHtml(scenes["blocked"] ?? [], { generatedAt: "2026-03-02T16:40:05Z" });

  expect(htmlStyleHash).toBe(`sha256-${createHash("sha256").update(htmlStyle).digest("base64")}`);
  expect(html).toContain(
    `content="default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).toContain(`<style>${htmlStyle}</style>`);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|style="|src="/);
});

test("every chart of the report has a title and a description", () => {
  const html = renderHtml(scenes["blocked"] ?? [], { generatedAt: "2026-03-02T16:40:05Z" });
  const charts = html.match(/<svg [^>]*>.*?<\/svg>/g) ?? [];

  expect(charts.length).toBe(12);
  expect(charts.filter((chart) => !/<title>.+<\/title><desc>.+<\/desc>/.test(chart))).toEqual([]);
});

test("the terminal aligns wide characters and colours only the verdict", () => {
  const checks = [
    aDataCheck({ column: "出発地", outcome: "fail", failed: 3, code: "SW-D108" }),
    aDataCheck({
      id: "b",
      column: "delay",
      outcome: "warn",
      severity: "warn",
      failed: 12,
      code: "SW-D108",
    }),
  ];

  expect(renderTerminal([aValidation({ checks })], style).split("\n")).toEqual([
    "flights at 3f9c2ab · 112,480 rows · contract contracts/flights.odcs.yaml · 1.3 s",
    "",
    "<red>  ✕</red>  出発地  <red>required</red>   3 rows  SW-D108",
    "<yellow>  !</yellow>  delay   <yellow>required</yellow>  12 rows  SW-D108",
    "",
    "  <red><bold>FAIL</bold></red>  1 of 2 checks fails, 1 warns",
  ]);
});

test("an error shows its code, what is wrong and what to type", () => {
  const error = {
    code: "SW3102",
    message: "cannot write the comment",
    remedy: "Add to the job:\n    permissions:\n      pull-requests: write\u001b[2J",
  };

  expect(renderError(error, style)).toBe(
    "<red><bold>error SW3102</bold></red>: cannot write the comment\n  Add to the job:\n      permissions:\n        pull-requests: write\ufffd[2J",
  );
});
