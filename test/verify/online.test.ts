import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { auditVerificationSchema, modelVerificationSchema } from "@slipway/contracts";
import { createFakeGitHub, createRunner, type FakeGitHub, type StepResult } from "@slipway/testkit";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { root } from "../repository/list-files.ts";
import { slipway, type Ended } from "./command-line.ts";
import { pushLog, rewriteLog } from "./rewrite-log.ts";
import { createScene, type Scene } from "./scene.ts";

const repository = "octo/model";

let scene: Scene;
let github: FakeGitHub;
let actions: string;

beforeAll(async () => {
  scene = await createScene();
  github = await createFakeGitHub();
  github.addRepository({ fullName: repository, gitDirectory: scene.git.remote });
  // The adapter fixes the address of the API when it is loaded.
  vi.stubEnv("GITHUB_API_URL", github.url);
  const { connect, githubDeployments } = await import("@slipway/github");
  const { value } = github.token("deployer", { permissions: { deployments: "write" } });
  const deployments = githubDeployments(
    connect({ token: value, repository, tell: () => undefined, secondMs: 1 }),
  );
  for (const [entry, { version, digest, commit }] of [
    [2, scene.old],
    [5, scene.new],
  ] as const) {
    await deployments.create({
      ...{ environment: "production", commit, entry, size: entry + 1 },
      ...{ root: scene.roots[entry] ?? "", model: "flight-delays", version, digest },
      description: version,
    });
  }
  actions = actionsFolder();
  rememberPushes([]);
});

/** What GitHub remembers of pushes; the fake knows no such thing by itself. */
function rememberPushes(pushes: readonly { before: string; after: string }[]): void {
  const body = pushes.map((push, id) => ({
    ...{ id, node_id: "", ref: "refs/heads/slipway", timestamp: "2026-03-02T10:00:00Z", ...push },
    ...{ activity_type: "force_push", actor: { login: "mallory", id: 6 } },
  }));
  const page = { contentType: "application/json", body: JSON.stringify(body) };
  github.servePage(`/repos/${repository}/activity`, page);
}

afterAll(async () => {
  vi.unstubAllEnvs();
  await github.close();
  await scene.git.remove();
});

/** Actions that start from the sources, so that no test depends on when dist/ was built. */
function actionsFolder(): string {
  const folder = join(scene.git.root, "actions");
  const suite = pathToFileURL(join(root, "packages", "suite", "src", "index.ts")).href;
  for (const name of ["verify-audit", "verify-model"]) {
    mkdirSync(join(folder, name), { recursive: true });
    cpSync(join(root, "actions", name, "action.yml"), join(folder, name, "action.yml"));
    writeFileSync(
      join(folder, name, "main.mjs"),
      `import("${suite}").then(({ start }) => start("${name}"));\n`,
    );
  }
  return folder;
}

const reading = { contents: "read", deployments: "read" } as const;
const tokenOf = (permissions: Parameters<FakeGitHub["token"]>[1]) =>
  github.token(JSON.stringify(permissions), permissions).value;

const online = () =>
  slipway(scene.git.work, ["verify", "audit", "--online", "--format", "json"], {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: tokenOf({ permissions: reading }),
  });

async function step(
  action: string,
  inputs: Readonly<Record<string, string>> = {},
  permissions: Readonly<Record<string, "read">> = reading,
): Promise<StepResult> {
  const runner = await createRunner({
    ...{ github, repository, workspace: scene.git.work, sha: scene.new.commit, runId: 7 },
    actionsDirectory: actions,
  });
  const result = await runner.runAction({ action, inputs, token: tokenOf({ permissions }) });
  await runner.close();
  return result;
}

const openChecks = ({ stdout }: Pick<Ended, "stdout">) =>
  auditVerificationSchema
    .parse(JSON.parse(stdout))
    .checks.filter(({ outcome }) => outcome !== "pass")
    .map(({ id, outcome }) => [id, outcome]);

/** The commit of the log, fetched, so that it can be put back. */
async function tipOfLog(): Promise<string> {
  await scene.git.git("fetch", "-q", "origin", "slipway");
  return scene.git.git("rev-parse", "FETCH_HEAD");
}

