import { lstat, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { ArtifactNotFoundError, DefaultArtifactClient } from "@actions/artifact";
import { UserError } from "@slipway/kernel";
import { foldLog, reasonOf } from "./fold-log.ts";

/**
 * The zip of the artifact `name` of this run, as it was uploaded: nothing of it is unpacked, its digest is compared.
 * `temporary` is a folder for the transfer, which is left empty.
 * @throws UserError SW3106 where there is none, or it is larger than `maxBytes`
 */
export async function downloadArtifact(
  name: string,
  { temporary, maxBytes }: { readonly temporary: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(join(temporary, "artifact-"));
  try {
    return await foldLog(`Artifact ${name}`, () => transfer(name, folder, maxBytes));
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (cause instanceof ArtifactNotFoundError) throw missing(name, cause);
    throw unusable(name, reasonOf(cause), cause);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function transfer(name: string, folder: string, maxBytes: number): Promise<Uint8Array> {
  const client = new DefaultArtifactClient();
  const { artifact } = await client.getArtifact(name);
  if (artifact.size > maxBytes) throw tooLarge(name, maxBytes);
  // The client's own unpacking follows the paths of the zip: it is left packed.
  const { digestMismatch } = await client.downloadArtifact(artifact.id, {
    path: folder,
    skipDecompress: true,
    ...(artifact.digest === undefined ? {} : { expectedHash: artifact.digest }),
  });
  if (digestMismatch === true) throw unusable(name, "its bytes are not those that were uploaded");
  const [file, ...others] = await readdir(folder);
  if (file === undefined || others.length > 0) throw unusable(name, "it is not one file");
  const path = join(folder, file);
  const { size } = await lstat(path);
  if (size > maxBytes) throw tooLarge(name, maxBytes);
  return readFile(path);
}

function missing(name: string, cause: unknown): UserError {
  return new UserError({
    code: "SW3106",
    message: `no job of this run has stored an artifact "${name}"`,
    remedy:
      "Give the step that makes the evidence `artifact: NAME`, and let this job wait for it with `needs:`.",
    cause,
  });
}

function tooLarge(name: string, maxBytes: number): UserError {
  return unusable(name, `it is larger than ${maxBytes / 1024 / 1024} MiB`);
}

function unusable(name: string, problem: string, cause?: unknown): UserError {
  return new UserError({
    code: "SW3106",
    message: `the artifact "${name}" cannot be read: ${problem}`,
    remedy: "Run the job that stores it again.",
    cause,
  });
}
