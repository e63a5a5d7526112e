import { type FakePull, type FakeRepository, type FakeRun } from "@slipway/testkit";

type Payload = Readonly<Record<string, unknown>>;

/** A pull request with the commits that it has now. */
export type PullCommits = { readonly head: string; readonly base: string };

/** The payload of `pull_request`. */
export function pullRequestPayload(
  repository: FakeRepository,
  pull: FakePull,
  commits: PullCommits & { readonly action: string },
): Payload {
  return {
    action: commits.action,
    number: pull.number,
    repository: repositoryPayload(repository.fullName, repository.defaultBranch),
    pull_request: {
      number: pull.number,
      state: "open",
      title: pull.title,
      body: pull.body,
      draft: false,
      user: { login: pull.author },
      head: side(pull.headRepository, pull.headRef, commits.head),
      base: side(repository.fullName, pull.baseRef, commits.base),
    },
    sender: { login: pull.author },
  };
}

/** The payload of a push to a branch. */
export function pushPayload(
  repository: FakeRepository,
  push: { readonly branch: string; readonly before: string; readonly after: string },
): Payload {
  return {
    ref: `refs/heads/${push.branch}`,
    before: push.before,
    after: push.after,
    head_commit: { id: push.after },
    repository: repositoryPayload(repository.fullName, repository.defaultBranch),
    sender: { login: repository.owner },
  };
}

/** The payload of `workflow_dispatch`: what a person typed, on a branch. */
export function dispatchPayload(
  repository: FakeRepository,
  dispatch: {
    readonly branch: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly actor: string;
  },
): Payload {
  return {
    ref: `refs/heads/${dispatch.branch}`,
    inputs: dispatch.inputs,
    repository: repositoryPayload(repository.fullName, repository.defaultBranch),
    sender: { login: dispatch.actor },
  };
}

/** The payload of `schedule`. */
export function schedulePayload(repository: FakeRepository, schedule: string): Payload {
  const of = repositoryPayload(repository.fullName, repository.defaultBranch);
  return { schedule, repository: of };
}

/** The payload of `workflow_run` when a run has completed: GitHub's own words, none of them the fork's choice. */
export function workflowRunPayload(repository: FakeRepository, run: FakeRun): Payload {
  const isFork = run.headRepository !== repository.fullName;
  return {
    action: "completed",
    repository: repositoryPayload(repository.fullName, repository.defaultBranch),
    workflow: { name: run.name, path: run.path },
    workflow_run: {
      id: run.id,
      name: run.name,
      path: run.path,
      event: run.event,
      status: "completed",
      conclusion: run.conclusion,
      run_attempt: run.attempt,
      run_number: run.number,
      head_branch: run.headBranch,
      head_sha: run.headSha,
      head_repository: repositoryPayload(run.headRepository, repository.defaultBranch),
      repository: repositoryPayload(repository.fullName, repository.defaultBranch),
      // Empty for forks, on GitHub too.
      pull_requests: isFork ? [] : run.pulls.map((number) => ({ number })),
    },
    sender: { login: run.actor },
  };
}

function side(fullName: string, ref: string, sha: string): Payload {
  const repo = repositoryPayload(fullName, "main");
  return { ref, sha, label: `${fullName.split("/")[0] ?? ""}:${ref}`, repo };
}

function repositoryPayload(fullName: string, defaultBranch: string): Payload {
  const [owner, name] = fullName.split("/");
  return {
    name,
    full_name: fullName,
    owner: { login: owner },
    default_branch: defaultBranch,
    private: false,
    html_url: `https://github.com/${fullName}`,
  };
}
