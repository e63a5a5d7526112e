import type { FakeGitHub } from "@slipway/testkit";
import { tell } from "./chapters.ts";
import { startJob, type Job, type JobRequest } from "./job.ts";
import type { TrainedModel } from "./models.ts";
import { repository, type Story } from "./scene.ts";

type Opening = Parameters<FakeGitHub["openPull"]>[1];

/** Opens a pull request and says its number. */
export function openPull({ github }: Story, opening: Opening): number {
  return github.openPull(repository, opening).number;
}

type PullJob = {
  readonly name: string;
  readonly number: number;
  readonly branch: string;
  readonly model: TrainedModel;
  readonly fork?: string;
};

/** The job that GitHub starts for a push to a pull request, on the merge commit. */
export async function pullRequestJob(
  { git, site }: Story,
  { name, number, branch, model, fork: from }: PullJob,
): Promise<Job> {
  const merge = await git.mergeCommit({ number, head: branch });
  const head = await git.git("rev-parse", branch);
  const base = await git.git("rev-parse", "main");
  const headRepository = from ?? repository;
  const event = {
    number,
    pull_request: {
      number,
      head: { ref: branch, sha: head, repo: { full_name: headRepository } },
      base: { ref: "main", sha: base, repo: { full_name: repository } },
    },
    repository: { default_branch: "main" },
  };
  const request: JobRequest = {
    name,
    sha: merge,
    ref: `refs/pull/${number}/merge`,
    eventName: "pull_request",
    event,
    headSha: head,
    headBranch: branch,
    headRepository,
    produced: new Map([["out/predictions.parquet", model.predictions]]),
    pulls: from === undefined ? [number] : [],
  };
  return startJob(site, request);
}

type Expected = {
  readonly id: string;
  readonly pull: number;
  readonly after: string;
  readonly outcome: "pass" | "fail";
};

/** The three steps of a pull request's job; all run, whatever the one before found. */
export async function judge(story: Story, job: Job, expected: Expected): Promise<void> {
  const { steps, tokens } = story;
  const { id, outcome } = expected;
  const exitCode = outcome === "pass" ? 0 : 1;
  const run = (action: string, short: string) =>
    steps.act({ id: `${id}-${short}`, title: `${id}: ${action}`, outcome, exitCode }, () =>
      job.act(action, tokens.write),
    );
  await run("validate-data", "validate");
  await run("evaluate-model", "evaluate");
  const { outputs } = await run("comment-metrics", "comment");
  if (outputs["comment"] !== "stored") tellComment(story, expected);
  await story.keepReport(outputs["report-path"] ?? "", id);
  await job.close();
}

/** Keeps what a pull request's comment says now; there has to be exactly one. */
export function tellComment(
  story: Story,
  { pull, after }: { readonly pull: number; readonly after: string },
): void {
  const all = story.github.state.repositories.get(repository)?.comments ?? [];
  const [only, ...others] = all.filter(({ pullNumber }) => pullNumber === pull);
  if (only === undefined || others.length > 0)
    throw new Error(`pull request ${pull} has ${others.length} comments beside the one`);
  const { author, id, body } = only;
  const detail = `comment ${id}, ${after}`;
  tell(story, { form: "comment", title: author, detail, text: body, isOpen: true });
}
