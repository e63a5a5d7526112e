import type { Evidence, EvidenceKind } from "@slipway/contracts";
import type { Digest } from "@slipway/kernel";

/** Evidence of an ancestor, and how far away it is. */
export type AncestorEvidence = {
  readonly evidence: Evidence;
  readonly commit: string;
  /** Commits between it and the judged one; 0 is the judged commit itself. */
  readonly distance: number;
  /** SHA-256 of the document's bytes. */
  readonly digest: Digest;
};

/** A file that is to be stored: its path on the branch, and where its bytes lie. */
export type StoredFile = {
  readonly path: string;
  readonly content: string | Uint8Array | { readonly file: string };
};

/** The `slipway` branch of the user's repository. */
export interface EvidenceBranch {
  /** The nearest ancestor of the checked-out commit that has such evidence. `undefined`: none, or no branch. */
  nearest(kind: EvidenceKind, name: string): Promise<AncestorEvidence | undefined>;
  /** Copies a blob of the branch to `target`; false where the branch has none of that digest. */
  copyBlob(digest: Digest, target: string): Promise<boolean>;
  /**
   * Adds files in one commit by compare-and-swap, tried again where the branch moved meanwhile.
   * Files that are there already with the same bytes make no commit.
   * @throws UserError SW3202 where the remote refuses, SW3203 where it kept moving
   */
  store(
    files: readonly StoredFile[],
    message: string,
  ): Promise<{ commit: string; changed: boolean; attempts: number }>;
}
