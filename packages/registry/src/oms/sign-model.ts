import type { Digest } from "@slipway/kernel";
import { base64Of, bytesOf } from "./bytes.ts";
import type { EcdsaKeys } from "./ecdsa-keys.ts";
import { payloadType, preAuthentication } from "./envelope.ts";
import { modelManifest, modelRootDigest, type ModelFile, type Sha256 } from "./model-digest.ts";

/** A model and who signs it; `folder` is the name of its folder, which only informs. */
export type SigningRequest = {
  readonly files: readonly ModelFile[];
  readonly folder: string;
  readonly privateKeyPem: string;
};

/** A signed model: the text of `model.sig`, the hint of its key, and the model's identity. */
export type SignedModel = {
  readonly bundle: string;
  /** SHA-256 of the public key's PEM, 64 hexadecimal digits. */
  readonly keyHint: string;
  readonly rootDigest: Digest;
};

/** What a bundle calls itself. */
export const bundleMediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";

/** The predicate of OpenSSF Model Signing 1.0. */
export const predicateType = "https://model_signing/signature/v1.0";

/**
 * Signs a model as OpenSSF Model Signing 1.0 has it, method `key`: every file whole, with SHA-256. Twice is not the
 * same twice, since ECDSA is randomised: compare root digests, never bundles.
 * @throws UserError SW4101 for a model without files, SW4105 for a key that cannot be used
 */
export function signModel(
  { files, folder, privateKeyPem }: SigningRequest,
  keys: EcdsaKeys,
  sha256: Sha256,
): SignedModel {
  const rootDigest = modelRootDigest(files, sha256);
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: folder, digest: rootDigest }],
    predicateType,
    predicate: {
      serialization: {
        method: "files",
        hash_type: "sha256",
        allow_symlinks: false,
        ignore_paths: [".git", ".gitattributes", ".github", ".gitignore"],
      },
      resources: modelManifest(files).map(({ name, digest }) => {
        return { name, algorithm: "sha256", digest: digest.sha256 };
      }),
    },
  };
  const payload = bytesOf(JSON.stringify(statement));
  const { signature, publicKeyPem } = keys.sign(
    privateKeyPem,
    preAuthentication(payloadType, payload),
  );
  const keyHint = sha256(bytesOf(publicKeyPem));
  const bundle = {
    mediaType: bundleMediaType,
    verificationMaterial: { publicKey: { hint: keyHint }, tlogEntries: [] },
    dsseEnvelope: {
      payload: base64Of(payload),
      payloadType,
      signatures: [{ sig: base64Of(signature), keyid: "" }],
    },
  };
  return { bundle: `${JSON.stringify(bundle)}\n`, keyHint, rootDigest };
}
