import {
  type FakeAccess,
  type FakeEnvironment,
  type FakeGate,
  type FakeReview,
  type FakeReviewer,
  type FakeTeam,
} from "./delivery-state.ts";
import { type FakeRun } from "./state.ts";

/** What people and runners do on the way to production, as far as no endpoint of the fake does it. */
export type DeliverySetup = {
  /** Makes an environment, or replaces the rules of one; names do not distinguish case. */
  protectEnvironment(fullName: string, name: string, rules?: EnvironmentRules): FakeEnvironment;
  /**
   * A job of the run's present attempt names an environment. One that does not exist is made, unprotected, and the
   * job goes in; else the job waits until its rules are met. It files a deployment unless it says `deployment: false`.
   */
  enterEnvironment(fullName: string, runId: number, entry: EnvironmentEntry): FakeGate;
  /** How a job stands now: a wait timer may have ended meanwhile. */
  gate(fullName: string, gateId: number): FakeGate;
  /** An administrator lets a waiting job in; nothing appears among the answers. @throws Error where that is forbidden */
  bypassEnvironment(fullName: string, gateId: number): FakeGate;
  /** The job that was let in ends, and so does its deployment. */
  endJob(fullName: string, gateId: number, conclusion: "success" | "failure"): FakeGate;
  /** Starts the run's next attempt; whoever starts it becomes its triggering actor. Old answers stay in its list. */
  rerun(fullName: string, runId: number, actor?: string): FakeRun;
  /** Adds a review on the pull request's head of this moment; a later push makes it stale. @throws Error for an author's approval */
  addReview(fullName: string, number: number, init: ReviewInit): Promise<FakeReview>;
  /** Dismisses a review: it stays in the list under that state. */
  dismissReview(fullName: string, reviewId: number): FakeReview;
  /** Takes the right to write from a person, or gives it back; without it reviews are possible all the same. */
  setAccess(fullName: string, login: string, access: FakeAccess): void;
  /** Makes a team, or replaces its members. */
  addTeam(init: TeamInit): FakeTeam;
  /**
   * Who pushes to the repository from now on: pushes of git itself name nobody; first its owner. Git records every
   * change of a branch from the time when the repository was added; their times are those of the next request.
   */
  pushAs(fullName: string, login: string): Promise<void>;
  /** Verifies an e-mail address of an account, so that commits with it lead to the account. */
  linkEmail(login: string, email: string): void;
};

/** The rules of an environment; none by default. */
export type EnvironmentRules = {
  /** At most six. */
  readonly reviewers?: readonly FakeReviewer[];
  readonly preventSelfReview?: boolean;
  readonly waitMinutes?: number;
  readonly branches?: "all" | "protected" | readonly string[];
  /** Without it the API does not tell, and administrators may. */
  readonly adminsBypass?: boolean;
};

/** A job that names an environment; `deployment` by default. */
export type EnvironmentEntry = {
  readonly environment: string;
  readonly job?: string;
  readonly deployment?: boolean;
};

/** A review to add. */
export type ReviewInit = {
  readonly author: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
  readonly body?: string;
};

/** A team to make; `pending` are invited and not yet members. */
export type TeamInit = {
  readonly org: string;
  readonly slug: string;
  readonly members: readonly string[];
  readonly maintainers?: readonly string[];
  readonly pending?: readonly string[];
};
