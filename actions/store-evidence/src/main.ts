import { gitEvidenceBranch, headCommit } from "@slipway/git";
import {
  evidenceFolder,
  evidenceHome,
  runAction,
  temporaryFolder,
  withJobArtifacts,
  workspaceFiles,
} from "@slipway/runner";
import { inputs, type Inputs } from "./inputs.ts";
import { renderStored } from "./render-stored.ts";
import { storeEvidence, type Ports } from "./store-evidence.ts";

/** Starts store-evidence under a runner. */
export function main(): Promise<void> {
  return runAction({
    inputs,
    ports,
    run: async (input, world) =>
      storeEvidence(input, { ...world, commit: await headCommit(rootFolder()) }),
    render: renderStored,
  });
}

function rootFolder(): string {
  return process.env["GITHUB_WORKSPACE"] ?? process.cwd();
}

function ports({ branch, fromArtifacts, githubToken }: Inputs): Omit<Ports, "commit"> {
  const folder = rootFolder();
  const temporary = temporaryFolder(process.env);
  return {
    files: workspaceFiles({ root: folder, roots: [temporary] }),
    folder: withJobArtifacts(evidenceFolder(evidenceHome(process.env)), fromArtifacts, process.env),
    branch: gitEvidenceBranch({
      folder,
      branch,
      ...(githubToken === undefined ? {} : { token: githubToken }),
    }),
    event: process.env["GITHUB_EVENT_NAME"],
  };
}
