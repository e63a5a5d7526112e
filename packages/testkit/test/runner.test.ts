import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import {
  createFakeGitHub,
  createRunner,
  parseFileCommands,
  parseStepOutput,
  type FakeGitHub,
  type Runner,
} from "../src/index.ts";

const metadata = `
name: Probe
inputs:
  github-token: { default: "\${{ github.token }}" }
  data file: { default: a.csv }
  strict: { default: true }
  report: {}
outputs:
  env: {}
runs: { using: node24, main: main.mjs }
`;

let folder: string;
let github: FakeGitHub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "slipway-runner-"));
  github = await createFakeGitHub();
  github.addRepository({ fullName: "octo/model" });
});

afterAll(async () => {
  await github.close();
  await rm(folder, { recursive: true });
});

async function aRunner(script: string): Promise<Runner> {
  const actionsDirectory = await mkdtemp(join(folder, "actions-"));
  await mkdir(join(actionsDirectory, "probe"));
  await writeFile(join(actionsDirectory, "probe/action.yml"), metadata);
  await writeFile(join(actionsDirectory, "probe/main.mjs"), script);
  return createRunner({
    github,
    repository: "octo/model",
    workspace: folder,
    sha: "a".repeat(40),
    runId: 77,
    eventName: "pull_request",
    event: { number: 7 },
    ref: "refs/pull/7/merge",
    headRef: "change",
    baseRef: "main",
    actor: "mona",
    actionsDirectory,
  });
}

test("a step gets the environment of a hosted runner, and nothing else of this process", async () => {
  const runner = await aRunner(`
    import { appendFileSync, readFileSync } from "node:fs";
    const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, "utf8"));
    const env = { ...process.env, EVENT_NUMBER: String(event.number), CWD: process.cwd() };
    appendFileSync(process.env.GITHUB_OUTPUT, "env<<END\\n" + JSON.stringify(env) + "\\nEND\\n");
  `);
  process.env["SLIPWAY_LEAK"] = "seen";

  const result = await runner.runAction({ action: "probe", token: "ghs_secret", inputs: {} });
  delete process.env["SLIPWAY_LEAK"];
  await runner.close();

  const env: unknown = JSON.parse(result.outputs["env"] ?? "{}");
  expect(result).toMatchObject({ exitCode: 0, stderr: "", cut: [] });
  expect(env).toMatchObject({
    CWD: folder,
    EVENT_NUMBER: "7",
    GITHUB_ACTOR: "mona",
    GITHUB_API_URL: github.url,
    GITHUB_BASE_REF: "main",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_HEAD_REF: "change",
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_REF_NAME: "7/merge",
    GITHUB_REPOSITORY: "octo/model",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_RUN_ID: "77",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "a".repeat(40),
    GITHUB_WORKSPACE: folder,
    INPUT_DATA_FILE: "a.csv",
    "INPUT_GITHUB-TOKEN": "ghs_secret",
    INPUT_REPORT: "",
    INPUT_STRICT: "true",
    RUNNER_TEMP: runner.temp,
  });
  expect(env).not.toHaveProperty("SLIPWAY_LEAK");
  expect(env).not.toHaveProperty("VITEST");
});

test("annotations, summary, state, masks and exit code come back as GitHub would show them", async () => {
  const runner = await aRunner(`
    import { appendFileSync } from "node:fs";
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# Report of hunter2\\n");
    appendFileSync(process.env.GITHUB_STATE, "started=1\\n");
    console.log("::add-mask::hunter2");
    console.log("::error file=data/a.csv,line=3,col=2,title=Range%3A delay::two%0Alines, 100%25");
    console.log("the password is hunter2, the token ghs_secret");
    process.exitCode = 1;
  `);

  const result = await runner.runAction({ action: "probe", token: "ghs_secret" });
  await runner.close();

  expect({ ...result, ms: 0, stdout: "" }).toEqual({
    exitCode: 1,
    wasKilled: false,
    stdout: "",
    stderr: "",
    log: "error: two\nlines, 100%\nthe password is ***, the token ***\n",
    outputs: {},
    state: { started: "1" },
    summary: "# Report of ***\n",
    annotations: [
      {
        level: "error",
        message: "two\nlines, 100%",
        title: "Range: delay",
        file: "data/a.csv",
        line: 3,
        column: 2,
      },
    ],
    masks: ["hunter2"],
    cut: [],
    ms: 0,
  });
});

test("what GitHub cuts or warns of is reported", async () => {
  const runner = await aRunner(`
    import { appendFileSync } from "node:fs";
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024 + 1));
    appendFileSync(process.env.GITHUB_OUTPUT, "extra=1\\n");
    for (let index = 0; index < 12; index += 1) console.log("::warning::number " + index);
    console.log("::notice::" + "n".repeat(5000));
  `);

  const result = await runner.runAction({ action: "probe", inputs: { typo: "1" } });
  await runner.close();

  expect(result.annotations.map((one) => one.message.length)).toEqual([
    ...Array.from({ length: 10 }, () => 8),
    4096,
  ]);
  expect(result.summary).toBe("");
  expect(result.cut).toEqual([
    "the input typo is not declared in action.yml",
    "the output extra is not declared in action.yml",
    "a notice of 5000 characters was cut at 4096",
    "2 of 12 warnings are not shown",
    "the summary of 1048577 bytes is over 1048576 and not shown",
  ]);
});

test("a later step of the job sees what an earlier one wrote to GITHUB_ENV and RUNNER_TEMP", async () => {
  const runner = await aRunner(`
    import { appendFileSync, existsSync, writeFileSync } from "node:fs";
    import { join } from "node:path";
    const marker = join(process.env.RUNNER_TEMP, "marker");
    console.log(existsSync(marker), process.env.FROM_STEP, process.env.PATH.startsWith("/tool/bin"));
    writeFileSync(marker, "");
    appendFileSync(process.env.GITHUB_ENV, "FROM_STEP=yes\\n");
    appendFileSync(process.env.GITHUB_PATH, "/tool/bin\\n");
  `);

  const first = await runner.runAction({ action: "probe" });
  const second = await runner.runAction({ action: "probe" });
  await runner.close();

  expect([first.stdout, second.stdout]).toEqual(["false undefined false\n", "true yes true\n"]);
});

test("a step that does not end is killed", async () => {
  const runner = await aRunner("setInterval(() => undefined, 1000);");

  const result = await runner.runAction({ action: "probe", timeoutMs: 300 });
  await runner.close();

  expect(result.exitCode).toBe(-1);
});

test("commands inside stop-commands are text", () => {
  const output = "::stop-commands::abc\n::error::not one\n::abc::\n::error::one";

  expect(parseStepOutput(output, [])).toEqual({
    annotations: [{ level: "error", message: "one" }],
    masks: [],
    log: "::error::not one\nerror: one",
    cut: [],
  });
});

test("file commands are lines or blocks; a block that does not end fails the step", () => {
  expect(parseFileCommands("a=1=2\nb<<X\none\n\ntwo=3\nX\nc=\n")).toEqual({
    a: "1=2",
    b: "one\n\ntwo=3",
    c: "",
  });
  expect(() => parseFileCommands("b<<X\none\n")).toThrow("Matching delimiter not found 'X'");
  expect(() => parseFileCommands("nonsense\n")).toThrow("Invalid format");
});
