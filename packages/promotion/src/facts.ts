import type {
  Approval,
  EnvironmentConfig,
  EnvironmentGate,
  EnvironmentPointer,
  Evidence,
  EvidenceLevel,
  EvidenceReference,
  ModelConfig,
  Person,
  PromotionRule,
  RegisteredVersion,
} from "@slipway/contracts";
import type { Digest } from "@slipway/kernel";

/** How long an environment ran one version; `until` is null where it still does. */
export type Stay = {
  readonly version: string;
  readonly digest: Digest;
  readonly since: string;
  readonly until: string | null;
};

/** An answer before anyone judged whether it counts. */
export type Answer = Omit<Approval, "counted" | "note" | "observedAt">;

/** Everything that a decision looks at; it reads nothing else. */
export type PromotionFacts = {
  readonly now: string;
  readonly model: ModelConfig;
  readonly environment: EnvironmentConfig;
  readonly candidate: RegisteredVersion;
  /** What the environment runs now; null where nothing does. */
  readonly current: EnvironmentPointer | null;
  /** The stays in the environment that `after` names, oldest first; those of other bytes are overlooked. */
  readonly upstream: readonly Stay[];
  /** `document` is `undefined` where it is not on the branch, or has other bytes than the log says. */
  readonly evidence: readonly {
    readonly reference: EvidenceReference;
    readonly document: Evidence | undefined;
  }[];
  readonly reason: string | null;
  /** For this environment in this run, and reviews, oldest first; never of another environment. */
  readonly answers: readonly Answer[];
  /** Who wrote the change, as far as the API knows. */
  readonly authors: readonly Person[];
  /** Who started the run by hand. */
  readonly starters: readonly Person[];
  /** Login -> the teams of the policy that it belongs to. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** null where no API was asked. */
  readonly gate: EnvironmentGate | null;
  /** Whether a signed token says that this job runs in this environment. */
  readonly identity: "confirmed" | "absent";
  readonly run: { readonly id: number; readonly attempt: number } | null;
};

/** What may happen, rule by rule, and whose approvals counted. */
export type Decision = {
  readonly state: "allowed" | "refused" | "waiting";
  readonly direction: "promotion" | "rollback";
  readonly rules: PromotionRule[];
  readonly approvals: Approval[];
  readonly evidenceLevel: EvidenceLevel;
  /** Whether the environment is held afterwards: the next promotion there needs a reason. */
  readonly hold: boolean;
  readonly notices: string[];
};
