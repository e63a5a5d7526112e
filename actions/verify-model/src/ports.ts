import type { LogCrypto } from "@slipway/audit";
import type { Delivery } from "@slipway/delivery";
import type { BranchView, Files, ModelFolder, RegistryTags } from "@slipway/ports";
import type { EcdsaKeys, Sha256 } from "@slipway/registry";

/** What verify-model needs of the world. */
export type Ports = {
  readonly files: Pick<Files, "readText">;
  readonly models: ModelFolder;
  /** The files of the log; not asked for where a proof stands for it. */
  readonly view: () => Promise<BranchView>;
  /** What `origin` published of the log; absent where the log is a folder. Not asked for where a proof stands for it. */
  readonly tags: Pick<RegistryTags, "list"> | undefined;
  /** The default branch's policy; absent where the log is a folder, which has no repository. */
  readonly delivery: (() => Promise<Delivery>) | undefined;
  readonly crypto: LogCrypto;
  readonly keys: EcdsaKeys;
  readonly sha256: Sha256;
};
