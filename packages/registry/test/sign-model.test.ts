import { createHash, createPublicKey } from "node:crypto";
import { UserError } from "@slipway/kernel";
import { ecdsaKeys } from "@slipway/runner";
import { expect, test } from "vitest";
import { preAuthentication } from "../src/oms/envelope.ts";
import { signModel, verifyModelBundle } from "../src/index.ts";
import { aFile, aKey, m1, m1Root, sha256 } from "./models.ts";

test("a signed model is a bundle of OpenSSF Model Signing, whole and no more", () => {
  const { secret, pem } = aKey();
  const signed = signModel(
    { files: m1, folder: "model", privateKeyPem: secret },
    ecdsaKeys,
    sha256,
  );

  const sig: unknown = expect.stringMatching(/^[A-Za-z0-9+/]+=*$/);
  const bundle: unknown = JSON.parse(signed.bundle);
  expect(bundle).toEqual({
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: sha256(pem) }, tlogEntries: [] },
    dsseEnvelope: {
      payload: Buffer.from(
        JSON.stringify({
          _type: "https://in-toto.io/Statement/v1",
          subject: [{ name: "model", digest: { sha256: m1Root } }],
          predicateType: "https://model_signing/signature/v1.0",
          predicate: {
            serialization: {
              method: "files",
              hash_type: "sha256",
              allow_symlinks: false,
              ignore_paths: [".git", ".gitattributes", ".github", ".gitignore"],
            },
            resources: m1.map(({ name, digest }) => ({
              name,
              algorithm: "sha256",
              digest: digest.sha256,
            })),
          },
        }),
      ).toString("base64"),
      payloadType: "application/vnd.in-toto+json",
      signatures: [{ sig, keyid: "" }],
    },
  });
  expect(signed.keyHint).toBe(sha256(pem));
  expect(signed.rootDigest).toEqual({ sha256: m1Root });
});

test.each(["P-256", "P-384", "P-521"])("what %s signs, its public half verifies", (curve) => {
  const { secret, pem } = aKey(curve);
  const { bundle } = signModel(
    { files: m1, folder: "m", privateKeyPem: secret },
    ecdsaKeys,
    sha256,
  );

  const request = { bundle, files: m1.toReversed(), publicKeyPem: pem };
  expect(verifyModelBundle(request, ecdsaKeys, sha256)).toEqual({
    ok: true,
    rootDigest: { sha256: m1Root },
    referenceDigest: undefined,
    problems: [],
    ignored: [],
  });
  // The same key in another spelling: without its last line end, and with those of Windows.
  for (const spelled of [pem.trim(), pem.replaceAll("\n", "\r\n")])
    expect(verifyModelBundle({ ...request, publicKeyPem: spelled }, ecdsaKeys, sha256).ok).toBe(
      true,
    );
});

test("a model of many files is signed whole", () => {
  const files = Array.from({ length: 3000 }, (_, at) => aFile(`layer-${at}.bin`, String(at)));
  const { secret, pem } = aKey();
  const { bundle } = signModel({ files, folder: "m", privateKeyPem: secret }, ecdsaKeys, sha256);

  expect(verifyModelBundle({ bundle, files, publicKeyPem: pem }, ecdsaKeys, sha256).ok).toBe(true);
});

test.each(["../x", "/x", "a//b", "a/./b", "", ".", "a/", "\ud800"])(
  "a model with the name %j is not signed",
  (name) => {
    const request = { files: [aFile(name, "x")], folder: "m", privateKeyPem: aKey().secret };

    expect(() => signModel(request, ecdsaKeys, sha256)).toThrow(
      expect.objectContaining({ code: "SW4107" }),
    );
  },
);

const base64url = (hex: string) => Buffer.from(hex, "hex").toString("base64url");

test("the hint is the one of the key of RFC 6979, whose PEM ends with a line end", () => {
  const pem = createPublicKey({
    key: {
      kty: "EC",
      crv: "P-256",
      x: base64url("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"),
      y: base64url("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"),
    },
    format: "jwk",
  })
    .export({ type: "spki", format: "pem" })
    .toString();

  expect(pem).toHaveLength(178);
  expect(sha256(ecdsaKeys.publicKey(pem.trim()))).toBe(
    "4975c03dd2ad43f3803bf943ca231389c41f26352bf098c930568797eff44dcc",
  );
});

test("the bytes that are signed are DSSE's pre-authentication encoding", () => {
  const text = (type: string, payload: string) =>
    preAuthentication(type, new TextEncoder().encode(payload));

  expect(Buffer.from(text("http://example.com/HelloWorld", "hello world")).toString()).toBe(
    "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
  );
  expect(
    createHash("sha256").update(text("application/vnd.in-toto+json", "{}")).digest("hex"),
  ).toBe("4842cb1ba6fed6e460d8a0d56f6b64ccf1f1e11f7714a7f282080d5780251b63");
});

test("a refused key is not an error of ours", () => {
  const request = { files: m1, folder: "m", privateKeyPem: "no key" };

  expect(() => signModel(request, ecdsaKeys, sha256)).toThrow(UserError);
});
