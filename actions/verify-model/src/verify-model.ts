import type { ModelVerification, VerificationCheck } from "@slipway/contracts";
import { trustedKey } from "@slipway/delivery";
import { worstOutcome } from "@slipway/kernel";
import { checkLog } from "./check-log.ts";
import { checkProof } from "./check-proof.ts";
import { checkSignature } from "./check-signature.ts";
import type { Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";
import { readModel, type FoundModel } from "./read-model.ts";
import { digestWords } from "./words.ts";

/**
 * Checks a model's folder against its signature and the log, or against a proof alone where one is given without a
 * log. Nothing that the folder or the log says about itself is trusted: the keys come from the caller, or the log's
 * from the default branch.
 * @throws UserError SW4101 to SW4105 for the folder and the key, SW4301, SW4306, SW4309, SW1301
 */
export async function verifyModel(
  input: Omit<Inputs, "branch" | "githubToken">,
  ports: Ports,
): Promise<ModelVerification> {
  const model = await readModel(input, ports);
  const { files, digest } = model;
  const key = await trustedKey(input.key, ports.delivery);
  const { proof, log } = input;
  const findings =
    proof === undefined || log !== undefined
      ? await checkLog(digest, input, { key, ports })
      : await checkProof({ digest, key, path: proof, ports }, input);
  const signature = await checkSignature(input, { ...findings, files }, ports);
  const checks = [folderCheck(model), ...findings.checks, ...signature];
  return {
    schema: "slipway/model-verification/v1",
    outcome: worstOutcome(checks.map(({ outcome }) => outcome)),
    path: input.path,
    digest,
    model: findings.found?.model ?? null,
    version: findings.found?.version ?? null,
    environment: input.environment ?? null,
    checks,
  };
}

function folderCheck({ manifest, digest }: FoundModel): VerificationCheck {
  const bytes = manifest.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const counted = `${manifest.length} ${manifest.length === 1 ? "file" : "files"}`;
  return {
    id: "folder",
    title: "the folder is a model",
    outcome: "pass",
    detail: `${counted}, ${bytes.toLocaleString("en-US")} bytes, ${digestWords(digest)}`,
  };
}
