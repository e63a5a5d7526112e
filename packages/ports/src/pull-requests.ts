/** A pull request, as far as a comment needs it. */
export type PullRequest = {
  readonly number: number;
  readonly headCommit: string;
  readonly headRepository: string | undefined;
  readonly baseRef: string;
  readonly baseCommit: string;
  readonly open: boolean;
};

/** A comment on a pull request. */
export type IssueComment = {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly url: string;
};

/** The comments of pull requests. */
export interface CommentStore {
  /** Every comment, of all pages, oldest first. @throws UserError SW3101, SW3103 */
  list(pullRequest: number): Promise<readonly IssueComment[]>;
  /** Whether the token in use, or the workflow's own bot, wrote this comment. @throws UserError SW3101 */
  wrote(comment: IssueComment): Promise<boolean>;
  /** @throws UserError SW3102 without the permission to write, SW3101 where GitHub does not answer */
  create(pullRequest: number, body: string): Promise<IssueComment>;
  /** @throws UserError SW3102 without the permission to write, SW3101 where GitHub does not answer */
  update(id: number, body: string): Promise<IssueComment>;
  /** Takes a comment away; one that is gone already is no error. @throws UserError SW3102, SW3101 */
  remove(id: number): Promise<void>;
}

/** What GitHub says of the head of a run: a commit on a branch of a repository (`owner/name`). */
export type PullRequestHead = {
  readonly commit: string;
  readonly branch: string | undefined;
  readonly repository: string;
};

/** Finds pull requests through the API. */
export interface PullRequests {
  /** Open pull requests with exactly this head: the trusted way for a `workflow_run`. */
  findByHead(head: PullRequestHead): Promise<readonly PullRequest[]>;
}

/** A file out of an artifact. */
export type ArtifactFile = { readonly name: string; readonly bytes: Uint8Array };

/** The artifacts of other runs: hostile, and so capped in number and size. */
export interface RunArtifacts {
  /** The files of the newest artifact of that name. @throws UserError SW3106 */
  read(runId: number, name: string): Promise<readonly ArtifactFile[]>;
}