test("the action compares the log with what deployments pinned, and writes outputs and summary", async () => {
  const { exitCode, outputs, summary, annotations, cut } = await step("verify-audit");

  const document = auditVerificationSchema.parse(JSON.parse(outputs["document"] ?? ""));
  expect({ exitCode, cut, annotations, outcome: outputs["outcome"] }).toEqual({
    exitCode: 0,
    cut: [],
    annotations: [],
    outcome: "pass",
  });
  expect(outputs).toMatchObject({ size: "7", root: scene.roots[6] });
  expect(outputs["summary"]).toBe(
    `the log of 7 entries is whole, root ${scene.roots[6]?.slice(0, 12) ?? ""}`,
  );
  expect(document.checks.find(({ id }) => id === "deployments")?.detail).toBe("2 compared");
  expect(document.checks.find(({ id }) => id === "activity")?.outcome).toBe("pass");
  expect(summary).toContain("verified");
});

test("a log that was rewritten by force and signed with the right key is caught by deployments and by the activity", async () => {
  const tip = await tipOfLog();
  await pushLog(await rewriteLog(scene, "rewritten", 7), "slipway");
  rememberPushes([{ before: tip, after: await tipOfLog() }]);

  const offline = await slipway(scene.git.work, ["verify", "audit"]);
  const found = await online();
  const { exitCode, outputs } = await step("verify-audit");
  await scene.git.git("push", "-q", "-f", "origin", `${tip}:refs/heads/slipway`);
  rememberPushes([]);

  expect(offline.code).toBe(0);
  expect(found.code).toBe(1);
  expect(openChecks(found)).toHaveLength(3);
  expect(openChecks(found)).toContainEqual(["activity/1", "fail"]);
  expect({ exitCode, outcome: outputs["outcome"] }).toEqual({ exitCode: 1, outcome: "fail" });
  expect(outputs["summary"]).toContain("the log was rewritten");
});

test("a log whose tail was cut off is shorter than what a deployment pinned", async () => {
  const tip = await tipOfLog();
  await scene.git.git("push", "-q", "-f", "origin", `${tip}~2:refs/heads/slipway`);

  const found = await online();
  await scene.git.git("push", "-q", "-f", "origin", `${tip}:refs/heads/slipway`);

  expect(found.code).toBe(1);
  expect(found.stdout).toContain("it was made when the log had 6 entries; it has 5 now");
});

test("a token that may not read deployments leaves that check open, and says which line to add", async () => {
  const { exitCode, outputs, summary, log } = await step("verify-audit", {}, { contents: "read" });

  const document = auditVerificationSchema.parse(JSON.parse(outputs["document"] ?? ""));
  expect(exitCode).toBe(2);
  expect(document.outcome).toBe("inconclusive");
  expect(document.checks.find(({ id }) => id === "deployments")?.outcome).toBe("inconclusive");
  expect(document.checks.find(({ id }) => id === "checkpoint")?.outcome).toBe("pass");
  expect(log).toContain("SW3111");
  expect(log).toContain("deployments: read");
  expect(summary).toContain("SW3111");
});

test("a folder is verified by the action without a question to anybody", async () => {
  const folder = await scene.exportLog("work/exported");
  github.log.clear();

  const { exitCode, outputs, summary } = await step("verify-audit", {
    log: "exported",
    key: scene.key,
  });

  expect({ exitCode, outcome: outputs["outcome"] }).toEqual({ exitCode: 0, outcome: "pass" });
  expect(summary).toContain("Not compared with the tags of the repository");
  expect(github.log.entries).toEqual([]);
  expect(folder).toContain("exported");
});

test("the action verifies a model, and an extra file fails it", async () => {
  const good = await step("verify-model", { path: "model", environment: "production" });
  scene.write("spoilt/weights.bin", "one");
  const bad = await step("verify-model", { path: "spoilt", environment: "production" });

  expect(good.exitCode).toBe(0);
  expect(good.outputs).toMatchObject({
    outcome: "pass",
    digest: `sha256:${scene.old.digest}`,
    model: "flight-delays",
    version: "v1.0.0",
    summary: "the folder is flight-delays v1.0.0, as production should run it",
  });
  expect(bad.exitCode).toBe(1);
  expect(bad.outputs).toMatchObject({ outcome: "fail", model: "", version: "" });
  expect(modelVerificationSchema.parse(JSON.parse(bad.outputs["document"] ?? "")).outcome).toBe(
    "fail",
  );
  expect(bad.annotations.map(({ level }) => level)).toEqual(["error", "error"]);
});
