import { DefaultArtifactClient } from "@actions/artifact";
import { UserError } from "@slipway/kernel";
import { foldLog, reasonOf } from "./fold-log.ts";

/** Files below `folder` (absolute paths) as the artifact `name` of this run. */
export type Upload = {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** Whether the job runs again: then an artifact of its earlier attempt gives way. */
  readonly isRerun: boolean;
};

/**
 * Uploads an artifact. In a first attempt its name must be free, since jobs of a matrix would replace each other's.
 * @throws UserError SW3107 where the name is taken or the artifact service refuses
 */
export async function uploadArtifact(upload: Upload): Promise<void> {
  const { name, folder, files, isRerun } = upload;
  const client = new DefaultArtifactClient();
  const send = async (): Promise<void> => {
    await client.uploadArtifact(name, files.toSorted(), folder, { compressionLevel: 6 });
  };
  await foldLog(`Artifact ${name}`, async () => {
    try {
      await send().catch(async (cause: unknown) => {
        if (!isRerun || !isTaken(cause)) throw cause;
        await client.deleteArtifact(name);
        await send();
      });
    } catch (cause) {
      throw isTaken(cause) ? taken(name, cause) : notStored(name, cause);
    }
  });
}

function isTaken(cause: unknown): boolean {
  return cause instanceof Error && /\(409\)|already exists/i.test(cause.message);
}

function taken(name: string, cause: unknown): UserError {
  return new UserError({
    code: "SW3107",
    message: `the artifact "${name}" exists already: another job or step of this run has stored it`,
    remedy:
      "Give each its own name with the input `artifact`, in a matrix for example `artifact: evidence-${{ matrix.name }}`.",
    cause,
  });
}

function notStored(name: string, cause: unknown): UserError {
  return new UserError({
    code: "SW3107",
    message: `the artifact "${name}" cannot be stored: ${reasonOf(cause)}`,
    remedy:
      "Run the job again. On a server without this artifact service, leave `artifact` out (comment-metrics: `upload: false`).",
    cause,
  });
}
