import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A type alone: loading the package here would fix the wrong address.
import type { DefaultArtifactClient } from "@actions/artifact";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

import { createFakeGitHub, type FakeGitHub } from "../src/index.ts";

let github: FakeGitHub;
let folder: string;
let runId: number;
let client: DefaultArtifactClient;

beforeAll(async () => {
  // The client is chatty on standard output.
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
  folder = await mkdtemp(join(tmpdir(), "slipway-artifact-"));
  github = await createFakeGitHub();
  github.addRepository({ fullName: "octo/model" });
  const run = github.addRun("octo/model", {
    headSha: "1".repeat(40),
    headBranch: "main",
    event: "push",
  });
  runId = run.id;
  enterRun(runId);
  // The client fixes the address of the API when it is loaded.
  vi.stubEnv("GITHUB_API_URL", github.url);
  client = new (await import("@actions/artifact")).DefaultArtifactClient();
  await writeFile(join(folder, "report.html"), "<h1>Report</h1>");
  await writeFile(join(folder, "evidence.json"), "{}");
});

afterEach(() => {
  enterRun(runId);
});

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await github.close();
  await rm(folder, { recursive: true });
});

function enterRun(id: number): void {
  vi.stubEnv("ACTIONS_RESULTS_URL", github.url);
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", github.runtimeToken(id));
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
}

test("the real client uploads a zip, finds it and downloads what it uploaded", async () => {
  const files = [join(folder, "report.html"), join(folder, "evidence.json")];

  const uploaded = await client.uploadArtifact("evidence", files, folder);
  const found = await client.getArtifact("evidence");
  const target = join(folder, "down");
  const downloaded = await client.downloadArtifact(uploaded.id ?? 0, {
    path: target,
    expectedHash: `sha256:${uploaded.digest ?? ""}`,
  });

  expect(found.artifact).toMatchObject({ name: "evidence", id: uploaded.id, size: uploaded.size });
  expect(downloaded.digestMismatch).toBe(false);
  expect(await readFile(join(target, "report.html"), "utf8")).toBe("<h1>Report</h1>");
  expect(await readFile(join(target, "evidence.json"), "utf8")).toBe("{}");
});

test("a raw file keeps its name and its bytes", async () => {
  const uploaded = await client.uploadArtifact("ignored", [join(folder, "report.html")], folder, {
    skipArchive: true,
  });
  const target = join(folder, "raw");
  await client.downloadArtifact(uploaded.id ?? 0, { path: target });

  const artifact = github.state.repositories.get("octo/model")?.artifacts.at(-1);
  expect([artifact?.name, artifact?.mimeType]).toEqual(["report.html", "text/html"]);
  expect(await readFile(join(target, "report.html"), "utf8")).toBe("<h1>Report</h1>");
});

test("another run finds the artifact over REST, by the run that made it", async () => {
  const token = github.token("reader", { permissions: { actions: "read" } });
  enterRun(github.addRun("octo/model", anotherRun).id);
  const findBy = {
    token: token.value,
    workflowRunId: runId,
    repositoryOwner: "octo",
    repositoryName: "model",
  };

  const listed = await client.listArtifacts({ findBy });
  const found = await client.getArtifact("evidence", { findBy });
  const path = join(folder, "elsewhere");
  const downloaded = await client.downloadArtifact(found.artifact.id, {
    path,
    findBy,
    ...(found.artifact.digest === undefined ? {} : { expectedHash: found.artifact.digest }),
  });

  expect(listed.artifacts.map((artifact) => artifact.name)).toEqual(["report.html", "evidence"]);
  expect(downloaded.digestMismatch).toBe(false);
  expect(await readFile(join(path, "evidence.json"), "utf8")).toBe("{}");
  expect(github.log.violations).toEqual([]);
});

const anotherRun = { headSha: "1".repeat(40), headBranch: "main", event: "workflow_run" } as const;

test("a name is taken once per run, and free again when its artifact is deleted", async () => {
  const upload = () => client.uploadArtifact("once", [join(folder, "evidence.json")], folder);
  await upload();

  await expect(upload()).rejects.toThrow("already exists");
  await client.deleteArtifact("once");
  const again = await upload();

  expect(again.id).toBeGreaterThan(0);
});

test("a signed address is good for its own blob, its own use and one minute", async () => {
  const token = github.token("reader", { permissions: { actions: "read" } });
  const artifact = github.state.repositories.get("octo/model")?.artifacts[0];
  const response = await fetch(
    `${github.url}/repos/octo/model/actions/artifacts/${artifact?.id ?? 0}/zip`,
    { redirect: "manual", headers: { authorization: `Bearer ${token.value}` } },
  );
  const address = response.headers.get("location") ?? "";

  const good = await fetch(address);
  const forged = await fetch(address.replace(/sig=../, "sig=zz"));
  const written = await fetch(address, { method: "PUT", body: "x" });

  expect([response.status, good.status, forged.status, written.status]).toEqual([
    302, 200, 403, 403,
  ]);
});
