import { createHash } from "node:crypto";
import {
  gitBaseRevision,
  gitDefaultBranch,
  gitRegistryTags,
  gitSlipwayBranch,
  headCommit,
} from "@slipway/git";
import {
  ecdsaKeys,
  evidenceFolder,
  evidenceHome,
  jobLog,
  logCrypto,
  modelFolder,
  readEvent,
  runAction,
  runContext,
  systemClock,
  temporaryFolder,
  withJobArtifacts,
  workspaceFiles,
} from "@slipway/runner";
import { inputs, type Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { registerModel } from "./register-model.ts";
import { renderRegistered } from "./render-registered.ts";

/** Starts register-model under a runner. */
export function main(): Promise<void> {
  return runAction({
    inputs,
    ports,
    run: async (input, world) =>
      registerModel(input, { ...world, commit: await headCommit(rootFolder()) }),
    render: renderRegistered,
  });
}

function rootFolder(): string {
  return process.env["GITHUB_WORKSPACE"] ?? process.cwd();
}

function ports({ branch, fromArtifacts, githubToken: token }: Inputs): Omit<Ports, "commit"> {
  const { env } = process;
  const folder = rootFolder();
  const access = { folder, ...(token === undefined ? {} : { token }) };
  const temporary = temporaryFolder(env);
  const files = workspaceFiles({ root: folder, roots: [temporary] });
  const repository = env["GITHUB_REPOSITORY"];
  return {
    files,
    folder: withJobArtifacts(evidenceFolder(evidenceHome(env)), fromArtifacts, env),
    models: modelFolder(files.locate),
    branch: gitSlipwayBranch({ ...access, branch }),
    tags: gitRegistryTags(access),
    defaultBranch: () => gitDefaultBranch(access),
    readCommitted: (commit, path) =>
      gitBaseRevision({ ...access, ref: "HEAD", commit }).readText(path),
    people: async () => {
      const { connect, githubPeople } = await import("@slipway/github");
      return githubPeople(connect({ token, repository, tell: (message) => jobLog.info(message) }));
    },
    clock: systemClock,
    context: runContext(env, readEvent(env)),
    log: jobLog,
    crypto: logCrypto,
    keys: ecdsaKeys,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  };
}
