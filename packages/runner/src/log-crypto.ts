import { createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto";

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in DER.
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** SHA-256 and Ed25519 of node:crypto over raw bytes: what the log needs to be read, written and verified. */
export const logCrypto = {
  sha256: (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer"),
  publicKeyOf: (seed: Uint8Array): Uint8Array => {
    const spki = createPublicKey(privateKeyOf(seed)).export({ format: "der", type: "spki" });
    return Uint8Array.from(spki.subarray(publicPrefix.length));
  },
  sign: (seed: Uint8Array, message: Uint8Array): Uint8Array =>
    Uint8Array.from(sign(null, message, privateKeyOf(seed))),
  verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean => {
    const key = Buffer.concat([publicPrefix, publicKey]);
    return verify(null, message, createPublicKey({ key, format: "der", type: "spki" }), signature);
  },
};

function privateKeyOf(seed: Uint8Array) {
  return createPrivateKey({
    key: Buffer.concat([seedPrefix, seed]),
    format: "der",
    type: "pkcs8",
  });
}
