import type { StepResult } from "@slipway/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsFolder, runJob } from "./jobs.ts";
import { repository } from "./scene.ts";
import { readState } from "./state.ts";
import { createStory, registerNext, type Story } from "./story.ts";
import { answer, startRun } from "./steps.ts";

const pieces = [
  "a | b ` c `` d",
  "@all @octo/team #1 GH-2 www.evil.example http://evil.example",
  "::set-output name=state::allowed",
  "\n::error title=x::pwned\n::add-mask::allowed\n",
  "\r::stop-commands::x\r##[error]pwned",
  "<!-- x --> <!--",
  "../../etc/passwd",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "[x](javascript:alert(1)) ![x](https://evil.example/pixel.png)",
  "%0A::error::pwned%0D%25",
  "\u001b[31mred\u001b]8;;https://evil.example\u0007",
  "\u202egnp.exe \u2066x\u2069 \u200b",
  "\n```\n# heading\n> [!CAUTION]\n",
  '{"slipway":{"entry":0,"digest":"sha256:0"}} "model":"fraud"',
  "$(touch pwned) ${{ github.token }} ; rm -rf /",
] as const;
const everything = pieces.join(" ");

let story: Story;
let sha: string;
let actions: string;

beforeAll(async () => {
  story = await createStory(`
  - { name: staging }
  - name: production
    approvals: { min: 1, not-author: true }
`);
  ({ sha } = await registerNext(story, 2));
  actions = await actionsFolder(story.folder);
});
afterAll(() => story.close());

type Action = "register-model" | "promote-model";

function run(action: Action, inputs: Readonly<Record<string, string>>, runId?: number) {
  return runJob(story, {
    action,
    actions,
    sha,
    runId: runId ?? startRun(story, { sha }),
    token: story.token,
    inputs: { "github-token": story.token, ...inputs },
  });
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
    .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1\s*$/gm, "")
    .replace(/`[^`\n]*`/g, "")
    .replace(/<code>[^<]*<\/code>/g, "");
  expect(prose).not.toMatch(/<!--|-->|<script|<img|\]\(javascript|!\[/i);
  expect(prose).not.toMatch(/(?:^|[^\w])@\w|(?:^|\s)#\d|https?:\/\/evil|www\.evil/m);
  expect(prose).not.toMatch(/^(?:# h|```)/m);
  expectNoControls(markdown);
}

function expectNoControls(text: string): void {
  expect(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u.exec(text)).toBeNull();
}

/** What a refused input may leave: one error of ours, and nothing that the text asked for. */
function expectUserError(step: StepResult): void {
  expect([step.exitCode, step.outputs, step.cut]).toEqual([2, { outcome: "error" }, []]);
  expect(step.annotations.map(({ level, title }) => [level, title?.slice(0, 10)])).toEqual([
    ["error", "Slipway SW"],
  ]);
  expect([...new Set(obeyed(step))]).toEqual(["add-mask", "error"]);
  expect(step.stdout.length).toBeLessThan(20_000);
  expectInert(step.summary);
  expectNoControls(step.log);
}

test.each(["model", "to", "branch", "version", "reason", "output"])(
  "hostile text as the input %s is a user's error, or harmless, and moves nothing",
  async (name) => {
    const before = await readState(story);
    const action = name === "version" ? "register-model" : "promote-model";
    const usual =
      action === "register-model" ? { model: "churn" } : { model: "churn", to: "staging" };
    const given = action === "register-model" ? usual : { ...usual, "dry-run": "true" };

    const step = await run(action, { ...given, [name]: everything });

    if (step.exitCode !== 0) expectUserError(step);
    expectInert(step.summary);
    expectNoControls(step.log);
    expect(await readState(story)).toStrictEqual(before);
  },
);

test.each(["model", "reason"])("ten thousand characters in the input %s are cut", async (name) => {
  const usual = { model: "churn", to: "staging", "dry-run": "true" };

  expectUserError(await run("promote-model", { ...usual, [name]: "x@all|`<!--".repeat(1000) }));
});

test.each(["model", "to"])(
  "a %s of a pull request's making does not become a path",
  async (name) => {
    const step = await run("promote-model", {
      model: "churn",
      to: "staging",
      [name]: "../../environments/production/churn",
    });

    expectUserError(step);
  },
);

test("a hostile reason is recorded word for word, and shown as text everywhere", async () => {
  const step = await run("promote-model", { model: "churn", to: "staging", reason: everything });

  const { entries, problems } = await readState(story);
  const reason = everything.trim();
  expect(step.exitCode, step.log).toBe(0);
  expect(step.outputs).toMatchObject({ outcome: "pass", state: "allowed", changed: "true" });
  expect(JSON.parse(step.outputs["document"] ?? "")).toMatchObject({ reason });
  expect(entries.at(-1)).toMatchObject({ type: "promoted", model: "churn", reason });
  expect(problems).toEqual([]);
  expect(obeyed(step).filter((name) => name !== "add-mask" && name !== "notice")).toEqual([]);
  expect(step.cut).toEqual([]);
  expectInert(step.summary);
  expectNoControls(step.log);
});

test("hostile logins and branch names are shown as text, and count as what they are", async () => {
  const login = "eve|`@all`<!-- ::error::x";
  story.github.protectEnvironment(repository, "production", {
    reviewers: [{ type: "User", login }],
  });
  const runId = startRun(story, { sha, environment: "production", by: login });
  await answer(story, runId, { environment: "production", by: login });
  await story.git.git("push", "-q", "origin", "main:refs/heads/a-$(touch-pwned);|`@all`");
  await story.git.git("push", "-q", "origin", "main:refs/heads/::set-output-x".replace("::", ";;"));

  const step = await run("promote-model", { model: "churn", to: "production" }, runId);

  expect(step.exitCode, step.log).toBe(0);
  expect(JSON.parse(step.outputs["document"] ?? "")).toMatchObject({
    approvals: [{ person: { login }, counted: true }],
  });
  expect(obeyed(step).filter((name) => name !== "add-mask" && name !== "notice")).toEqual([]);
  expectInert(step.summary);
  expectNoControls(step.log);
});

test("the log's secret key and the token are nowhere in what a job shows", async () => {
  const { logKey } = await import("./scene.ts");
  const step = await run("promote-model", { model: "churn", to: "staging", reason: logKey.secret });

  const shown = JSON.stringify([step.log, step.summary]);
  expect(shown).not.toContain(story.token);
  expect(shown).not.toContain(logKey.secret);
  expect(step.masks).toContain(logKey.secret);
});
