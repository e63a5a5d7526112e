import { parseVerifierKey, type VerifierKey } from "@slipway/audit";
import { UserError } from "@slipway/kernel";
import type { Delivery } from "./load-delivery.ts";

/**
 * The public key that a verifier trusts: the one it was given, else `audit.key` of the default branch. Never that of
 * the work tree, which a pull request may have changed, and never one that lies beside the log.
 * @throws UserError SW4301 where there is neither; whatever `delivery` throws
 */
export async function trustedKey(
  given: string | undefined,
  delivery: (() => Promise<Delivery>) | undefined,
): Promise<VerifierKey> {
  if (given !== undefined) return parseVerifierKey(given);
  if (delivery !== undefined) return (await delivery()).key;
  throw new UserError({
    code: "SW4301",
    message: "it is not known which key the log must be signed with",
    remedy:
      "Name it, from a source that you trust and not from beside the log: --key NAME+HASH+KEY (input `key`). It is `audit.key` in slipway.yaml of the repository's default branch.",
  });
}
