import { type JsonRecord } from "../http/json.ts";
import { type BranchWatch, type FakeActivity } from "./branch-watch.ts";

/** Who may answer for an environment: a person, or any active member of a team. */
export type FakeReviewer =
  | { readonly type: "User"; readonly login: string }
  | { readonly type: "Team"; readonly org: string; readonly slug: string };

/** An environment; without reviewers, timer and branch policy it protects nothing. */
export type FakeEnvironment = {
  readonly id: number;
  readonly name: string;
  readonly reviewers: readonly FakeReviewer[];
  readonly preventSelfReview: boolean;
  readonly waitMinutes: number;
  /** `protected` stands for the default branch; a list holds names, `*` being any characters but a slash. */
  readonly branches: "all" | "protected" | readonly string[];
  /** `null`: the API does not tell, and administrators may. */
  readonly adminsBypass: boolean | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** One job of one attempt of a run that names an environment: each has to be let in anew. */
export type FakeGate = {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  readonly job: string;
  readonly environment: string;
  /** `null` for a job that says `deployment: false`. */
  readonly deploymentId: number | null;
  readonly startedAt: string;
  /** When the wait timer is over; `null` without one. */
  readonly opensAt: string | null;
  needsReview: boolean;
  /** `refused`: the branch policy does not let the run's branch in. */
  state: "waiting" | "open" | "rejected" | "bypassed" | "refused";
};

/** An answer of a reviewer as the API keeps it: no time, no attempt, the whole run. */
export type FakeRunReview = {
  readonly runId: number;
  readonly environments: readonly string[];
  readonly state: "approved" | "rejected";
  readonly user: string;
  readonly comment: string;
};

/** The states that a deployment's status may have. */
export const deploymentStates = [
  "error",
  "failure",
  "inactive",
  "in_progress",
  "queued",
  "pending",
  "success",
] as const;

/** One status of a deployment. */
export type FakeDeploymentStatus = {
  readonly id: number;
  readonly state: (typeof deploymentStates)[number];
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: string;
  readonly isByApp: boolean;
  readonly createdAt: string;
};

/** A deployment; its statuses are in the order in which they were made. */
export type FakeDeployment = {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly payload: JsonRecord | string;
  readonly originalEnvironment: string;
  environment: string;
  readonly description: string | null;
  readonly creator: string;
  readonly isByApp: boolean;
  readonly isTransient: boolean;
  readonly isProduction: boolean;
  readonly createdAt: string;
  updatedAt: string;
  readonly statuses: FakeDeploymentStatus[];
};

/** A review of a pull request, on the commit that was its head. */
export type FakeReview = {
  readonly id: number;
  readonly pullNumber: number;
  readonly author: string;
  state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED";
  readonly body: string;
  readonly commitId: string;
  readonly submittedAt: string;
};

/** A member of a team; an invitation that was not accepted yet is pending. */
export type FakeMember = {
  readonly login: string;
  readonly role: "member" | "maintainer";
  readonly state: "active" | "pending";
};

/** A team of an organisation. */
export type FakeTeam = {
  readonly id: number;
  readonly org: string;
  readonly slug: string;
  readonly members: readonly FakeMember[];
};

/** What a person may do in a repository, by the base roles that the API tells. */
export type FakeAccess = "admin" | "write" | "read" | "none";

/** What a repository remembers of its way to production. */
export type FakeDelivery = {
  /** By login; whoever is not named may write, the owner is an administrator. */
  readonly access: Map<string, FakeAccess>;
  readonly environments: FakeEnvironment[];
  readonly gates: FakeGate[];
  readonly runReviews: FakeRunReview[];
  readonly deployments: FakeDeployment[];
  readonly reviews: FakeReview[];
  readonly activities: FakeActivity[];
  /** When GitHub signed the commits that it made itself, by their shas. */
  readonly signedCommits: Map<string, string>;
  readonly watch: BranchWatch;
};
