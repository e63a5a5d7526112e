import type { Digest } from "@slipway/kernel";
import type { z } from "zod";
import type { BundleProblem } from "./bundle-problem.ts";
import { bundleSchema, statementSchema, type Bundle, type Statement } from "./bundle-schema.ts";
import { bytesOf, bytesOfBase64, textOf } from "./bytes.ts";
import { checkFiles } from "./check-files.ts";
import { checkPredicate } from "./check-predicate.ts";
import type { EcdsaKeys } from "./ecdsa-keys.ts";
import { payloadType, preAuthentication } from "./envelope.ts";
import type { ModelFile, Sha256 } from "./model-digest.ts";

/** Whether a folder is what a bundle says, and whose bundle it is. */
export type BundleVerification = {
  /** No problem at all. */
  readonly ok: boolean;
  /** The identity that the bundle gives the model: recomputed in its own order. Only with `ok` is it worth anything. */
  readonly rootDigest: Digest | undefined;
  /** The root in the reference implementation's order, where the bundle's own order gives another one. */
  readonly referenceDigest: Digest | undefined;
  readonly problems: readonly BundleProblem[];
  /** Paths that are in the folder and that the signature does not cover; each names all below it. */
  readonly ignored: readonly string[];
};

/** A bundle, and what it is held against. */
export type VerificationRequest = {
  /** The text of `model.sig`. */
  readonly bundle: string;
  readonly files: readonly ModelFile[];
  readonly publicKeyPem: string;
  /** The bundle's own name, where it lies inside the folder. */
  readonly signatureFile?: string;
};

/**
 * Verifies a bundle of OpenSSF Model Signing, method `key`, files whole with SHA-256, in the order that it records.
 * More is refused than the reference implementation refuses: whatever lets a signature say less than it seems to.
 * @throws UserError SW4105 for a public key that cannot be used
 */
export function verifyModelBundle(
  { bundle: text, files, publicKeyPem, signatureFile }: VerificationRequest,
  keys: EcdsaKeys,
  sha256: Sha256,
): BundleVerification {
  const publicKey = keys.publicKey(publicKeyPem);
  const bundle = parse(bundleSchema, text, "the bundle");
  if (!bundle.ok) return refused(bundle.problems);
  const payload = bytesOfBase64(bundle.value.dsseEnvelope.payload);
  const said = payload === undefined ? undefined : textOf(payload);
  const inside = parse(statementSchema, said, "the statement inside the bundle");
  const signed = checkSignature(bundle.value, { publicKey, keys, sha256 });
  if (!inside.ok) return refused([...signed, ...inside.problems]);
  const { predicate, subject } = inside.value;
  const form = checkPredicate(predicate);
  if (form.length > 0) return refused([...signed, ...form]);
  const own = files.filter(({ name }) => name !== signatureFile);
  const checked = checkFiles({ predicate, claimed: claimedRoot(subject), files: own }, sha256);
  const problems = [...signed, ...checked.problems];
  const ignored =
    own.length === files.length ? checked.ignored : [...checked.ignored, signatureFile ?? ""];
  return { ...checked, ok: problems.length === 0, problems, ignored };
}

function refused(problems: readonly BundleProblem[]): BundleVerification {
  return { ok: false, rootDigest: undefined, referenceDigest: undefined, problems, ignored: [] };
}

function claimedRoot(subject: Statement["subject"]): string {
  return subject[0]?.digest.sha256 ?? "";
}

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly BundleProblem[] };

function parse<S extends z.ZodType>(
  schema: S,
  text: string | undefined,
  what: string,
): Parsed<z.output<S>> {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "");
  } catch {
    return { ok: false, problems: [{ kind: "malformed", message: `${what} is not JSON` }] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.map((issue): BundleProblem => {
    const at = issue.path.length === 0 ? what : `${what}, at ${issue.path.join(".")},`;
    return issue.code === "unrecognized_keys"
      ? { kind: "unknown-key", message: `${at} has the unknown key ${quoteAll(issue.keys)}` }
      : { kind: "malformed", message: `${at} ${issue.message.slice(0, 200)}` };
  });
  return { ok: false, problems };
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name.slice(0, 100))).join(", ");
}

function checkSignature(
  { verificationMaterial: { publicKey: named }, dsseEnvelope }: Bundle,
  { publicKey, keys, sha256 }: { publicKey: string; keys: EcdsaKeys; sha256: Sha256 },
): readonly BundleProblem[] {
  if (named === undefined) {
    const message =
      "the bundle is signed with a certificate; only those that are signed with a key can be verified here";
    return [{ kind: "method", message }];
  }
  const hint = sha256(bytesOf(publicKey));
  if (named.hint !== undefined && named.hint.toLowerCase() !== hint) {
    const message = `the bundle names the key ${JSON.stringify(named.hint.slice(0, 12))}, the one given is "${hint.slice(0, 12)}"`;
    return [{ kind: "key-hint", message }];
  }
  // Bundles before release 1.1 carry the key itself, as PEM.
  if (
    named.hint === undefined &&
    textOf(bytesOfBase64(named.rawBytes ?? "") ?? bytesOf("")) !== publicKey
  )
    return [{ kind: "key-hint", message: "the bundle carries another key than the one given" }];
  const payload = bytesOfBase64(dsseEnvelope.payload);
  const signature = bytesOfBase64(dsseEnvelope.signatures[0]?.sig ?? "");
  if (payload === undefined || signature === undefined)
    return [{ kind: "malformed", message: "the bundle's payload or signature is not base64" }];
  if (keys.verify(publicKey, preAuthentication(payloadType, payload), signature)) return [];
  return [{ kind: "signature", message: "the signature is not the one of this key" }];
}
