import type { Evidence } from "@slipway/contracts";
import type { Digest } from "@slipway/kernel";

/** An evidence document and the file that holds it. */
export type EvidenceFile = { readonly path: string; readonly evidence: Evidence };

/** Where the steps of one job leave evidence for each other: one file a document, item blobs by digest. */
export interface EvidenceFolder {
  /** Writes `<kind>-<name>.json`, whole or not at all, and says where it lies. */
  write(evidence: Evidence): Promise<string>;
  /** All documents in the order of their names. @throws UserError SW1401 */
  list(): Promise<readonly EvidenceFile[]>;
  /** The absolute path where the blob with this digest lies, or is to be written. */
  blobPath(digest: Digest): string;
  /** The folder itself, absolute. It exists. */
  readonly path: string;
}
