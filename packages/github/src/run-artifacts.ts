import { createHash } from "node:crypto";
import { UserError } from "@slipway/kernel";
import type { ArtifactFile, RunArtifacts } from "@slipway/ports";
import type { Connection } from "./connect.ts";
import { hasStatus, translateError } from "./translate-error.ts";

const maxZipBytes = 64 * 1024 * 1024;

/** Takes the evidence out of a zip, as hostile data. @throws UserError SW3106 */
export type Unpack = (zip: Uint8Array) => readonly ArtifactFile[];

const reading = {
  doing: "read the artifact of the other run",
  permissions: ["actions: read"],
  missing: "the run",
};

/** Reads artifacts of other runs, each of them at most 64 MiB and as it was uploaded. */
export function githubRunArtifacts(connection: Connection, unpack: Unpack): RunArtifacts {
  return {
    read: async (runId, name) => {
      try {
        const newest = await findNewest(connection, runId, name);
        return unpack(await download(connection, newest));
      } catch (error) {
        throw translateError(error, reading);
      }
    },
  };
}

type Found = { readonly id: number; readonly name: string; readonly digest: string | undefined };

async function findNewest(
  { octokit, owner, repo }: Connection,
  runId: number,
  name: string,
): Promise<Found> {
  const query = { owner, repo, run_id: runId, name, per_page: 100 };
  const listed = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, query);
  const newest = listed.filter((one) => one.name === name).sort((a, b) => b.id - a.id)[0];
  if (newest === undefined) throw unusable(`run ${runId} has no artifact "${name}"`);
  if (newest.expired) throw expired(name);
  if (newest.size_in_bytes > maxZipBytes) throw tooLarge(name);
  return { id: newest.id, name, digest: newest.digest ?? undefined };
}

async function download(
  { octokit, owner, repo }: Connection,
  { id, name, digest }: Found,
): Promise<Uint8Array> {
  const query = { owner, repo, artifact_id: id, archive_format: "zip" };
  const data: unknown = await octokit.rest.actions.downloadArtifact(query).then(
    (response) => response.data,
    (error: unknown) => {
      throw hasStatus(error, 404, 410) ? expired(name) : error;
    },
  );
  if (!(data instanceof ArrayBuffer)) throw unusable(`the artifact "${name}" is no file`);
  const bytes = new Uint8Array(data);
  if (bytes.length > maxZipBytes) throw tooLarge(name);
  const actual = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  if (digest !== undefined && digest !== actual)
    throw unusable(`the bytes of the artifact "${name}" are not those that were uploaded`);
  return bytes;
}

function expired(name: string): UserError {
  return unusable(`the artifact "${name}" has expired or was deleted`);
}

function tooLarge(name: string): UserError {
  return unusable(`the artifact "${name}" is larger than 64 MiB`);
}

function unusable(problem: string): UserError {
  return new UserError({
    code: "SW3106",
    message: problem,
    remedy:
      "Look at the run that made it: its comment-metrics step has to run, with `if: always()`.",
  });
}
