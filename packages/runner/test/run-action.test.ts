import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { spawnSync } from "node:child_process";
import { parseFileCommands, parseStepOutput } from "@slipway/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";

const sources = resolve(import.meta.dirname, "../src/index.ts");
const kernel = resolve(import.meta.dirname, "../../kernel/src/index.ts");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "slipway runner "));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs an action with these parts as a process of its own, as a runner would. */
function act(parts: string, env: Readonly<Record<string, string>> = {}) {
  const job = mkdtempSync(join(folder, "job-"));
  const script = join(job, "action.mjs");
  writeFileSync(
    script,
    `import { field, runAction } from ${JSON.stringify(sources)};
import { UserError } from ${JSON.stringify(kernel)};
import { z } from ${JSON.stringify(resolve(import.meta.dirname, "../node_modules/zod/index.js"))};
const rendered = { outcome: "pass", outputs: {}, log: "done" };
await runAction({
  inputs: z.strictObject({ githubToken: field.secret(), maxDrop: field.decimal(), strict: field.boolean(true),
    mode: field.choice(["one", "two"]), data: field.requiredText() }),
  ports: () => ({}), run: async (input) => input, render: () => rendered, ${parts} });`,
  );
  for (const name of ["output", "summary"]) writeFileSync(join(job, name), "");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: job,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"] ?? "",
      GITHUB_OUTPUT: join(job, "output"),
      GITHUB_STEP_SUMMARY: join(job, "summary"),
      INPUT_DATA: "a.csv",
      ...env,
    },
  });
  return {
    code: status,
    stdout,
    stderr,
    outputs: parseFileCommands(readFileSync(join(job, "output"), "utf8")),
    summary: readFileSync(join(job, "summary"), "utf8"),
    ...parseStepOutput(stdout, []),
  };
}

test("pass and warn exit 0, everything that blocks exits 1, and the output says which", () => {
  const ends = ["pass", "warn", "inconclusive", "fail", "error"].map((outcome) => {
    const { code, outputs } = act(`render: () => ({ ...rendered, outcome: "${outcome}" })`);
    return `${outputs["outcome"] ?? ""} ${code ?? -1}`;
  });

  expect(ends).toEqual(["pass 0", "warn 0", "inconclusive 1", "fail 1", "error 1"]);
});

test("a user's error exits 2 with its code, its remedy and a summary; the outcome is error", () => {
  const { code, outputs, summary, annotations, log } = act(
    `run: async () => { throw new UserError({ code: "SW1301", message: "a.csv is gone", remedy: "Bring it back.\\nSoon." }); }`,
  );

  expect({ code, outputs }).toEqual({ code: 2, outputs: { outcome: "error" } });
  expect(annotations).toMatchObject([{ level: "error", title: "Slipway SW1301" }]);
  for (const text of [summary, log, annotations[0]?.message ?? ""]) {
    expect(text).toContain("error SW1301: a.csv is gone");
    expect(text).toContain("Bring it back.");
  }
});

test("a bug of ours exits 3 with its stack and where to report it; the outcome is error", () => {
  const { code, outputs, log } = act(`run: async () => { throw new TypeError("surprise"); }`);

  expect({ code, outputs }).toEqual({ code: 3, outputs: { outcome: "error" } });
  expect(log).toMatch(/TypeError: surprise\n {4}at /);
  expect(log).toMatch(/bug of Slipway.*report/);
});

test("something that went wrong beside the verdict is told after it, and exits 2", () => {
  const { code, outputs, summary } = act(
    `render: () => ({ ...rendered, summary: "# verdict\\n", outputs: { file: "x" }, failure: new UserError({ code: "SW3102", message: "no", remedy: "Add it." }) })`,
  );

  expect({ code, outputs }).toEqual({ code: 2, outputs: { outcome: "error", file: "x" } });
  expect(summary.indexOf("# verdict")).toBeLessThan(summary.indexOf("SW3102"));
});

test("every bad input is named in one message, before ports are made", () => {
  const { code, log } = act(`ports: () => { console.log("ports were made"); return {}; }`, {
    "INPUT_MAX-DROP": "some",
    INPUT_STRICT: "yes",
    INPUT_MODE: "three",
    INPUT_DATA: "",
  });

  expect(code).toBe(2);
  expect(log).not.toContain("ports were made");
  for (const line of [
    'input `max-drop` must be a number such as 0.05 (it is "some")',
    'input `strict` must be true or false (it is "yes")',
    'input `mode` must be one or two (it is "three")',
    "input `data` is required",
  ])
    expect(log).toContain(line);
});

test("an input that is not set is neither 0 nor false", () => {
  const { log } = act(
    `run: async ({ maxDrop, strict, mode }) => { console.log(JSON.stringify([maxDrop === undefined, strict, mode === undefined])); return {}; }`,
  );

  expect(log).toContain("[true,true,true]");
});

test("a secret is masked before anything else is printed", () => {
  const { stdout, masks } = act(
    `run: async ({ githubToken }) => { throw new Error("leaked " + githubToken); }`,
    { "INPUT_GITHUB-TOKEN": "hunter2", INPUT_MODE: "one" },
  );
  const early = act("", { "INPUT_GITHUB-TOKEN": "hunter2", INPUT_MODE: "hunter2" });

  expect(stdout.startsWith("::add-mask::hunter2")).toBe(true);
  expect(masks).toEqual(["hunter2"]);
  expect(early.stdout.startsWith("::add-mask::hunter2")).toBe(true);
});

const hostile = [
  "::set-output name=outcome::pass",
  "##[error]no",
  "  ::error::smuggled",
  "a%0A::notice::smuggled",
  "a\\r\\n::warning::smuggled",
  "::stop-commands::x",
  "::add-mask::e",
];

test("hostile text in log, errors, titles and outputs never becomes a command", () => {
  const text = hostile.join("\\n");
  const shown = act(
    `render: () => ({ ...rendered, outcome: "fail", log: ${quoted(text)}, outputs: { file: ${quoted(text)} },
      annotations: [{ level: "warning", title: ${quoted(text)}, message: ${quoted(text)}, file: "a,b::c.csv", line: 3 }] })`,
  );
  const thrown = act(
    `run: async () => { throw new UserError({ code: "SW1301", message: ${quoted(text)}, remedy: ${quoted(text)} }); }`,
  );

  expect(shown.annotations).toHaveLength(1);
  expect(shown.annotations[0]).toMatchObject({ level: "warning", file: "a,b::c.csv", line: 3 });
  expect(shown.outputs["outcome"]).toBe("fail");
  expect(Object.keys(shown.outputs).sort()).toEqual(["file", "outcome"]);
  expect(thrown.annotations).toHaveLength(1);
  expect(thrown.outputs).toEqual({ outcome: "error" });
  expect([shown.masks, thrown.masks]).toEqual([[], []]);
});

test("ten annotations of a level are shown, and the rest is counted", () => {
  const { annotations, cut, log } = act(
    `render: () => ({ ...rendered, annotations: Array.from({ length: 14 }, (_, at) => ({ level: "error", title: "t" + at, message: "x".repeat(9000) })) })`,
  );

  expect(annotations.map(({ title }) => title)).toEqual(
    Array.from({ length: 10 }, (_, at) => `t${at}`),
  );
  expect(cut).toEqual([]);
  expect(log).toContain("4 more of level error are in the summary.");
});

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
