import {
  demandPair,
  parseSignerKey,
  type LogCrypto,
  type SignerKey,
  type VerifierKey,
} from "@slipway/audit";
import { UserError } from "@slipway/kernel";

/**
 * The secret key that signs the log, checked against the public one of the default branch.
 * @throws UserError SW4302 without it or where it cannot be read, SW4303 where it is another one
 */
export function logSigner(
  secret: string | undefined,
  key: VerifierKey,
  crypto: LogCrypto,
): SignerKey {
  if (secret === undefined) throw missing(key);
  const signer = parseSignerKey(secret, crypto);
  demandPair(signer, key);
  return signer;
}

function missing({ name }: VerifierKey): UserError {
  return new UserError({
    code: "SW4302",
    message: `the secret key of the log ${name} is not given`,
    remedy: [
      "Add to the step:",
      "    with:",
      "      audit-key: ${{ secrets.SLIPWAY_AUDIT_KEY }}",
      "On the command line it is the variable SLIPWAY_AUDIT_KEY. `slipway init --audit` made it; only the log's keepers have it.",
    ].join("\n"),
  });
}
