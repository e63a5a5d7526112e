import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { ecdsaKeys } from "@slipway/runner";
import { verifyModelBundle, type BundleVerification, type ModelFile } from "../src/index.ts";

/** SHA-256 as hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

/** A file of a model, by its content. */
export const aFile = (name: string, content: Uint8Array | string): ModelFile => ({
  name,
  digest: { sha256: sha256(content) },
});

/** The model M1 of the reference implementation's vectors. */
export const m1: readonly ModelFile[] = [
  aFile("config.json", '{"layers":2}\n'),
  aFile(
    "weights.bin",
    Uint8Array.from({ length: 256 }, (_, at) => at),
  ),
];

/** Its root digest, as the reference implementation gives it. */
export const m1Root = "4448af51b25ac74996e9cbf0e33220ccee39d11a73655275eae6546315e1bfa5";

/** A key pair as PEM. */
export function aKey(namedCurve = "P-256"): { readonly secret: string; readonly pem: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
  return {
    secret: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    pem: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

/** The key that signs forged bundles. */
export const key = aKey();

type Json = Readonly<Record<string, unknown>>;

/** A predicate over files in the order given, with whatever it should have otherwise. */
export function aPredicate(files: readonly ModelFile[], serialization: Json = {}): Json {
  return {
    serialization: {
      method: "files",
      hash_type: "sha256",
      allow_symlinks: false,
      ...serialization,
    },
    resources: files.map(({ name, digest }) => ({
      name,
      algorithm: "sha256",
      digest: digest.sha256,
    })),
  };
}

/** The root digest of files in the order given. */
export function rootOf(files: readonly ModelFile[]): string {
  return sha256(Buffer.concat(files.map(({ digest }) => Buffer.from(digest.sha256, "hex"))));
}

/** A statement about a predicate. */
export function aStatement(root: string, predicate: Json, more: Json = {}): Json {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: "model", digest: { sha256: root } }],
    predicateType: "https://model_signing/signature/v1.0",
    predicate,
    ...more,
  };
}

/** A bundle that really signs a payload, with whatever it should have otherwise. */
export function forge(
  payload: string | Json,
  more: (bundle: Bundle) => unknown = (all) => all,
): string {
  const bytes = Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload));
  const type = "application/vnd.in-toto+json";
  const message = Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} ${type} ${bytes.length} `),
    bytes,
  ]);
  const bundle = {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: sha256(key.pem) }, tlogEntries: [] },
    dsseEnvelope: {
      payload: bytes.toString("base64"),
      payloadType: type,
      signatures: [{ sig: sign("sha256", message, key.secret).toString("base64"), keyid: "" }],
    },
  };
  return JSON.stringify(more(bundle));
}

/** The parts of a forged bundle. */
export type Bundle = {
  readonly mediaType: string;
  readonly verificationMaterial: Json;
  readonly dsseEnvelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string; readonly keyid: string }[];
  };
};

/** What verification says of a bundle and files, with the key that forged it. */
export function verify(bundle: string, files: readonly ModelFile[]): BundleVerification {
  return verifyModelBundle({ bundle, files, publicKeyPem: key.pem }, ecdsaKeys, sha256);
}

/** Only the kinds of what is wrong. */
export function kindsOf({ problems }: BundleVerification): readonly string[] {
  return problems.map(({ kind }) => kind);
}
