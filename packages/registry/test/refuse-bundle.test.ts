import { ecdsaKeys } from "@slipway/runner";
import { expect, test } from "vitest";
import { verifyModelBundle } from "../src/index.ts";
import {
  aKey,
  aPredicate,
  aStatement,
  forge,
  kindsOf,
  m1,
  m1Root,
  sha256,
  verify,
} from "./models.ts";

const good = aStatement(m1Root, aPredicate(m1));

test.each([
  { what: "text that is no JSON", bundle: "{", kinds: ["malformed"] },
  { what: "JSON of another kind", bundle: "[]", kinds: ["malformed"] },
  { what: "a payload that is no JSON", bundle: forge("x"), kinds: ["malformed"] },
  {
    what: "a payload that is not UTF-8",
    bundle: forge(good, (all) => ({
      ...all,
      dsseEnvelope: { ...all.dsseEnvelope, payload: "/w==" },
    })),
    kinds: ["signature", "malformed"],
  },
  {
    what: "an unknown key of the bundle",
    bundle: forge(good, (all) => ({ ...all, extra: 1 })),
    kinds: ["unknown-key"],
  },
  {
    what: "an older media type",
    bundle: forge(good, (all) => ({
      ...all,
      mediaType: "application/vnd.dev.sigstore.bundle+json;version=0.2",
    })),
    kinds: ["malformed"],
  },
  {
    what: "another payload type",
    bundle: forge(good, (all) => ({
      ...all,
      dsseEnvelope: { ...all.dsseEnvelope, payloadType: "text/plain" },
    })),
    kinds: ["malformed"],
  },
  {
    what: "two signatures",
    bundle: forge(good, (all) => ({
      ...all,
      dsseEnvelope: {
        ...all.dsseEnvelope,
        signatures: [...all.dsseEnvelope.signatures, ...all.dsseEnvelope.signatures],
      },
    })),
    kinds: ["malformed"],
  },
  {
    what: "no signature",
    bundle: forge(good, (all) => ({
      ...all,
      dsseEnvelope: { ...all.dsseEnvelope, signatures: [] },
    })),
    kinds: ["malformed"],
  },
  {
    what: "the hint of another key",
    bundle: forge(good, (all) => ({
      ...all,
      verificationMaterial: { publicKey: { hint: sha256(aKey().pem) } },
    })),
    kinds: ["key-hint"],
  },
  {
    what: "the text of another key",
    bundle: forge(good, (all) => ({
      ...all,
      verificationMaterial: {
        publicKey: { rawBytes: Buffer.from(aKey().pem).toString("base64") },
      },
    })),
    kinds: ["key-hint"],
  },
  {
    what: "neither hint nor key",
    bundle: forge(good, (all) => ({ ...all, verificationMaterial: { publicKey: {} } })),
    kinds: ["malformed"],
  },
  {
    what: "a certificate instead of a key",
    bundle: forge(good, (all) => ({
      ...all,
      verificationMaterial: { certificate: { rawBytes: "AA==" }, tlogEntries: [] },
    })),
    kinds: ["method"],
  },
  {
    what: "a signature in the alphabet of addresses",
    bundle: forge(good, (all) => ({
      ...all,
      dsseEnvelope: { ...all.dsseEnvelope, signatures: [{ sig: "_-_-", keyid: "" }] },
    })),
    kinds: ["malformed"],
  },
])("$what is refused by name", ({ bundle, kinds }) => {
  const found = verify(bundle, m1);

  expect(found.ok).toBe(false);
  expect(kindsOf(found)).toEqual(kinds);
});

test("a payload that was changed after it was signed is refused", () => {
  const other = Buffer.from(JSON.stringify({ ...good, subject: [] })).toString("base64");
  const bundle = forge(good, (all) => ({
    ...all,
    dsseEnvelope: { ...all.dsseEnvelope, payload: other },
  }));

  expect(kindsOf(verify(bundle, m1))).toEqual(["signature", "malformed"]);
});

test("another key's own signature is refused, whatever it says of the files", () => {
  const found = verifyModelBundle(
    { bundle: forge(good), files: m1, publicKeyPem: aKey().pem },
    ecdsaKeys,
    sha256,
  );

  expect(kindsOf(found)).toEqual(["key-hint"]);
});
