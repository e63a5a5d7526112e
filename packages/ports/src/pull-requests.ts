/** A pull request, as far as a comment needs it. */
export type PullRequest = {
  readonly number: number;
  readonly headCommit: string;
  readonly headRepository: string | undefined;
  readonly baseRef: string;
  readonly baseCommit: string;
  readonly open: boolean;
};

/** A comment on a pull request. `mine` says that our own token wrote it. */
export type IssueComment = {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly mine: boolean;
  readonly url: string;
};

/** The comments of pull requests. */
export interface CommentStore {
  /** Every comment, of all pages, oldest first. */
  list(pullRequest: number): Promise<readonly IssueComment[]>;
  /** @throws UserError SW3102 without the permission to write */
  create(pullRequest: number, body: string): Promise<IssueComment>;
  /** @throws UserError SW3102 without the permission to write */
  update(id: number, body: string): Promise<IssueComment>;
}

/** Finds pull requests through the API. */
export interface PullRequests {
  /** @throws UserError SW3101 where it cannot be read */
  get(number: number): Promise<PullRequest>;
  /** Open pull requests whose head is `commit` of `repository` (`owner/name`): the trusted way for a `workflow_run`. */
  findByHead(commit: string, repository: string): Promise<readonly PullRequest[]>;
}
