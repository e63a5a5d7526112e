import {
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
  type PublicKeyInput,
} from "node:crypto";
import { UserError } from "@slipway/kernel";

const hashOfCurve: Readonly<Record<string, string>> = {
  prime256v1: "sha256",
  secp384r1: "sha384",
  secp521r1: "sha512",
};

/** The keys that sign models, over node:crypto: P-256, P-384 and P-521, signatures in DER. */
export const ecdsaKeys = {
  sign: (privateKeyPem: string, message: Uint8Array) => {
    const key = privateKey(privateKeyPem);
    return {
      signature: new Uint8Array(sign(hashOf(key, "private"), message, key)),
      publicKeyPem: pemOf(createPublicKey(key)),
    };
  },
  verify: (publicKeyPem: string, message: Uint8Array, signature: Uint8Array): boolean => {
    const key = publicKey(publicKeyPem);
    return verify(hashOf(key, "public"), message, key, signature);
  },
  publicKey: (publicKeyPem: string): string => {
    const key = publicKey(publicKeyPem);
    hashOf(key, "public");
    return pemOf(key);
  },
};

function pemOf(key: KeyObject): string {
  return key.export({ type: "spki", format: "pem" }).toString();
}

// No cause is kept of a private key: what OpenSSL says could quote it.
function privateKey(pem: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: "pem" });
  } catch {
    throw unusable("private", "cannot be read as PEM, or has a password");
  }
}

function publicKey(pem: string): KeyObject {
  // Node would derive the public key from a private one, which has no place where models are verified.
  if (pem.includes("PRIVATE KEY")) throw unusable("public", "is a private one");
  const input: PublicKeyInput = { key: pem, format: "pem" };
  try {
    return createPublicKey(input);
  } catch {
    throw unusable("public", "cannot be read as PEM");
  }
}

function hashOf(key: KeyObject, kind: "private" | "public"): string {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const hash = curve === undefined ? undefined : hashOfCurve[curve];
  if (hash !== undefined) return hash;
  throw unusable(kind, `is of the type ${curve ?? key.asymmetricKeyType ?? "unknown"}`);
}

function unusable(kind: "private" | "public", why: string): UserError {
  return new UserError({
    code: "SW4105",
    message: `the ${kind} key of the model's signature ${why}`,
    remedy:
      kind === "private"
        ? "Give the whole PEM text of an EC key on P-256, P-384 or P-521, without a password. A new one: openssl ecparam -name prime256v1 -genkey -noout -out key.pem"
        : "Give the PEM text of the public half: openssl ec -in key.pem -pubout",
  });
}
