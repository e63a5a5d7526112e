import type { LogCrypto } from "@slipway/audit";
import type {
  Clock,
  DefaultBranch,
  EvidenceFolder,
  Files,
  Log,
  ModelFolder,
  People,
  RegistryTags,
  RunContext,
  SlipwayBranch,
} from "@slipway/ports";
import type { EcdsaKeys, Sha256 } from "@slipway/registry";

/** What register-model needs of the world. */
export type Ports = {
  readonly files: Files;
  /** What earlier steps of this job, or other jobs of this run, found. */
  readonly folder: EvidenceFolder;
  readonly models: ModelFolder;
  readonly branch: SlipwayBranch;
  readonly tags: RegistryTags;
  readonly defaultBranch: () => Promise<DefaultBranch>;
  /** Absent outside GitHub: then nobody is named as the one who started it. */
  readonly people: (() => Promise<People>) | undefined;
  readonly clock: Clock;
  readonly context: RunContext;
  readonly log: Log;
  /** The checked-out commit, and its files as they were committed. */
  readonly commit: string | undefined;
  readonly readCommitted: (commit: string, path: string) => Promise<string | undefined>;
  readonly crypto: LogCrypto;
  readonly keys: EcdsaKeys;
  readonly sha256: Sha256;
};
