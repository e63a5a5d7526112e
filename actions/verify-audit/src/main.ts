import { createHash } from "node:crypto";
import { loadDelivery, type Delivery } from "@slipway/delivery";
import { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } from "@slipway/git";
import {
  folderView,
  jobLog,
  logCrypto,
  runAction,
  temporaryFolder,
  workspaceFiles,
} from "@slipway/runner";
import { inputs, type Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { renderAudit } from "./render-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

/** Starts verify-audit under a runner. */
export function main(): Promise<void> {
  return runAction({ inputs, ports, run: verifyAudit, render: renderAudit });
}

function ports({ log, branch, githubToken }: Inputs): Ports {
  const { env } = process;
  const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const files = workspaceFiles({ root: folder, roots: [temporaryFolder(env)] });
  const shared = { files, crypto: logCrypto };
  if (log !== undefined) {
    const view = () => Promise.resolve(folderView(files.locate(log)));
    return { ...shared, view, delivery: undefined, tags: undefined, host: undefined };
  }
  const place = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
  let delivery: Promise<Delivery> | undefined;
  return {
    ...shared,
    view: () => gitSlipwayBranch({ ...place, branch }).view(),
    delivery: () =>
      (delivery ??= gitDefaultBranch(place).then((found) => loadDelivery(found, sha256))),
    tags: gitRegistryTags(place),
    host: githubToken === undefined ? undefined : () => connectHost(githubToken),
  };
}

async function connectHost(token: string) {
  const { connect, githubActivity, githubDeployments } = await import("@slipway/github");
  const connection = connect({
    token,
    repository: process.env["GITHUB_REPOSITORY"],
    tell: (message) => jobLog.notice(message),
  });
  return { deployments: githubDeployments(connection), activity: githubActivity(connection) };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
