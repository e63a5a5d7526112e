import { createHash } from "node:crypto";
import { join } from "node:path";
import { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } from "@slipway/git";
import { logCrypto, readEvent, runContext, systemClock, workspaceFiles } from "@slipway/runner";
import { stderrLog } from "./local-ports.ts";

/** The connection that the variables of the process give, or `undefined` on a laptop without a token. */
export function githubConnection():
  (() => Promise<ReturnType<typeof import("@slipway/github").connect>>) | undefined {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository } = process.env;
  if (!token || !repository) return undefined;
  return async () => {
    const { connect } = await import("@slipway/github");
    return connect({ token, repository, tell: (message) => stderrLog.info(message) });
  };
}

/** What registering and promoting share on the command line: this folder's repository, and its `origin`. */
export function deliveryPorts() {
  const { env } = process;
  const folder = process.cwd();
  const token = env["GITHUB_TOKEN"];
  const access = { folder, ...(token === undefined ? {} : { token }) };
  return {
    folder,
    home: join(folder, ".slipway"),
    files: workspaceFiles({ root: folder, anywhere: true }),
    branch: gitSlipwayBranch(access),
    tags: gitRegistryTags(access),
    defaultBranch: () => gitDefaultBranch(access),
    clock: systemClock,
    context: runContext(env, readEvent(env)),
    log: stderrLog,
    crypto: logCrypto,
    sha256: (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
  };
}
