import { type Call } from "../call.ts";
import { changedFiles } from "../git-changes.ts";
import { countCommits, mergeBase, resolveCommit } from "../git-store.ts";
import { type FakePull, type FakeRepository, type FakeState } from "../state.ts";
import { repositoryBody } from "./repository.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** Where a pull request's two ends are now. */
export type PullEnds = {
  readonly head: string;
  readonly base: string;
  readonly merge: string | null;
};

const zeroSha = "0".repeat(40);

/** Where a pull request's head is now; a branch that moves is followed until the pull is closed. */
export async function pullHead(
  state: FakeState,
  repository: FakeRepository,
  pull: FakePull,
): Promise<string> {
  if (pull.headSha !== null) return pull.headSha;
  const git = repository.gitDirectory;
  const head = state.repositories.get(pull.headRepository)?.gitDirectory ?? null;
  const branch = `refs/heads/${pull.headRef}`;
  const followed =
    (head === null ? null : await resolveCommit(head, branch)) ??
    (git === null ? null : await resolveCommit(git, `refs/pull/${pull.number}/head`));
  return followed ?? zeroSha;
}

/** The shas of head, base and test merge; branches that move are followed until the pull is closed. */
export async function pullEnds(call: Call, pull: FakePull): Promise<PullEnds> {
  const repository = call.repository();
  const git = repository.gitDirectory;
  const base = git === null ? null : await resolveCommit(git, `refs/heads/${pull.baseRef}`);
  const merge = git === null ? null : await resolveCommit(git, `refs/pull/${pull.number}/merge`);
  return {
    head: await pullHead(call.state, repository, pull),
    base: pull.baseSha ?? base ?? zeroSha,
    merge: pull.mergeCommitSha ?? merge,
  };
}

/** A pull request as it stands in lists. */
export async function pullSimpleBody(
  call: Call,
  pull: FakePull,
): Promise<Schemas["pull-request-simple"]> {
  return { ...commonBody(call, pull, await pullEnds(call, pull)), state: pull.state };
}

/** A pull request as it stands alone, with its size counted by git. */
export async function pullBody(call: Call, pull: FakePull): Promise<Schemas["pull-request"]> {
  const ends = await pullEnds(call, pull);
  const size = await pullSize(call.repository(), ends);
  const isOpen = pull.state === "open";
  return {
    ...commonBody(call, pull, ends),
    state: pull.state,
    merged: pull.mergedAt !== null,
    mergeable: isOpen ? true : null,
    rebaseable: isOpen ? true : null,
    mergeable_state: isOpen ? "clean" : "unknown",
    merged_by: null,
    comments: call.repository().comments.filter((one) => one.pullNumber === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    ...size,
  };
}

// The return type is inferred: it is a part of two of GitHub's schemas.
function commonBody(call: Call, pull: FakePull, ends: PullEnds) {
  const { core, state } = call;
  const repository = call.repository();
  const head = state.repositories.get(pull.headRepository);
  const api = `${core.apiUrl}/repos/${repository.fullName}`;
  const self = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  const html = `${core.serverUrl}/${repository.fullName}/pull/${pull.number}`;
  const statuses = `${api}/statuses/${ends.head}`;
  const headOwner = pull.headRepository.split("/")[0] ?? repository.owner;
  return {
    id: pull.id,
    node_id: nodeId("PullRequest", pull.id),
    number: pull.number,
    url: self,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${self}/commits`,
    review_comments_url: `${self}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    locked: false,
    title: pull.title,
    user: userBody(core, state, pull.author),
    body: pull.body,
    labels: [],
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: ends.merge,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: {
      label: `${headOwner}:${pull.headRef}`,
      ref: pull.headRef,
      sha: ends.head,
      user: userBody(core, state, headOwner),
      repo: repositoryBody(core, state, head ?? repository),
    },
    base: {
      label: `${repository.owner}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: ends.base,
      user: userBody(core, state, repository.owner),
      repo: repositoryBody(core, state, repository),
    },
    _links: {
      self: { href: self },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${self}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${self}/commits` },
      statuses: { href: statuses },
    },
    author_association: pull.author === repository.owner ? ("OWNER" as const) : ("NONE" as const),
    auto_merge: null,
    draft: false,
  };
}

type PullSize = { commits: number; additions: number; deletions: number; changed_files: number };

async function pullSize(repository: FakeRepository, ends: PullEnds): Promise<PullSize> {
  const git = repository.gitDirectory;
  const start = git === null ? null : await mergeBase(git, ends.base, ends.head);
  if (git === null || start === null) {
    return { commits: 0, additions: 0, deletions: 0, changed_files: 0 };
  }
  const files = await changedFiles(git, start, ends.head);
  return {
    commits: await countCommits(git, `${start}..${ends.head}`),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}
