import { parseEvidence, type Evidence, type EvidenceReference } from "@slipway/contracts";
import type { BranchView } from "@slipway/ports";
import type { Sha256 } from "@slipway/registry";

/** Evidence as the registration names it; `document` is `undefined` where it is gone or has other bytes. */
export type KeptEvidence = {
  readonly reference: EvidenceReference;
  readonly document: Evidence | undefined;
};

/** Reads the evidence of a registration, by the digest of its bytes. @throws UserError SW1401 where it cannot be read */
export async function readEvidence(
  view: BranchView,
  references: readonly EvidenceReference[],
  sha256: Sha256,
): Promise<readonly KeptEvidence[]> {
  const paths = references.map(({ digest }) => `blobs/sha256/${digest.sha256}`);
  const files = await view.readFiles(paths);
  return references.map((reference, at) => {
    const path = paths[at] ?? "";
    const bytes = files.get(path);
    if (bytes === undefined || sha256(bytes) !== reference.digest.sha256)
      return { reference, document: undefined };
    return { reference, document: parseEvidence(new TextDecoder().decode(bytes), path) };
  });
}
