import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { UserError } from "@slipway/kernel";

/**
 * Uploads every file below `folder` as the artifact `name` of this run, in place of an older one of a rerun.
 * @throws UserError SW3106 where the artifact service refuses
 */
export async function uploadFolder(
  name: string,
  folder: string,
): Promise<{ id: number | undefined }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  try {
    const client = new DefaultArtifactClient();
    const { id } = await client.uploadArtifact(name, files.sort(), folder, { compressionLevel: 6 });
    return { id };
  } catch (cause) {
    throw new UserError({
      code: "SW3106",
      message: `the artifact "${name}" cannot be stored: ${cause instanceof Error ? cause.message.slice(0, 300) : "unknown reason"}`,
      remedy:
        "Artifact names are unique in a run: set `artifact` where a job runs more than once (a matrix).",
      cause,
    });
  }
}
