import type { RegisteredEntry, VerificationCheck } from "@slipway/contracts";
import { verifyModelBundle, type ModelFile } from "@slipway/registry";
import type { Findings } from "./findings.ts";
import type { Inputs } from "./inputs.ts";
import type { Ports } from "./ports.ts";

const title = "the signature covers the folder";
const mostNamed = 20;
const giveIt = "give it with --signature (input `signature`)";

/**
 * Checks the OMS bundle that was given, else the one that the registration names, with the PEM key that was given.
 * What was asked for and cannot be checked is never a pass: a bundle without a key is `inconclusive`, a key without a
 * bundle a `fail`. Where nobody asked, a signed model is a `warn` that says so, and an unsigned one no finding.
 * @throws UserError SW4105 for a key that cannot be read, SW1301 without a file
 */
export async function checkSignature(
  { signature, publicKey }: Pick<Inputs, "signature" | "publicKey">,
  model: Pick<Findings, "registered" | "readBlob"> & { readonly files: readonly ModelFile[] },
  { files, keys, sha256 }: Pick<Ports, "files" | "keys" | "sha256">,
): Promise<readonly VerificationCheck[]> {
  const { registered } = model;
  if (publicKey === undefined) return notChecked(signature, registered);
  const publicKeyPem = await files.readText(publicKey);
  const bundle =
    signature === undefined
      ? await registeredBundle(model, sha256)
      : { text: await files.readText(signature) };
  if (bundle.text === undefined) return [check("fail", bundle.lacking)];
  const question = { bundle: bundle.text, files: model.files, publicKeyPem };
  const { ok, problems, ignored, referenceDigest } = verifyModelBundle(question, keys, sha256);
  if (!ok) return [check("fail", listed(problems.map(({ message }) => message)))];
  const left = ignored.length === 0 ? "" : `; it leaves out ${listed(ignored)}`;
  const order =
    referenceDigest === undefined
      ? ""
      : "; it lists the files in another order, so that it names the model by another root digest";
  const other = signature === undefined ? "" : otherBundle(bundle.text, registered, sha256);
  return [check("pass", `the key that was given signed every file${left}${order}${other}`)];
}

/** Whoever has the key may sign again; what was registered is then another bundle. */
function otherBundle(
  text: string,
  registered: RegisteredEntry | undefined,
  sha256: Ports["sha256"],
): string {
  if (registered === undefined) return "";
  if (registered.signature === null) return "; the model was registered unsigned";
  const name = registered.signature.digest.sha256;
  const given = sha256(new TextEncoder().encode(text));
  return given === name
    ? ""
    : `; the bundle that was given (${given.slice(0, 12)}) is another one than the registered (${name.slice(0, 12)})`;
}

function notChecked(
  signature: string | undefined,
  registered: RegisteredEntry | undefined,
): readonly VerificationCheck[] {
  const needed = "name the PEM file of the key that must have signed it (public-key)";
  if (signature !== undefined) return [check("inconclusive", `not checked: ${needed}`)];
  if (!registered?.signature) return [];
  const { keyHint } = registered.signature;
  return [
    check("warn", `not checked: the model was signed with key ${keyHint.slice(0, 12)}; ${needed}`),
  ];
}

type Bundle = { readonly text: string } | { readonly text: undefined; readonly lacking: string };

async function registeredBundle(
  { registered, readBlob }: Pick<Findings, "registered" | "readBlob">,
  sha256: Ports["sha256"],
): Promise<Bundle> {
  if (registered === undefined)
    return {
      text: undefined,
      lacking: `no bundle was given, and ${readBlob === undefined ? `no registration is at hand that could name one: ${giveIt}` : "no registration names one"}`,
    };
  if (registered.signature === null)
    return {
      text: undefined,
      lacking: "no bundle was given, and the model was registered unsigned",
    };
  const name = registered.signature.digest.sha256;
  if (readBlob === undefined)
    return {
      text: undefined,
      lacking: `no bundle was given: the registration names ${name.slice(0, 12)}, which is kept beside the log and not in a proof; ${giveIt}`,
    };
  const bytes = await readBlob(name);
  if (bytes === undefined)
    return {
      text: undefined,
      lacking: `the bundle ${name.slice(0, 12)} that was registered is not beside the log`,
    };
  if (sha256(bytes) !== name)
    return {
      text: undefined,
      lacking: `the bundle ${name.slice(0, 12)} was changed after it was registered`,
    };
  return { text: new TextDecoder().decode(bytes) };
}

function listed(texts: readonly string[]): string {
  const more = texts.length > mostNamed ? ` and ${texts.length - mostNamed} more` : "";
  return `${texts.slice(0, mostNamed).join("; ").slice(0, 5000)}${more}`;
}

function check(outcome: VerificationCheck["outcome"], detail: string): VerificationCheck {
  return { id: "signature", title, outcome, detail };
}
