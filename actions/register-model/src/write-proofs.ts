import type { ModelConfig, RegisteredVersion } from "@slipway/contracts";
import { UserError } from "@slipway/kernel";
import type { BranchView } from "@slipway/ports";
import type { Ports } from "./ports.ts";

/**
 * The folder for signature and proof: the one that is given, or the one that holds the model's folder.
 * @throws UserError SW1001 where that is inside the model, whose signature covers every file
 */
export function outputFolder({ path, name }: ModelConfig, given: string | undefined): string {
  const model = partsOf(path);
  const output = given === undefined ? model.slice(0, -1) : partsOf(given);
  const inside = model.every((part, at) => output[at] === part);
  if (!inside) return output.join("/");
  throw new UserError({
    code: "SW1001",
    message: `the signature and the proof of ${name} would lie inside its folder ${path}, whose signature covers every file`,
    remedy:
      "Name a folder outside the model: output: FOLDER (on the command line --output-folder).",
  });
}

/** Where they lie now; `signature` is null for an unsigned model. */
export type Written = { readonly signature: string | null; readonly proof: string };

/** Writes the proof, and the signature as the log keeps it, beside the model. @throws UserError SW4305, SW1304 */
export async function writeProofs(
  found: {
    readonly registered: RegisteredVersion;
    readonly proof: string;
    readonly view: BranchView;
  },
  folder: string,
  { files }: Pick<Ports, "files">,
): Promise<Written> {
  const { model, version, signature } = found.registered;
  const stem = `${folder === "" ? "" : `${folder}/`}${model}-${version}`;
  const proof = `${stem}.tlog-proof`;
  await files.write(proof, found.proof);
  if (signature === null) return { signature: null, proof };
  const blob = `blobs/sha256/${signature.sha256}`;
  const bytes = (await found.view.readFiles([blob])).get(blob);
  if (bytes === undefined) throw lost(blob);
  await files.write(`${stem}.sig`, bytes);
  return { signature: `${stem}.sig`, proof };
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}

function lost(blob: string): UserError {
  return new UserError({
    code: "SW4305",
    message: `the signature ${blob} that the log names is not on the slipway branch`,
    remedy: "See what else is missing: slipway verify audit",
  });
}
