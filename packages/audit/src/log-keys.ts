import { UserError } from "@slipway/kernel";
import { base64Of, bytesOf, bytesOfBase64, concatBytes, equalBytes, hexOf } from "./bytes.ts";
import type { LogCrypto } from "./log-crypto.ts";

/** The log's public key: a C2SP verifier key `NAME+ID+BASE64` of Ed25519. */
export type VerifierKey = {
  /** The name of the key, which is also the origin of the log. */
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly text: string;
};

/** The log's secret key with its public half. */
export type SignerKey = { readonly verifierKey: VerifierKey; readonly seed: Uint8Array };

const ed25519 = Uint8Array.of(1);
const nameForm = /^[^\s+\p{Cc}]{1,200}$/u;
const secretPrefix = "PRIVATE+KEY+";

/**
 * Reads a verifier key. Whether its id is the one of its name and bytes is known only with a hash: see {@link demandKeyId}.
 * @throws UserError SW4301
 */
export function parseVerifierKey(text: string): VerifierKey {
  const trimmed = text.trim();
  if (trimmed.startsWith(secretPrefix)) throw secretGiven();
  const parts = splitKey(trimmed);
  if (parts === undefined)
    throw noVerifierKey("it has not the form NAME+ID+BASE64 of an Ed25519 key");
  const { name, id, key } = parts;
  return { name, id, publicKey: key, text: trimmed };
}

/** Demands that the id of a verifier key is the one of its name and its bytes. @throws UserError SW4301 */
export function demandKeyId(key: VerifierKey, crypto: LogCrypto): void {
  if (keyId(key.name, key.publicKey, crypto) !== key.id)
    throw noVerifierKey("its id does not belong to its name and its bytes: it was mistyped or cut");
}

/**
 * Reads a secret key in the form of Go's sumdb/note, `PRIVATE+KEY+NAME+ID+BASE64`. No error repeats any of it.
 * @throws UserError SW4302
 */
export function parseSignerKey(text: string, crypto: LogCrypto): SignerKey {
  const trimmed = text.trim();
  const parts = trimmed.startsWith(secretPrefix)
    ? splitKey(trimmed.slice(secretPrefix.length))
    : undefined;
  if (parts === undefined) throw noSignerKey("it has not the form PRIVATE+KEY+NAME+ID+BASE64");
  const verifierKey = verifierKeyOf(parts.name, crypto.publicKeyOf(parts.key), crypto);
  if (verifierKey.id !== parts.id)
    throw noSignerKey("its id does not belong to its name and its bytes");
  return { verifierKey, seed: parts.key };
}

/**
 * A key pair of 32 random bytes: the secret as text, and the public key.
 * @throws UserError SW4301 where `name` cannot be the name of a key
 */
export function generateLogKey(
  name: string,
  seed: Uint8Array,
  crypto: LogCrypto,
): { readonly secret: string; readonly verifierKey: VerifierKey } {
  if (!nameForm.test(name))
    throw noVerifierKey("its name must be 1 to 200 characters without spaces and without +");
  if (seed.length !== 32) throw new Error("a seed has 32 bytes");
  const verifierKey = verifierKeyOf(name, crypto.publicKeyOf(seed), crypto);
  const secret = `${secretPrefix}${name}+${verifierKey.id}+${base64Of(concatBytes(ed25519, seed))}`;
  return { secret, verifierKey };
}

/** Demands that both are halves of one pair, under one name. @throws UserError SW4303 */
export function demandPair({ verifierKey }: SignerKey, key: VerifierKey): void {
  if (verifierKey.name === key.name && equalBytes(verifierKey.publicKey, key.publicKey)) return;
  throw new UserError({
    code: "SW4303",
    message: `the secret key signs as ${verifierKey.name}+${verifierKey.id}, but slipway.yaml names ${key.name}+${key.id}`,
    remedy:
      "Give the secret key that `slipway init --audit` made together with `audit: { key: … }` of slipway.yaml. Never exchange the public key of a log that has entries.",
  });
}

function splitKey(text: string) {
  const [name = "", id = "", ...rest] = text.split("+");
  const bytes = bytesOfBase64(rest.join("+"));
  const fits = nameForm.test(name) && /^[0-9a-f]{8}$/.test(id);
  if (!fits || bytes?.length !== 33 || bytes[0] !== ed25519[0]) return undefined;
  return { name, id, key: bytes.slice(1) };
}

function verifierKeyOf(name: string, publicKey: Uint8Array, crypto: LogCrypto): VerifierKey {
  const id = keyId(name, publicKey, crypto);
  const text = `${name}+${id}+${base64Of(concatBytes(ed25519, publicKey))}`;
  return { name, id, publicKey, text };
}

/** SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4] (C2SP signed-note). */
function keyId(name: string, publicKey: Uint8Array, { sha256 }: LogCrypto): string {
  return hexOf(sha256(concatBytes(bytesOf(`${name}\n`), ed25519, publicKey)).subarray(0, 4));
}

function noVerifierKey(detail: string): UserError {
  return new UserError({
    code: "SW4301",
    message: `the log's public key cannot be read: ${detail}`,
    remedy:
      "Write it as `slipway init --audit` printed it: audit: { key: example.com/owner/repository+116ce583+AddamAGC… }",
  });
}

function secretGiven(): UserError {
  return new UserError({
    code: "SW4301",
    message: "the secret key of the log stands where its public key belongs",
    remedy:
      "Remove it there. If that file or log is visible to others, the key is burnt: make a new pair with `slipway init --audit`.",
  });
}

function noSignerKey(detail: string): UserError {
  return new UserError({
    code: "SW4302",
    message: `the log's secret key cannot be read: ${detail}`,
    remedy:
      "Store the whole line that `slipway init --audit` printed as the secret SLIPWAY_AUDIT_KEY, and pass it as `audit-key`.",
  });
}
