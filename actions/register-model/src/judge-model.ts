import type { ModelConfig } from "@slipway/contracts";
import { UserError, type Digest } from "@slipway/kernel";
import type { DefaultBranch } from "@slipway/ports";
import {
  demandDistinctNames,
  modelManifest,
  modelRootDigest,
  type ModelFile,
} from "@slipway/registry";
import type { Ports } from "./ports.ts";

/** The model's bytes, as they lie there. */
export type JudgedModel = {
  readonly files: readonly ModelFile[];
  readonly digest: Digest;
  /** Of the files that the digest covers; what belongs to git is no part of a model. */
  readonly count: number;
  readonly sizeBytes: number;
};

/** Reads the model's folder. @throws UserError SW4101, SW4102, SW4103, SW4104 */
export async function readModel(
  { path, name }: ModelConfig,
  { models, sha256 }: Pick<Ports, "models" | "sha256">,
): Promise<JudgedModel> {
  const files = await models.read(path);
  if (files === undefined) {
    throw new UserError({
      code: "SW4104",
      message: `the folder ${path} of the model ${name} is not there`,
      remedy:
        "Let the training, or a download step, put it there before this step, or correct `path` under `models:`.",
    });
  }
  demandDistinctNames(files);
  const digest = modelRootDigest(files, sha256);
  const signed = new Set(modelManifest(files).map((file) => file.name));
  const own = files.filter((file) => signed.has(file.name));
  const sizeBytes = own.reduce((sum, file) => sum + file.sizeBytes, 0);
  return { files, digest, count: own.length, sizeBytes };
}

/**
 * The commit that is registered: what is checked out, and on the default branch.
 * @throws UserError SW3204 without one, SW4007 where it was not merged
 */
export async function demandMerged(
  commit: string | undefined,
  branch: DefaultBranch,
): Promise<string> {
  if (commit === undefined) {
    throw new UserError({
      code: "SW3204",
      message: "there is no commit that the model could belong to",
      remedy: "Check the repository out first: `uses: actions/checkout` before this step.",
    });
  }
  if (await branch.contains(commit)) return commit;
  throw new UserError({
    code: "SW4007",
    message: `commit ${commit.slice(0, 12)} is not on ${branch.ref}, the default branch`,
    remedy: `Only what was merged is registered. Merge it, and run this on ${branch.ref}: on: { push: { branches: [${branch.ref}] } }`,
  });
}
