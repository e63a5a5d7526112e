import { createHash } from "node:crypto";
import { gitDefaultBranch, gitRegistryTags, gitSlipwayBranch } from "@slipway/git";
import {
  jobIdentity,
  jobLog,
  logCrypto,
  readEvent,
  runAction,
  runContext,
  systemClock,
  temporaryFolder,
  workspaceFiles,
} from "@slipway/runner";
import { inputs, type Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { promoteModel } from "./promote-model.ts";
import { renderPromoted } from "./render-promoted.ts";

/** Starts promote-model under a runner. */
export function main(): Promise<void> {
  return runAction({ inputs, ports, run: promoteModel, render: renderPromoted });
}

function ports({ branch, githubToken: token, teamToken }: Inputs): Ports {
  const { env } = process;
  const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const access = { folder, ...(token === undefined ? {} : { token }) };
  const repository = env["GITHUB_REPOSITORY"];
  const tell = (message: string) => jobLog.info(message);
  return {
    files: workspaceFiles({ root: folder, roots: [temporaryFolder(env)] }),
    branch: gitSlipwayBranch({ ...access, branch }),
    tags: gitRegistryTags(access),
    defaultBranch: () => gitDefaultBranch(access),
    host: async () => {
      const { connect, githubDeployments, githubPeople } = await import("@slipway/github");
      const connection = connect({ token, repository, tell });
      const teams = githubPeople(connect({ token: teamToken ?? token, repository, tell }));
      const people = githubPeople(connection);
      return {
        people: {
          ...people,
          isTeamMember: (team, login) => teams.isTeamMember(team, login),
        },
        deployments: githubDeployments(connection),
      };
    },
    identity: () => jobIdentity(env, { notice: (message) => jobLog.notice(message) }),
    clock: systemClock,
    context: runContext(env, readEvent(env)),
    log: jobLog,
    crypto: logCrypto,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
  };
}
