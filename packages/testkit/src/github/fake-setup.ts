import { type DeliverySetup } from "./delivery-setup.ts";
import {
  type FakeArtifact,
  type FakeComment,
  type FakePull,
  type FakeRepository,
  type FakeRun,
} from "./state.ts";

/** What a test or the demo puts into the fake before and between requests, as people would on the web. */
export type FakeSetup = DeliverySetup & {
  /** Adds a repository; `gitDirectory` is the bare repository that holds its objects. */
  addRepository(init: RepositoryInit): FakeRepository;
  /** Opens a pull request; numbers count up from 1 in each repository. */
  openPull(fullName: string, init: PullInit): FakePull;
  /** Closes a pull request where its head is now; with `mergeCommitSha` it counts as merged. */
  closePull(fullName: string, number: number, end: PullEnd): FakePull;
  /** Adds a comment that was not made through the API. */
  addComment(fullName: string, number: number, init: CommentInit): FakeComment;
  /** Adds a workflow run; by default it has completed with success. */
  addRun(fullName: string, init: RunInit): FakeRun;
  /** Adds a finished artifact with these bytes to a run. */
  addArtifact(fullName: string, runId: number, init: ArtifactInit): FakeArtifact;
};

/** A repository to add. */
export type RepositoryInit = {
  readonly fullName: string;
  readonly gitDirectory?: string;
  readonly isPrivate?: boolean;
  readonly forkOf?: string;
  readonly defaultBranch?: string;
};

/** A pull request to open; a head in another repository makes it a fork's. */
export type PullInit = {
  readonly title: string;
  readonly body?: string;
  readonly author: string;
  readonly headRef: string;
  readonly headRepository?: string;
  readonly headSha?: string;
  readonly baseRef?: string;
};

/** How a pull request ends; the shas at which it is remembered. */
export type PullEnd = {
  readonly headSha: string;
  readonly baseSha: string;
  readonly mergeCommitSha?: string;
};

/** A comment to add; `isByApp` by default for bots. */
export type CommentInit = {
  readonly body: string;
  readonly author: string;
  readonly isByApp?: boolean;
};

/** A workflow run to add. */
export type RunInit = {
  readonly headSha: string;
  readonly headBranch: string;
  readonly event: string;
  readonly name?: string;
  readonly path?: string;
  readonly attempt?: number;
  readonly status?: string;
  readonly conclusion?: string | null;
  readonly headRepository?: string;
  readonly actor?: string;
  /** Who started the attempt, where it is not the actor. */
  readonly triggeringActor?: string;
  readonly pulls?: readonly number[];
};

/** An artifact to add; a type other than zip makes it a single raw file. */
export type ArtifactInit = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimeType?: string;
};
