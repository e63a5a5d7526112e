import { type FakeGitHub } from "../github/create-fake-github.ts";

/** One job: the repository, its checked-out files, and the event that started it. */
export type RunnerOptions = {
  readonly github: FakeGitHub;
  readonly repository: string;
  readonly workspace: string;
  readonly sha: string;
  readonly runId: number;
  readonly eventName?: string;
  readonly event?: unknown;
  /** Default `refs/heads/main`; for a pull request `refs/pull/N/merge`. */
  readonly ref?: string;
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly actor?: string;
  readonly runAttempt?: number;
  readonly workflow?: string;
  readonly job?: string;
  /** The environment that the job names: it arrives there, and no step runs before it is let in. */
  readonly environment?: string;
  /** Whether the job says `deployment: false` beside the environment's name. */
  readonly withoutDeployment?: boolean;
  /** Whether the job has `id-token: write`. */
  readonly idToken?: boolean;
  /** Default: a folder of this job; give one to share downloaded tools between jobs. */
  readonly toolCache?: string;
  /** Default: this repository's `actions/`. */
  readonly actionsDirectory?: string;
};
