import { createHash } from "node:crypto";
import { loadDelivery } from "@slipway/delivery";
import { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } from "@slipway/git";
import {
  ecdsaKeys,
  folderView,
  logCrypto,
  modelFolder,
  runAction,
  temporaryFolder,
  workspaceFiles,
} from "@slipway/runner";
import { inputs, type Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { renderModel } from "./render-model.ts";
import { verifyModel } from "./verify-model.ts";

/** Starts verify-model under a runner. */
export function main(): Promise<void> {
  return runAction({ inputs, ports, run: verifyModel, render: renderModel });
}

function ports({ log, branch, githubToken }: Inputs): Ports {
  const { env } = process;
  const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const files = workspaceFiles({ root: folder, roots: [temporaryFolder(env)] });
  const place = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
  return {
    files,
    models: modelFolder(files.locate),
    view:
      log === undefined
        ? () => gitSlipwayBranch({ ...place, branch }).view()
        : () => Promise.resolve(folderView(files.locate(log))),
    tags: log === undefined ? gitRegistryTags(place) : undefined,
    delivery:
      log === undefined
        ? async () => loadDelivery(await gitDefaultBranch(place), sha256)
        : undefined,
    crypto: logCrypto,
    keys: ecdsaKeys,
    sha256,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
