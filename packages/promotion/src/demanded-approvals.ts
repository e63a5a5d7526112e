import { evidenceLevels, type EnvironmentConfig, type EvidenceLevel } from "@slipway/contracts";

/** What an environment demands of approvals, defaults filled in. */
export type DemandedApprovals = {
  readonly min: number;
  readonly notAuthor: boolean;
  /** Whether the policy names nobody, so that everyone may approve. */
  readonly anyone: boolean;
  /** Logins in lower case. */
  readonly users: readonly string[];
  /** Teams as org/slug in lower case. */
  readonly teams: readonly string[];
  /** The least level that counts. */
  readonly level: EvidenceLevel;
  /** Whether a review of the merged pull request is enough. */
  readonly reviewsCount: boolean;
};

/** What `approvals` demands; `undefined` where the environment has none, and nobody needs to be asked. */
export function demandedApprovals({
  approvals,
}: Pick<EnvironmentConfig, "approvals">): DemandedApprovals | undefined {
  if (approvals === undefined) return undefined;
  const anyone = approvals.users === undefined && approvals.teams === undefined;
  // GitHub limits who approves for an environment; a pull request of a public repository is reviewed by whoever likes.
  const level = approvals.evidence ?? (anyone ? "review" : "pr-review");
  return {
    min: approvals.min ?? 1,
    notAuthor: approvals["not-author"] ?? true,
    anyone,
    users: (approvals.users ?? []).map((login) => login.replace(/^@/, "").toLowerCase()),
    teams: (approvals.teams ?? []).map((team) => team.toLowerCase()),
    level,
    reviewsCount: reaches("pr-review", level),
  };
}

/** Whether `level` is at least `least`. */
export function reaches(level: EvidenceLevel, least: EvidenceLevel): boolean {
  return evidenceLevels.indexOf(level) <= evidenceLevels.indexOf(least);
}
