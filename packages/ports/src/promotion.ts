import type { Approval, EnvironmentGate, Person } from "@slipway/contracts";
import type { BaseRevision } from "./base-revision.ts";

/** The default branch of `origin`: the only place where policy is read. */
export interface DefaultBranch extends BaseRevision {
  /** Whether a commit is its tip or one of its ancestors. @throws UserError SW3201 */
  contains(commit: string): Promise<boolean>;
}

/** What the API says of a run. */
export type RunFacts = {
  readonly event: string;
  readonly attempt: number;
  readonly actor: Person | undefined;
  readonly triggeringActor: Person | undefined;
};

/** An answer before anyone judged whether it counts. */
export type Answer = Omit<Approval, "counted" | "note" | "observedAt">;

/** What the code host says about people: who asks, who wrote, who approved. Never read from inputs. */
export interface People {
  /** @throws UserError SW3108 without `actions: read` */
  run(runId: number): Promise<RunFacts>;
  /** The rules of an environment; `exists: false` where it has none. @throws UserError SW3108 */
  environment(name: string): Promise<EnvironmentGate>;
  /** Who answered for `environment` in this run, of all attempts. @throws UserError SW3108: never empty for a refusal of the API */
  environmentApprovals(runId: number, environment: string): Promise<readonly Answer[]>;
  /** The newest review of each person on the head of the merged pull requests behind a commit. @throws UserError SW3109 */
  reviews(commit: string): Promise<readonly Answer[]>;
  /**
   * Authors and committers of a commit, and who opened the pull requests behind it; of all commits after `since`
   * too, where it is given.
   * @throws UserError SW3109
   */
  authors(commit: string, since?: string): Promise<readonly Person[]>;
  /** Whether a person may write to the repository; in a public one everybody may review. @throws UserError SW3109 */
  mayWrite(login: string): Promise<boolean>;
  /** Whether `login` is an active member of `org/slug`. @throws UserError SW3110 where the token may not ask */
  isTeamMember(team: string, login: string): Promise<boolean>;
}

/** A record of GitHub's deployments that Slipway made. */
export type DeploymentRecord = {
  readonly id: number;
  readonly environment: string;
  readonly commit: string;
  readonly url: string;
  /** The entry and the log that the payload names. */
  readonly entry: number;
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly root: string;
};

/** A deployment that is to be recorded. */
export type NewDeployment = Pick<
  DeploymentRecord,
  "environment" | "commit" | "entry" | "size" | "root"
> & {
  readonly model: string;
  readonly version: string;
  readonly digest: string;
  readonly description: string;
};

/** GitHub's deployments: a view of the log for people, and a second memory of its size and root. */
export interface Deployments {
  /** Those of Slipway, newest first, at most `limit`. @throws UserError SW3111 */
  list(environment: string, limit: number): Promise<readonly DeploymentRecord[]>;
  /** Asks whether deployments may be recorded, and changes nothing. @throws UserError SW3111 without `deployments: write` */
  demandWritable(): Promise<void>;
  /** @throws UserError SW3111 without `deployments: write` */
  create(deployment: NewDeployment): Promise<DeploymentRecord>;
  /** Marks it as successful, unless it is that or was replaced since. @throws UserError SW3111 */
  succeed(
    id: number,
    facts: { readonly description: string; readonly logUrl: string | undefined },
  ): Promise<void>;
}

/** What the code host remembers of pushes to a branch. */
export interface BranchActivity {
  /** Pushes that were not fast-forwards, and deletions, newest first. @throws UserError SW3101 */
  rewrites(branch: string): Promise<
    readonly {
      readonly kind: string;
      readonly before: string;
      readonly after: string;
      readonly time: string;
      readonly actor: string;
    }[]
  >;
}
