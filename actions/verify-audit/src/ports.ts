import type { LogCrypto } from "@slipway/audit";
import type { Delivery } from "@slipway/delivery";
import type { BranchActivity, BranchView, Deployments, Files, RegistryTags } from "@slipway/ports";

/** What the code host remembers of the log beside the log. */
export type CodeHost = { readonly deployments: Deployments; readonly activity: BranchActivity };

/** What verify-audit needs of the world. */
export type Ports = {
  readonly files: Pick<Files, "list" | "readText">;
  /** The files of the log. */
  readonly view: () => Promise<BranchView>;
  readonly crypto: LogCrypto;
  /** The default branch's policy; absent where a folder is verified, which has no repository. */
  readonly delivery: (() => Promise<Delivery>) | undefined;
  /** The tags of `origin`; absent where a folder is verified. */
  readonly tags: RegistryTags | undefined;
  /** Absent where nobody is asked. */
  readonly host: (() => Promise<CodeHost>) | undefined;
};
