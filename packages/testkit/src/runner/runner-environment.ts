import { type FakeGitHub } from "../github/create-fake-github.ts";
import { userOf } from "../github/state.ts";

/** The event that started a job, as far as it reaches the environment. */
export type JobContext = {
  readonly github: FakeGitHub;
  readonly repository: string;
  readonly workspace: string;
  readonly temp: string;
  readonly toolCache: string;
  readonly home: string;
  readonly eventName: string;
  readonly sha: string;
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly actor: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly runNumber: number;
  readonly workflow: string;
  readonly job: string;
};

const systems: Readonly<Record<string, string>> = { darwin: "macOS", win32: "Windows" };
const architectures: Readonly<Record<string, string>> = { arm64: "ARM64" };

/** The variables that a hosted runner gives to every step; nothing of this process but PATH gets in. */
export function runnerEnvironment(job: JobContext): Record<string, string> {
  const { github, repository } = job;
  const actorId = String(userOf(github.state, job.actor).id);
  const [owner = ""] = repository.split("/");
  const isTag = job.ref.startsWith("refs/tags/");
  return {
    ...systemEnvironment(),
    HOME: job.home,
    CI: "true",
    RUNNER_TEMP: job.temp,
    RUNNER_TOOL_CACHE: job.toolCache,
    RUNNER_OS: systems[process.platform] ?? "Linux",
    RUNNER_ARCH: architectures[process.arch] ?? "X64",
    RUNNER_NAME: "GitHub Actions 1",
    RUNNER_ENVIRONMENT: "github-hosted",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: job.workspace,
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_REPOSITORY_ID: String(github.state.repositories.get(repository)?.id ?? 0),
    GITHUB_SHA: job.sha,
    GITHUB_REF: job.ref,
    GITHUB_REF_NAME: job.ref.replace(/^refs\/(?:heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: isTag ? "tag" : "branch",
    GITHUB_HEAD_REF: job.headRef,
    GITHUB_BASE_REF: job.baseRef,
    GITHUB_EVENT_NAME: job.eventName,
    GITHUB_RUN_ID: String(job.runId),
    GITHUB_RUN_NUMBER: String(job.runNumber),
    GITHUB_RUN_ATTEMPT: String(job.runAttempt),
    GITHUB_ACTOR: job.actor,
    GITHUB_ACTOR_ID: actorId,
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_WORKFLOW: job.workflow,
    GITHUB_JOB: job.job,
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_SERVER_URL: github.serverUrl,
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_RUNTIME_TOKEN: github.runtimeToken(job.runId),
  };
}

function systemEnvironment(): Record<string, string> {
  // Windows starts no process without these; elsewhere they do not exist.
  const names = ["PATH", "SYSTEMROOT", "COMSPEC", "PATHEXT", "TEMP", "TMP"];
  const wanted = process.platform === "win32" ? names : ["PATH"];
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The variable in which the runner passes an input: upper case, spaces as underscores, dashes kept. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
