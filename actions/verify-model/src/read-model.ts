import { UserError, type Digest } from "@slipway/kernel";
import {
  demandDistinctNames,
  modelManifest,
  modelRootDigest,
  type ModelFile,
} from "@slipway/registry";
import type { Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";

type SizedFile = ModelFile & { readonly sizeBytes: number };

/** A model's files, and the digest that names it. */
export type FoundModel = {
  readonly files: readonly SizedFile[];
  /** Those that the digest covers: what belongs to git is left out. */
  readonly manifest: readonly SizedFile[];
  readonly digest: Digest;
};

/**
 * Reads the folder; a signature that lies in it is no part of the model.
 * @throws UserError SW4104 without it, SW4101 where it is empty, SW4102 for a link, SW4103 for names that clash
 */
export async function readModel(
  { path, signature }: Pick<Inputs, "path" | "signature">,
  { models, sha256 }: Pick<Ports, "models" | "sha256">,
): Promise<FoundModel> {
  const found = await models.read(path);
  if (found === undefined) throw missing(path);
  const files = found.filter(
    ({ name }) => signature === undefined || !isSame(path, name, signature),
  );
  demandDistinctNames(files);
  const covered = new Set(modelManifest(files).map(({ name }) => name));
  const manifest = files.filter(({ name }) => covered.has(name));
  return { files, manifest, digest: modelRootDigest(files, sha256) };
}

function isSame(folder: string, name: string, path: string): boolean {
  return plain(`${folder}/${name}`) === plain(path);
}

function plain(path: string): string {
  return path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part, at) => part !== "." && (part !== "" || at === 0))
    .join("/");
}

function missing(path: string): UserError {
  return new UserError({
    code: "SW4104",
    message: `there is no folder ${JSON.stringify(path.slice(0, 300))}`,
    remedy:
      "Name the model's folder, as it was registered: the folder that `path` under `models:` names.",
  });
}
