import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  commentMetrics,
  findTarget,
  inputs,
  renderResult,
  type CommentResult,
  type Ports,
} from "@slipway/comment-metrics";
import type { Evidence } from "@slipway/contracts";
import type { RunArtifacts } from "@slipway/ports";
import {
  evidenceFolder,
  inputName,
  parseInputs,
  unpackEvidence,
  workspaceFiles,
} from "@slipway/runner";
import {
  createFakeGitHub,
  createGitFixture,
  type FakeComment,
  type FakeGitHub,
  type GitFixture,
} from "@slipway/testkit";
import { vi } from "vitest";

/** The repository of these stories, and a fork of it. */
export const repository = "octo/model";
export const fork = "mona/model";

/** A repository with pull request 1 of its own and 2 of a fork, and its commits. */
export type Scene = {
  readonly github: FakeGitHub;
  readonly git: GitFixture;
  readonly folder: string;
  readonly shas: { readonly main: string; readonly change: string; readonly fork: string };
  readonly comments: (pull: number) => readonly FakeComment[];
  readonly close: () => Promise<void>;
};

/** Sets the scene. The adapters must be loaded after it: they fix the address of the API when they are loaded. */
export async function createScene(): Promise<Scene> {
  const git = await createGitFixture();
  const main = await git.commit({ message: "Start", files: { "a.csv": "x\n1\n" } });
  await git.push();
  await git.branch("change");
  const change = await git.commit({ message: "Change", files: { "a.csv": "x\n2\n" } });
  await git.push();
  await git.mergeCommit({ number: 1, head: "change" });
  const forkFolder = await git.fork("fork");
  await git.branch("fix", "main");
  const fixed = await git.commit({ message: "Fix", files: { "a.csv": "x\n3\n" } });
  await git.git("push", "-q", forkFolder, "fix");
  await git.mergeCommit({ number: 2, head: "fix" });
  const github = await createFakeGitHub();
  github.addRepository({ fullName: repository, gitDirectory: git.remote });
  github.addRepository({ fullName: fork, gitDirectory: forkFolder, forkOf: repository });
  github.openPull(repository, { title: "Change", author: "hubot", headRef: "change" });
  github.openPull(repository, {
    title: "Fix",
    author: "mona",
    headRef: "fix",
    headRepository: fork,
  });
  vi.stubEnv("GITHUB_API_URL", github.url);
  const folder = await mkdtemp(join(tmpdir(), "slipway-comment-"));
  return {
    github,
    git,
    folder,
    shas: { main, change, fork: fixed },
    comments: (pull) =>
      (github.state.repositories.get(repository)?.comments ?? []).filter(
        ({ pullNumber }) => pullNumber === pull,
      ),
    close: async () => {
      vi.unstubAllEnvs();
      await github.close();
      await git.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a step of comment-metrics is given. */
export type CommentStep = {
  readonly token: string | undefined;
  readonly evidence?: readonly Evidence[];
  /** Files of the evidence folder as they lie there, damaged ones included. */
  readonly raw?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: Parameters<typeof findTarget>[0];
  readonly actor?: string;
  readonly upload?: Ports["upload"];
  readonly artifacts?: RunArtifacts;
};

/** What a step showed, and every text that left it. */
export type Shown = CommentResult & {
  readonly told: readonly string[];
  readonly html: string;
  readonly rendered: ReturnType<typeof renderResult>;
};

let steps = 0;

/** Runs the use case with the real adapters over HTTP. */
export async function comment(scene: Scene, step: CommentStep): Promise<Shown> {
  const { event = pullEvent(scene, 1), raw = {} } = step;
  const input = parseInputs(inputs, {
    read: (name) => step.inputs?.[name] ?? "",
    title: (name) => inputName(name),
  });
  steps += 1;
  const home = join(scene.folder, String(steps));
  await mkdir(home);
  const folder = evidenceFolder(join(home, "evidence"));
  for (const evidence of step.evidence ?? []) await folder.write(evidence);
  for (const [name, text] of Object.entries(raw)) await writeFile(join(folder.path, name), text);
  const told: string[] = [];
  let html = "";
  const result = await commentMetrics(input, {
    files: workspaceFiles({ root: home }),
    folder,
    github: () => githubOf(step, (message) => told.push(message)),
    upload: step.upload,
    writeReport: (text) => {
      html = text;
      return Promise.resolve("report.html");
    },
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    clock: { now: () => "2026-03-02T16:40:00.000Z" },
    log: { info: () => undefined, notice: () => undefined, warning: () => undefined },
    target: findTarget(event, input.pullRequest, step.actor),
    links: { summary: "https://github.com/octo/model/actions/runs/1" },
  });
  return { ...result, told, html, rendered: renderResult(result) };
}

/** The real adapters of a token, at the fake; a second of waiting is a millisecond. */
async function githubOf(
  { token, artifacts }: Pick<CommentStep, "token" | "artifacts">,
  tell: (message: string) => void,
): ReturnType<Ports["github"]> {
  const { connect, githubComments, githubPullRequests, githubRunArtifacts } =
    await import("@slipway/github");
  const connection = connect({ token, repository, tell, secondMs: 1 });
  return {
    comments: githubComments(connection),
    pullRequests: githubPullRequests(connection),
    artifacts: artifacts ?? githubRunArtifacts(connection, unpackEvidence),
  };
}

/** The event of a pull request; number 2 is the fork's. */
export function pullEvent({ shas }: Scene, number: number): NonNullable<CommentStep["event"]> {
  const isFork = number === 2;
  const head = {
    ref: isFork ? "fix" : "change",
    sha: isFork ? shas.fork : shas.change,
    repo: { full_name: isFork ? fork : repository },
  };
  const base = { ref: "main", sha: shas.main, repo: { full_name: repository } };
  return { pull_request: { number, head, base } };
}

/** The event of the second half for a run of the fork's pull request. */
export function secondHalf(
  { shas }: Scene,
  runId: number,
  init: Partial<NonNullable<NonNullable<CommentStep["event"]>["workflow_run"]>> = {},
): NonNullable<CommentStep["event"]> {
  return {
    workflow_run: {
      id: runId,
      event: "pull_request",
      head_sha: shas.fork,
      head_branch: "fix",
      head_repository: { full_name: fork },
      ...init,
    },
  };
}
