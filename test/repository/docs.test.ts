import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseConfig, parseEvidence } from "@slipway/contracts";
import { findingCodes } from "@slipway/data";
import { errorCodes } from "@slipway/kernel";
import { describe, expect, test } from "vitest";
import { cutSnippet } from "../../scripts/docs/cut-snippet.ts";
import { generateDocs } from "../../scripts/docs/generate-docs.ts";
import { fillRegions, table } from "../../scripts/docs/markdown.ts";
import { listFiles, readText, root } from "./list-files.ts";

const files = listFiles();
const documents = files.filter((path) => path.endsWith(".md") && !/golden|^\.changeset/.test(path));
const written = documents.map((path) => ({ path, text: withoutFences(readText(path)) }));

test("generated parts of the documentation equal their sources", async () => {
  const docs = await generateDocs();

  const differing = [...docs].filter(
    ([path, text]) => readFileSync(join(root, path), "utf8") !== text,
  );

  expect(docs.size).toBeGreaterThan(10);
  expect(differing.map(([path]) => path)).toEqual([]);
});

test("every relative link leads to a file, and to a heading where it names one", () => {
  const broken = written.flatMap(({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    return links.filter((link) => !leadsSomewhere(path, link)).map((link) => `${path}: ${link}`);
  });

  expect(broken).toEqual([]);
});

test("every YAML block of the README is cut out of a file below examples/", () => {
  const readme = readText("README.md");
  const blocks = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  const sources = files
    .filter((path) => /^examples\/.+\.ya?ml$/.test(path))
    .map((path) => readText(path));

  expect(blocks.length).toBeGreaterThan(2);
  expect(blocks.filter((block) => !sources.some((source) => source.includes(block)))).toEqual([]);
});

test("workflows that users are shown pin others' actions as ours do, and our own by one commit", () => {
  const uses = (path: string) => readText(path).match(/uses: .+/g) ?? [];
  const shown = files.filter((path) => path.startsWith("examples/workflows/")).flatMap(uses);
  const own = files.filter((path) => path.startsWith(".github/workflows/")).flatMap(uses);
  const [ours, others] = [/slipway-ml\/slipway\//, /^uses: actions\//];

  expect(shown.filter((use) => others.test(use) && !own.includes(use))).toEqual([]);
  expect(shown.filter((use) => !others.test(use) && !ours.test(use))).toEqual([]);
  const commits = shown.filter((use) => ours.test(use)).map((use) => use.split("@")[1]);
  expect(commits[0]).toMatch(/^[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  expect(new Set(commits).size).toBe(1);
});

test("a code that is mentioned exists", () => {
  const known = new Set<string>([...Object.keys(errorCodes), ...Object.keys(findingCodes)]);

  const mentioned = written.flatMap(({ text }) => text.match(/\bSW(?:-D\d{3}|\d{4})\b/g) ?? []);

  expect(mentioned.length).toBeGreaterThan(20);
  expect(mentioned.filter((code) => !known.has(code))).toEqual([]);
});

test("every decision is listed", () => {
  const decisions = files.filter((path) => /^docs\/adr\/\d/.test(path));
  const index = readText("docs/adr/README.md");

  expect(decisions.filter((path) => !index.includes(`(${path.slice(9)})`))).toEqual([]);
});

test("examples of contract files are read without complaint", () => {
  const evidence = readText("docs/examples/evidence.json");
  const config = readText("examples/flight-delays/slipway.yaml");

  expect(parseEvidence(evidence, "evidence.json").outcome).toBe("fail");
  expect(parseConfig(config, "slipway.yaml").config.version).toBe(1);
});

test("no document recommends pull_request_target", () => {
  const careless = written.filter(({ path, text }) => {
    return !/^(docs\/forks\.md|SECURITY\.md)$/.test(path) && text.includes("pull_request_target");
  });

  expect(careless.map(({ path }) => path)).toEqual([]);
});

describe("the docs script", () => {
  test("replaces what stands in a region, and leaves the rest", () => {
    const text = "a\n<!-- generated: x -->old<!-- end: x -->\nb";

    const filled = fillRegions(text, (name) => name.toUpperCase());

    expect(filled).toBe("a\n<!-- generated: x -->\n\nX\n\n<!-- end: x -->\nb");
  });

  test("refuses a region without an end, and one that nothing makes", () => {
    expect(() => fillRegions("<!-- generated: x -->", () => "")).toThrow("has no end");
    expect(() => fillRegions("<!-- generated: x -->", () => undefined)).toThrow(
      "nothing generates",
    );
  });

  test("keeps a bar and a line end inside their cell", () => {
    expect(table(["a"], [["b|c\nd"]])).toBe("| a |\n| --- |\n| b\\|c d |");
  });

  test("cuts one key of a file, or one step or job of a workflow, without its indent", () => {
    const key = cutSnippet("examples/flight-delays/slipway.yaml#registry");
    const step = cutSnippet("examples/workflows/model.yml#step comment-metrics");

    expect(key).toBe("```yaml\nregistry: git\n```");
    expect(step).toMatch(/^```yaml\n- uses: \S+\/comment-metrics@.+\n {2}if: always\(\).*\n```$/);
    const job = cutSnippet("examples/workflows/deliver.yml#job production");
    expect(job).toMatch(/^```yaml\nproduction:\n {2}# [\s\S]+\n {8}audit-key: .+\n```$/);
    expect(() => cutSnippet("examples/workflows/model.yml#nothing")).toThrow("nothing to cut");
  });
});

function withoutFences(text: string): string {
  return text.replaceAll(/^( *)```[\s\S]*?^\1```$/gm, "");
}

function leadsSomewhere(from: string, link: string): boolean {
  if (/^[a-z]+:/.test(link)) return true;
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? from : normalize(join(dirname(from), path)).replaceAll("\\", "/");
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || headingsOf(target).includes(anchor);
}

/** The anchors that GitHub makes of headings. */
function headingsOf(path: string): string[] {
  const headings = withoutFences(readText(path)).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
