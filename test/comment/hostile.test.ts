import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence } from "@slipway/contracts";
import { actionsBot, type StepResult } from "@slipway/testkit";
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  aDataCheck,
  aMetric,
  anEvaluation,
  aValidation,
} from "../../packages/report/test/builders.ts";
import { hostileScene } from "../../packages/report/test/hostile.ts";
import { actionsFolder, addRun, startJob } from "./jobs.ts";
import { createScene, repository, type Scene } from "./scene.ts";

const marker = '<!-- slipway:metrics:v1 {"schema":"slipway/comment/v1"} -->';
const hostile = [
  "a | b ` c `` d",
  "@all @octo/team #1 GH-2 www.evil.example http://evil.example",
  "::set-output name=outcome::pass",
  "\n::error title=x::pwned\n::add-mask::pass\n",
  "\r::stop-commands::x\r##[error]pwned",
  "x ##[set-env name=PATH;]/tmp",
  "<!-- x --> <!--",
  `-->\n\n${marker}`,
  "../../etc/passwd",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "[x](javascript:alert(1)) ![x](https://evil.example/pixel.png)",
  "%0A::error::pwned%0D%25",
  "\u001b[31mred\u001b]8;;https://evil.example\u0007",
  "\u202egnp.exe \u2066x\u2069 \u200b",
  "$\\color{red}{x}$ :rocket: <details>",
  "\n```\n# heading\n> [!CAUTION]\n",
  "\ud800 half",
  "__proto__",
] as const;

let scene: Scene;
let actions: string;
let token: string;

beforeAll(async () => {
  scene = await createScene();
  actions = await actionsFolder(scene.folder);
  token = scene.github.token("job", { permissions: { "pull-requests": "write" } }).value;
});

afterEach(() => {
  scene.github.state.repositories.get(repository)?.comments.splice(0);
});

afterAll(() => scene.close());

/** Runs the action as a process over these files of the evidence folder. */
async function show(files: Readonly<Record<string, string>>): Promise<StepResult> {
  const job = await startJob(scene, { actions, runId: addRun(scene, 1) });
  const folder = join(job.runner.temp, "slipway", "evidence");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return job.step("comment-metrics", token, { upload: "false" });
}

function filesOf(evidences: readonly Evidence[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    evidences.map((evidence, index) => [`${index}.json`, JSON.stringify(evidence)]),
  );
}

/** The workflow commands that a runner would obey: `::name` at the start of a line, `##[` anywhere. */
function obeyed({ stdout, stderr }: StepResult): readonly string[] {
  const found: string[] = [];
  let stop: string | undefined;
  for (const line of `${stdout}\n${stderr}`.split(/\r\n|\r|\n/)) {
    if (stop !== undefined) {
      if (line.trim() === `::${stop}::`) stop = undefined;
      continue;
    }
    stop = /^\s*::stop-commands::(.+)$/.exec(line)?.[1];
    const name = /^\s*::([a-z-]+)|##\[/.exec(line);
    if (stop === undefined && name !== null) found.push(name[1] ?? "##[");
  }
  expect(stop).toBeUndefined();
  return found;
}

function expectInert(markdown: string): void {
  const prose = markdown
    .replace(/<!-- slipway:metrics:v1 [^\n]* -->$/, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/<code>[^<]*<\/code>/g, "");
  expect(prose).not.toMatch(/<!--|-->|<script|<img|\]\((?!https:\/\/github\.com)|!\[/i);
  expect(prose).not.toMatch(/(?:^|[^\w])@\w|(?:^|\s)#\d|https?:\/\/evil|www\.evil/m);
  expect(prose).not.toMatch(/^(?:# |```)/m);
  expect(prose.match(/^> \[!/gm)?.length ?? 0).toBeLessThanOrEqual(1);
  expectNoControls(markdown);
}

function expectNoControls(text: string): void {
  expect(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.exec(text)).toBeNull();
}

test.each(hostile)("%j in every text is shown, and does nothing", async (text) => {
  const step = await show(filesOf(hostileScene(text)));

  const [comment, ...others] = scene.comments(1);
  const report = await readFile(step.outputs["report-path"] ?? "", "utf8");
  expect([step.exitCode, others, comment?.author]).toEqual([1, [], actionsBot]);
  expect(comment?.body.match(/<!--/g)).toHaveLength(1);
  expectInert(comment?.body ?? "");
  expectInert(step.summary);
  expect(report).not.toMatch(
    /<script|<img|<iframe|<object|<[a-z][^>]* on\w+=|href="(?!#|https?:\/\/)/i,
  );
  expectNoControls(report);
  expect(obeyed(step)).toEqual(["add-mask"]);
  expectNoControls(step.log);
  expect([step.annotations, Object.keys(step.outputs).sort(), step.cut]).toEqual([
    [],
    ["comment", "comment-url", "outcome", "report-path"],
    [],
  ]);
  expect(step.outputs["outcome"]).toBe("error");
  const shown = JSON.stringify([step.log, step.summary, step.outputs, report, scene.comments(1)]);
  expect(shown.includes(token)).toBe(false);
});

test.each(hostile)(
  "%j where it makes evidence damaged is a user's error, and does nothing",
  async (text) => {
    const name = text.replace(/[/\0]/g, "_").toWellFormed();
    const bad = JSON.stringify({ ...aValidation(), inputs: { [text]: 1 }, rows: text });

    const step = await show({ [`${name}.json`]: bad });

    expect([step.exitCode, step.outputs]).toEqual([2, { outcome: "error" }]);
    expect(step.annotations.map(({ level, title }) => [level, title])).toEqual([
      ["error", "Slipway SW1401"],
    ]);
    expect(obeyed(step)).toEqual(["add-mask", "error"]);
    expectNoControls(step.log);
    expectNoControls(step.summary);
    expect(scene.comments(1)).toEqual([]);
  },
);

test("texts of a megabyte are cut, and cost neither the verdict nor the time", async () => {
  const long = "x@all|".repeat(175_000);
  const checks = [
    aDataCheck({
      outcome: "fail",
      failed: 1,
      reason: long,
      code: long,
      expected: long,
      observed: { found: long },
    }),
  ];
  const slice = { [long]: long };
  const evaluation = anEvaluation({
    inputs: { [long]: [long] },
    metrics: [aMetric("roc_auc", 0.7, { slice, undefined: long, params: { [long]: long } })],
  });

  const step = await show(filesOf([aValidation({ checks }), evaluation]));

  const body = scene.comments(1)[0]?.body ?? "";
  expect([step.exitCode, step.outputs["comment"], step.cut]).toEqual([1, "created", []]);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_000);
  expect(step.stdout.length).toBeLessThan(100_000);
  expectInert(body);
  expect(step.ms).toBeLessThan(15_000);
});
