import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  createFakeGitHub,
  createFakeRegistry,
  createGitFixture,
  createRunner,
  type FakeGitHub,
  type FakeRegistry,
  type StepResult,
} from "@slipway/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const actions = await readdir(join(root, "actions"));
const secret = "ghs_0123456789abcdefSECRET";

/** What each action says in an empty workspace, where it has nothing to work on. */
const expected: Readonly<Record<string, string>> = {
  "comment-metrics": "SW1402",
  "evaluate-model": "SW1101",
  "promote-model": "SW1001",
  "register-model": "SW1001",
  "store-evidence": "SW1402",
  "validate-data": "SW1101",
  "verify-audit": "SW3204",
  "verify-model": "SW1001",
};

let github: FakeGitHub;
let registry: FakeRegistry;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "slipway bundles "));
  github = await createFakeGitHub();
  github.addRepository({ fullName: "octo/model" });
  registry = await createFakeRegistry({ packages: {} });
});

afterAll(async () => {
  await github.close();
  await registry.close();
  await rm(folder, { recursive: true, force: true });
});

type Call = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly workspace?: string;
};

async function act(action: string, call: Call = {}): Promise<StepResult & { left: string[] }> {
  const workspace = call.workspace ?? (await mkdtemp(join(folder, "workspace ")));
  await mkdir(workspace, { recursive: true });
  const runner = await createRunner({
    github,
    repository: "octo/model",
    workspace,
    sha: "a".repeat(40),
    runId: 7,
    eventName: call.eventName ?? "push",
  });
  const result = await runner.runAction({
    action,
    token: secret,
    inputs: call.inputs ?? {},
    env: { npm_config_registry: registry.url },
  });
  const evidence = join(runner.temp, "slipway", "evidence");
  const left = (await readdir(evidence, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
  await runner.close();
  return { ...result, left };
}

test("every action is known here and starts from the suite's one bundle", async () => {
  expect(actions.toSorted()).toEqual(Object.keys(expected).sort());
  for (const action of actions) {
    expect(await readFile(join(root, "actions", action, "main.mjs"), "utf8")).toBe(
      `import("../../dist/index.js").then(({ start }) => start("${action}"));\n`,
    );
  }
});

for (const action of actions) {
  test(`${action} in an empty workspace ends with a clear error, and asks nobody`, async () => {
    github.log.clear();

    const { exitCode, outputs, annotations, summary, log, stderr, stdout, cut, left } =
      await act(action);

    const code = expected[action] ?? "";
    expect({ exitCode, outputs, cut, left, stderr }).toEqual({
      exitCode: 2,
      outputs: { outcome: "error" },
      cut: [],
      left: [],
      stderr: "",
    });
    expect(annotations).toMatchObject([{ level: "error", title: `Slipway ${code}` }]);
    expect(log).toContain(`error ${code}: `);
    expect(summary).toContain(code);
    expect(github.log.entries).toEqual([]);
    expect(registry.requests).toEqual([]);
    expect(stdout.split("\n").filter((line) => line.includes(secret))).toEqual([
      `::add-mask::${secret}`,
    ]);
    expect(stdout.startsWith(`::add-mask::${secret}`)).toBe(true);
  });
}

test("bad inputs are all named at once, before anything is touched", async () => {
  const { exitCode, log, left } = await act("evaluate-model", {
    inputs: { task: "ranking", "first-run": "never", "on-inconclusive": "perhaps" },
  });

  expect({ exitCode, left }).toEqual({ exitCode: 2, left: [] });
  expect(log).toMatch(/input `task` must be .*"ranking"/);
  expect(log).toMatch(/input `first-run` must be .*"never"/);
  expect(log).toMatch(/input `on-inconclusive` must be .*"perhaps"/);
});

test("what a user wrote cannot become a command of the runner", async () => {
  const hostile = "x\n::set-output name=outcome::pass\n##[error]no\n::add-mask::e";
  const { outputs, annotations, masks } = await act("validate-data", {
    inputs: { config: hostile },
  });

  expect(outputs).toEqual({ outcome: "error" });
  expect(annotations).toHaveLength(1);
  expect(masks).toEqual([secret]);
});

test("paths that lead out of the workspace are refused", async () => {
  const outside = await mkdtemp(join(folder, "outside "));
  const codes: (string | undefined)[] = [];
  for (const config of ["../slipway.yaml", join(outside, "slipway.yaml")]) {
    const { annotations } = await act("validate-data", { inputs: { config } });
    codes.push(annotations[0]?.title);
  }

  expect(codes).toEqual(["Slipway SW1302", "Slipway SW1302"]);
});

test("store-evidence refuses to run for a pull request of any kind", async () => {
  for (const eventName of ["pull_request", "pull_request_target"]) {
    const fixture = await createGitFixture({ parent: folder });
    await fixture.commit();

    const result = await act("store-evidence", { eventName, workspace: fixture.work });

    expect(result).toMatchObject({ exitCode: 2, outputs: { outcome: "error" } });
    expect(result.log).toContain("SW1001");
  }
});
