import { createHash } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  evidenceFolder,
  evidenceHome,
  hasArtifacts,
  isRerun,
  jobLog,
  readEvent,
  runAction,
  runUrl,
  systemClock,
  temporaryFolder,
  unpackEvidence,
  withJobArtifacts,
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
    folder: withJobArtifacts(evidenceFolder(evidenceHome(env)), input.fromArtifacts, env),
    github: () => connectGithub(env, input.githubToken),
    upload: hasArtifacts(env) ? (name, files) => uploadFiles(name, files, env) : undefined,
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
  env: Environment,
): Promise<void> {
  const { uploadArtifact } = await import("@slipway/runner/artifact");
  const folder = await mkdtemp(join(temporaryFolder(env), "slipway-upload-"));
  for (const [file, content] of files) await writeFile(join(folder, file), content);
  const paths = [...files.keys()].map((file) => join(folder, file));
  await uploadArtifact({ name, folder, files: paths, isRerun: isRerun(env) });
}
