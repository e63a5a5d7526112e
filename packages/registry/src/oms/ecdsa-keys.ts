/** ECDSA over P-256, P-384 and P-521, with SHA-256, SHA-384 and SHA-512; signatures are DER. */
export interface EcdsaKeys {
  /** Signs, and gives the public key as SPKI in PEM. @throws UserError SW4105 for a key that cannot be used */
  sign(
    privateKeyPem: string,
    message: Uint8Array,
  ): { readonly signature: Uint8Array; readonly publicKeyPem: string };
  /** Whether the signature is the key's; `false` for bytes that are no signature. @throws UserError SW4105 */
  verify(publicKeyPem: string, message: Uint8Array, signature: Uint8Array): boolean;
  /** The public key in the one form whose digest is the hint: SPKI in PEM with its final line end. @throws UserError SW4105 */
  publicKey(publicKeyPem: string): string;
}
