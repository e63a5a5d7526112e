import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  evidenceFolder,
  jobLog,
  readEvent,
  runAction,
  runUrl,
  systemClock,
  temporaryFolder,
  workspaceFiles,
  writeWhole,
  type Environment,
} from "@slipway/runner";
import { commentMetrics, type Ports } from "./comment-metrics.ts";
import { findTarget } from "./find-target.ts";
import { inputs, type Inputs } from "./inputs.ts";
import { renderResult } from "./render-result.ts";

/** Starts comment-metrics under a runner. */
export function main(): Promise<void> {
  return runAction({ inputs, ports, run: commentMetrics, render: renderResult });
}

function ports(input: Inputs): Ports {
  const env = process.env;
  const home = join(temporaryFolder(env), "slipway");
  const root = env["GITHUB_WORKSPACE"] ?? process.cwd();
  return {
    files: workspaceFiles({ root, roots: [temporaryFolder(env)] }),
    folder: evidenceFolder(join(home, "evidence")),
    github: () => connectGithub(env, input.githubToken),
    upload: env["ACTIONS_RESULTS_URL"]
      ? (name, files) => uploadFiles(name, files, join(home, "upload"))
      : undefined,
    writeReport: async (html) => {
      const path = join(home, "report.html");
      await writeWhole(path, path, html);
      return path;
    },
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    clock: systemClock,
    log: jobLog,
    target: findTarget(readEvent(env), input.pullRequest, env["GITHUB_ACTOR"]),
    links: links(env),
  };
}

function links(env: Environment): Ports["links"] {
  const url = runUrl(env);
  return url === undefined ? {} : { summary: url, report: `${url}#artifacts` };
}

async function connectGithub(env: Environment, token: string | undefined) {
  const { connect, githubComments, githubPullRequests, githubRunArtifacts } =
    await import("@slipway/github");
  const connection = connect({
    token,
    repository: env["GITHUB_REPOSITORY"],
    tell: (message) => jobLog.info(message),
  });
  return {
    comments: githubComments(connection),
    pullRequests: githubPullRequests(connection),
    artifacts: githubRunArtifacts(connection),
  };
}

async function uploadFiles(
  name: string,
  files: ReadonlyMap<string, string>,
  folder: string,
): Promise<void> {
  const { uploadFolder } = await import("@slipway/runner/artifact");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [file, content] of files) await writeFile(join(folder, file), content);
  await uploadFolder(name, folder);
}
