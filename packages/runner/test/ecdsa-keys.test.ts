import { generateKeyPairSync, sign } from "node:crypto";
import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import { ecdsaKeys } from "../src/index.ts";

const message = new TextEncoder().encode("message");
const pem = { type: "pkcs8", format: "pem" } as const;
const spki = { type: "spki", format: "pem" } as const;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const secret = ec.privateKey.export(pem).toString();
const open = ec.publicKey.export(spki).toString();

function refusal(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test.each(["P-256", "P-384", "P-521"])(
  "a key on %s signs what its public half verifies",
  (curve) => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
    const signed = ecdsaKeys.sign(privateKey.export(pem).toString(), message);

    expect(signed.publicKeyPem).toBe(publicKey.export(spki).toString());
    expect(ecdsaKeys.verify(signed.publicKeyPem, message, signed.signature)).toBe(true);
    expect(ecdsaKeys.verify(open, message, signed.signature)).toBe(false);
    expect(ecdsaKeys.verify(signed.publicKeyPem, new Uint8Array(7), signed.signature)).toBe(false);
  },
);

test("bytes that are no DER signature do not verify, and nothing is thrown", () => {
  const plain = sign("sha256", message, { key: ec.privateKey, dsaEncoding: "ieee-p1363" });

  for (const signature of [plain, new Uint8Array(), new Uint8Array(70), new Uint8Array([48, 255])])
    expect(ecdsaKeys.verify(open, message, signature)).toBe(false);
});

test("a private key of the older form of OpenSSL is taken", () => {
  const sec1 = ec.privateKey.export({ type: "sec1", format: "pem" }).toString();

  expect(ecdsaKeys.sign(sec1, message).publicKeyPem).toBe(open);
});

test("a public key is given in one form, whatever the spelling", () => {
  expect(ecdsaKeys.publicKey(` \n${open.trim().replaceAll("\n", "\r\n")}`)).toBe(open);
});

const ed25519 = generateKeyPairSync("ed25519");
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const koblitz = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
const locked = ec.privateKey
  .export({ ...pem, cipher: "aes-256-cbc", passphrase: "secret" })
  .toString();

test.each([
  { what: "no PEM", text: "MIGHAgEAMBMGByqGSM49" },
  { what: "an empty text", text: "" },
  { what: "a public key", text: open },
  { what: "a key with a password", text: locked },
  { what: "an Ed25519 key", text: ed25519.privateKey.export(pem).toString() },
  { what: "an RSA key", text: rsa.privateKey.export(pem).toString() },
  { what: "a key on another curve", text: koblitz.privateKey.export(pem).toString() },
])("$what is refused as a signing key, and never quoted", ({ text }) => {
  const error = refusal(() => ecdsaKeys.sign(text, message));

  expect(error.code).toBe("SW4105");
  expect(error.cause).toBeUndefined();
  const body = text.split("\n")[1] ?? text;
  if (body !== "") expect(`${error.message} ${error.remedy}`).not.toContain(body.slice(0, 12));
});

test.each([
  { what: "no PEM", text: "x" },
  { what: "a private key", text: secret },
  { what: "an Ed25519 key", text: ed25519.publicKey.export(spki).toString() },
  { what: "a key on another curve", text: koblitz.publicKey.export(spki).toString() },
])("$what is refused as a public key", ({ text }) => {
  expect(refusal(() => ecdsaKeys.verify(text, message, new Uint8Array())).code).toBe("SW4105");
  expect(refusal(() => ecdsaKeys.publicKey(text)).code).toBe("SW4105");
});
