import { createHash } from "node:crypto";
import { UserError } from "@slipway/kernel";
import type { ArtifactFile, RunArtifacts } from "@slipway/ports";
import { unzipSync } from "fflate";
import type { Connection } from "./connect.ts";
import { translateError } from "./translate-error.ts";

const maxZipBytes = 64 * 1024 * 1024;
const maxFileBytes = 32 * 1024 * 1024;
const maxFiles = 500;

/** Reads artifacts of other runs. Only evidence is taken out of them; links, folders and strange names stay inside. */
export function githubRunArtifacts({ octokit, owner, repo }: Connection): RunArtifacts {
  return {
    read: async (runId, name) => {
      try {
        const query = { owner, repo, run_id: runId, name, per_page: 100 };
        const artifacts = await octokit.paginate(
          octokit.rest.actions.listWorkflowRunArtifacts,
          query,
        );
        const newest = artifacts
          .filter((artifact) => artifact.name === name && !artifact.expired)
          .sort((a, b) => b.id - a.id)[0];
        if (newest === undefined) throw unusable(`run ${runId} has no artifact "${name}"`);
        if (newest.size_in_bytes > maxZipBytes)
          throw unusable(`the artifact "${name}" is larger than 64 MiB`);
        const download = { owner, repo, artifact_id: newest.id, archive_format: "zip" };
        const { data } = await octokit.rest.actions.downloadArtifact(download);
        return unpack(checked(data, newest.digest ?? undefined));
      } catch (error) {
        throw translateError(error, {
          doing: "read the artifact of the other run",
          permissions: ["actions: read"],
          missing: "the run or its artifact",
        });
      }
    },
  };
}

function checked(data: unknown, digest: string | undefined): Uint8Array {
  if (!(data instanceof ArrayBuffer)) throw unusable("the artifact is no file");
  const bytes = new Uint8Array(data);
  if (bytes.length > maxZipBytes) throw unusable("the artifact is larger than 64 MiB");
  const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  if (digest !== undefined && digest !== actual)
    throw unusable("the artifact's bytes are not those that were uploaded");
  return bytes;
}

/** Unpacks `*.json` at the top of the archive alone, each within its size. @throws UserError SW3106 */
export function unpack(zip: Uint8Array): readonly ArtifactFile[] {
  let count = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}\.json$/.test(name)) return false;
        count += 1;
        if (count > maxFiles) throw unusable(`the artifact holds more than ${maxFiles} files`);
        if (originalSize > maxFileBytes)
          throw unusable(`${name} in the artifact is larger than 32 MiB`);
        return true;
      },
    });
    return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw unusable("the artifact is no readable zip file", cause);
  }
}

function unusable(problem: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW3106",
    message: problem,
    remedy:
      "Look at the run that made it: its comment-metrics step has to run, with `if: always()`.",
    cause,
  });
}
