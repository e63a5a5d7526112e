import type { LogCrypto } from "@slipway/audit";
import type {
  Clock,
  DefaultBranch,
  Deployments,
  Files,
  Log,
  People,
  RegistryTags,
  RunContext,
  SlipwayBranch,
} from "@slipway/ports";
import type { Sha256 } from "@slipway/registry";

/** What a signed token of the run says about this job. */
export type JobIdentity = {
  readonly environment: string | undefined;
  readonly repository: string;
  readonly runId: number;
};

/** The code host, as far as a promotion asks it. */
export type CodeHost = {
  readonly people: People;
  readonly deployments: Deployments;
};

/** What promote-model needs of the world. */
export type Ports = {
  readonly files: Files;
  readonly branch: SlipwayBranch;
  readonly tags: RegistryTags;
  readonly defaultBranch: () => Promise<DefaultBranch>;
  /** Absent outside GitHub: then nothing that needs an approval is allowed. */
  readonly host: (() => Promise<CodeHost>) | undefined;
  readonly identity: () => Promise<JobIdentity | undefined>;
  readonly clock: Clock;
  readonly context: RunContext;
  readonly log: Log;
  readonly crypto: LogCrypto;
  readonly sha256: Sha256;
};
