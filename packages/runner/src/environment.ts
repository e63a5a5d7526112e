import { readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { RunRecord } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { RunContext } from "@slipway/ports";
import { z } from "zod";
import { version } from "./version.ts";

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const repository = z.object({ full_name: z.string() });
const branch = z.object({ ref: z.string(), sha: z.string(), repo: repository.nullish() });
const event = z.object({
  pull_request: z.object({ number: z.int(), head: branch, base: branch }).optional(),
  workflow_run: z
    .object({
      id: z.int(),
      event: z.string(),
      head_sha: z.string(),
      head_branch: z.string().nullish(),
      head_repository: repository.nullish(),
      html_url: z.string().optional(),
    })
    .optional(),
  repository: z.object({ default_branch: z.string().optional() }).optional(),
});

/** The event that started the job, as far as Slipway looks at it. */
export type WorkflowEvent = z.infer<typeof event>;

/** Reads the event's payload; a job without one has an empty event. @throws UserError SW1201 */
export function readEvent(env: Environment): WorkflowEvent {
  const path = env["GITHUB_EVENT_PATH"];
  if (path === undefined || path === "") return {};
  try {
    return event.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new UserError({
      code: "SW1201",
      message: "the event's payload (GITHUB_EVENT_PATH) cannot be read",
      remedy: "Run this action on a runner of GitHub Actions, or use the command line.",
      cause,
    });
  }
}

/** What the runner says about this job. Nothing of it authorises anything. */
export function runContext(env: Environment, payload: WorkflowEvent): RunContext {
  const { pull_request: pull } = payload;
  const run: RunRecord = {
    ...text("repository", env["GITHUB_REPOSITORY"]),
    ...text("commit", env["GITHUB_SHA"]),
    ...text("ref", env["GITHUB_REF"]),
    ...text("event", env["GITHUB_EVENT_NAME"]),
    ...text("workflow", env["GITHUB_WORKFLOW"]),
    ...text("job", env["GITHUB_JOB"]),
    ...count("runId", env["GITHUB_RUN_ID"]),
    ...count("runAttempt", env["GITHUB_RUN_ATTEMPT"]),
    ...(pull === undefined
      ? {}
      : { pullRequest: pull.number, headCommit: pull.head.sha, baseCommit: pull.base.sha }),
    ...text("url", runUrl(env)),
  };
  return { run, tool: { name: "slipway", version } };
}

/** The page of this run, or `undefined` outside a runner. */
export function runUrl(env: Environment): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id } = env;
  return server && name && id ? `${server}/${name}/actions/runs/${id}` : undefined;
}

/** The folder of this job that is thrown away at its end. */
export function temporaryFolder(env: Environment): string {
  return env["RUNNER_TEMP"] ?? tmpdir();
}

/** Where programs are kept between jobs: the runner's tool cache, or the user's own cache. */
export function toolCache(env: Environment): string {
  const cache = env["RUNNER_TOOL_CACHE"] ?? env["XDG_CACHE_HOME"] ?? env["LOCALAPPDATA"];
  if (cache !== undefined && cache !== "") return cache;
  return process.platform === "darwin"
    ? join(homedir(), "Library", "Caches")
    : join(homedir(), ".cache");
}

function text<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  if (value !== undefined && value !== "") found[key] = value;
  return found;
}

function count<K extends string>(key: K, value: string | undefined): Partial<Record<K, number>> {
  const found: Partial<Record<K, number>> = {};
  if (value !== undefined && /^\d{1,15}$/.test(value)) found[key] = Number(value);
  return found;
}
