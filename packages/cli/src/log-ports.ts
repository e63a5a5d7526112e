import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { loadDelivery, type Delivery } from "@slipway/delivery";
import { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } from "@slipway/git";
import type { BranchView, RegistryTags } from "@slipway/ports";
import { folderView, logCrypto, workspaceFiles } from "@slipway/runner";

/** Where the log lies: a folder, or a branch of `origin`. */
export type LogPlace = { readonly log: string | undefined; readonly branch: string };

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** The ports of the verbs that read the log. With a folder neither git nor the network is needed, nor asked. */
export function logPorts({ log, branch }: LogPlace) {
  const folder = process.cwd();
  let delivery: Promise<Delivery> | undefined;
  const load = (): Promise<Delivery> =>
    (delivery ??= gitDefaultBranch({ folder }).then((found) => loadDelivery(found, sha256)));
  const view = async (): Promise<BranchView> =>
    log === undefined ? gitSlipwayBranch({ folder, branch }).view() : folderView(resolve(log));
  const tags: RegistryTags | undefined =
    log === undefined ? gitRegistryTags({ folder }) : undefined;
  return {
    files: workspaceFiles({ root: folder, anywhere: true }),
    crypto: logCrypto,
    view,
    delivery: log === undefined ? load : undefined,
    tags,
  };
}
