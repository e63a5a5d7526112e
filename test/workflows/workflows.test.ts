import { describe, expect, test } from "vitest";
import { grantPermissions } from "./grant-permissions.ts";
import { refsToPaths } from "./lint-workflows.ts";
import { extractWorkflows } from "./list-workflows.ts";
import { listLabels, mapUses } from "./map-uses.ts";
import { matchTrigger, type Happening } from "./match-trigger.ts";
import { readActOutput } from "./read-act-output.ts";
import { rewriteWorkflow } from "./rewrite-workflow.ts";
import { parseWorkflow, type Workflow } from "./workflow.ts";

function aWorkflow(on: string, job = "runs-on: ubuntu-latest"): Workflow {
  return parseWorkflow(`on: ${on}\npermissions: {}\njobs: { a: { ${job} } }`, "a workflow");
}

describe("triggers are matched as GitHub does", () => {
  const pull: Happening = { event: "pull_request", type: "opened", branch: "main" };
  const push: Happening = { event: "push", branch: "main", paths: ["data/a.csv", "README.md"] };
  const cases: readonly (readonly [string, Happening, boolean])[] = [
    ["push", push, true],
    ["pull_request", push, false],
    ["[push, pull_request]", pull, true],
    ["pull_request", { ...pull, type: "labeled" }, false],
    ["{ pull_request: { types: [labeled] } }", { ...pull, type: "labeled" }, true],
    ["{ pull_request: { types: [labeled] } }", pull, false],
    ["{ pull_request: }", pull, true],
    ["{ push: { branches: [main] } }", push, true],
    ["{ push: { branches: ['release/*'] } }", push, false],
    ["{ push: { branches: ['release/*'] } }", { ...push, branch: "release/1/x" }, false],
    ["{ push: { branches: ['release/**'] } }", { ...push, branch: "release/1/x" }, true],
    ["{ push: { branches: ['**', '!main'] } }", push, false],
    ["{ push: { branches-ignore: [main] } }", push, false],
    ["{ push: { tags: ['v*'] } }", push, false],
    ["{ push: { tags: ['v*'] } }", { event: "push", tag: "v1.2" }, true],
    ["{ push: { branches: [main] } }", { event: "push", tag: "v1.2" }, false],
    ["{ push: { paths: ['data/**'] } }", push, true],
    ["{ push: { paths: ['**/*.csv'] } }", push, true],
    ["{ push: { paths: ['*.csv'] } }", push, false],
    ["{ push: { paths-ignore: ['**.md'] } }", push, true],
    ["{ push: { paths-ignore: ['**'] } }", push, false],
    ["{ workflow_run: { workflows: [model] } }", { event: "workflow_run", workflow: "x" }, false],
    ["{ workflow_run: { workflows: [x] } }", { event: "workflow_run", workflow: "x" }, true],
  ];

  test.each(cases)("%s on %o: %s", (on, happening, isStarted) => {
    expect(matchTrigger(aWorkflow(on), happening)).toBe(isStarted);
  });
});

describe("a token may do what the job says, else the workflow", () => {
  const job = (permissions: string) => `runs-on: ubuntu-latest, permissions: ${permissions}`;
  const cases: readonly (readonly [string, boolean, object])[] = [
    ["runs-on: ubuntu-latest", false, {}],
    [job("{ contents: write, issues: none }"), false, { contents: "write" }],
    [job("{ contents: write, id-token: write }"), true, { contents: "read" }],
  ];

  test.each(cases)("%s, from a fork: %s", (text, isFork, permissions) => {
    const workflow = aWorkflow("push", text);

    expect(grantPermissions(workflow, workflow.jobs["a"] ?? { steps: [] }, isFork)).toEqual(
      permissions,
    );
  });

  test("where nobody says anything it reads contents, and write-all is everything", () => {
    const open = parseWorkflow("on: push\njobs: { a: { runs-on: ubuntu-latest } }", "open");
    const all = { steps: [], permissions: "write-all" as const };

    expect(grantPermissions(open, { steps: [] }, false)).toEqual({ contents: "read" });
    expect(grantPermissions(open, all, false)).toMatchObject({
      contents: "write",
      checks: "write",
    });
  });
});

test("every uses is ours or has a stub, and every label a runner", () => {
  const steps = "steps: [{ uses: acme/slipway/actions/x@v1 }, { uses: actions/checkout@abc }]";
  const workflow = aWorkflow("push", `runs-on: ubuntu-24.04, ${steps}`);
  const matrix = "runs-on: '${{ matrix.os }}', strategy: { matrix: { os: [ubuntu-latest, rare] } }";

  expect([...mapUses(workflow, "/release").keys()]).toEqual([
    "acme/slipway@v1",
    "actions/checkout@abc",
  ]);
  expect(mapUses(workflow, "/release").get("acme/slipway@v1")).toBe("/release");
  expect(listLabels(workflow)).toEqual(["ubuntu-24.04"]);
  expect(() => listLabels(aWorkflow("push", matrix))).toThrow("rare");
  expect(() => listLabels(aWorkflow("push", "uses: ./.github/workflows/x.yml"))).toThrow("Job a");
});

test("what act does not know is spelt out or dropped", () => {
  const job = `runs-on: ubuntu-latest, cache-mode: read, environment: { name: p, deployment: false },
    steps: [{ uses: $/actions/x }]`;

  const rewritten = rewriteWorkflow(aWorkflow("push", job)).jobs["a"];

  expect(rewritten?.["cache-mode"]).toBeUndefined();
  expect(rewritten?.environment).toBe("p");
  expect(rewritten?.steps.map((step) => step.uses)).toEqual([
    undefined,
    "slipway/slipway/actions/x@0000000000000000000000000000000000000000",
  ]);
});

test("workflows are found in Markdown by what they are, not by their fence alone", () => {
  const block = (text: string) => `\`\`\`yaml\n${text}\`\`\`\n`;
  const text = `${block("version: 1\n")}text\n${block("on: push\njobs: {}\n")}`;

  expect(extractWorkflows(text, "README.md")).toEqual([
    { path: "README.md#1", text: "on: push\njobs: {}\n" },
  ]);
});

test("refs to our actions become local paths, so that actionlint reads their action.yml", () => {
  expect(refsToPaths("- uses: acme/slipway/actions/x@0a1b # v1\n- uses: $/actions/y")).toBe(
    "- uses: ./actions/x # v1\n- uses: ./actions/y",
  );
});

test("a job that act does not mention was skipped, and masked values are not kept", () => {
  const workflow = parseWorkflow("on: push\njobs: { a: { steps: [] }, b: { steps: [] } }", "two");
  const lines = [
    { jobID: "a", command: "add-mask", arg: "secret", msg: "secret" },
    { jobID: "a", jobResult: "success", matrix: { os: "x", v: 1 }, msg: "done" },
  ];

  const run = readActOutput(lines.map((line) => JSON.stringify(line)).join("\n"), workflow);

  expect(run.jobs).toEqual({ "a (x, 1)": "success", b: "skipped" });
  expect(run.log).toBe("[a] done");
});
