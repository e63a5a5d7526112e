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
  unpackEvidence,
  workspaceFiles,
  writeWhole,
  type Environment,
} from "@slipway/runner";
import { commentMetrics, type Ports } from "./comment-metrics.ts";
import { findTarget, type Target } from "./find-target.ts";
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
  const target = findTarget(readEvent(env), input.pullRequest, env["GITHUB_ACTOR"]);
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
    target,
    links: links(env, target),
  };
}

/** The artifact with the report lies at the run that made the evidence, which for a fork is the other one. */
function links(env: Environment, target: Target): Ports["links"] {
  const other = target.kind === "other-run" ? { GITHUB_RUN_ID: String(target.run.id) } : {};
  const url = runUrl({ ...env, ...other });
  return url === undefined ? {} : { summary: url, report: `${url}#artifacts` };
}

async function connectGithub(env: Environment, token: string | undefined) {
  const { connect, githubComments, githubPullRequests, githubRunArtifacts } =
    await import("@slipway/github");
  const connection = connect({
    token,
    repository: env["GITHUB_REPOSITORY"],
    tell: (message) => jobLog.info(message),
    ...(env["RUNNER_DEBUG"] === "1" ? { trace: (line: string) => jobLog.info(line) } : {}),
  });
  return {
    comments: githubComments(connection),
    pullRequests: githubPullRequests(connection),
    artifacts: githubRunArtifacts(connection, unpackEvidence),
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
