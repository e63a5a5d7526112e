import { UserError } from "@slipway/kernel";
import { base64Of, bytesOf, bytesOfBase64, concatBytes, hexOf } from "./bytes.ts";
import type { LogCrypto } from "./log-crypto.ts";
import { demandKeyId, type SignerKey, type VerifierKey } from "./log-keys.ts";

/** What a signed checkpoint says (C2SP tlog-checkpoint). */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

// Go's sumdb/note refuses longer notes, and more signatures.
const maxChars = 1_000_000;
const maxSignatures = 100;

/** The checkpoint as a signed note with the one signature of `signer`. */
export function signCheckpoint(
  { origin, size, root }: Checkpoint,
  { verifierKey, seed }: SignerKey,
  crypto: LogCrypto,
): string {
  if (origin !== verifierKey.name) throw new Error("a log's origin is the name of its key");
  const text = `${origin}\n${size}\n${base64Of(root)}\n`;
  const signature = crypto.sign(seed, bytesOf(text));
  const line = base64Of(concatBytes(idBytes(verifierKey), signature));
  return `${text}\n— ${verifierKey.name} ${line}\n`;
}

/**
 * Reads a checkpoint that `key` signed. Signatures of other keys are ignored, as C2SP demands; extension lines are
 * refused, since this log never writes any.
 * @throws UserError SW4304, SW4301 where the id of the key is not its own
 */
export function openCheckpoint(note: string, key: VerifierKey, crypto: LogCrypto): Checkpoint {
  demandKeyId(key, crypto);
  const { text, signatures } = splitNote(note);
  const own = signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (own.length === 0) throw refused(`it is not signed by ${key.name}+${key.id}`);
  const message = bytesOf(text);
  if (!own.every(({ signature }) => crypto.verify(key.publicKey, message, signature)))
    throw refused(`its signature of ${key.name}+${key.id} is not valid`);
  return parseBody(text, key);
}

function parseBody(text: string, key: VerifierKey): Checkpoint {
  const [origin = "", sizeText = "", rootText = "", end, ...more] = text.split("\n");
  const size = Number(sizeText);
  const root = bytesOfBase64(rootText);
  if (origin !== key.name) throw refused("its origin is not the name of the key");
  if (!/^(0|[1-9][0-9]*)$/.test(sizeText) || !Number.isSafeInteger(size))
    throw refused("its second line is no size");
  if (root?.length !== 32) throw refused("its third line is no root hash");
  if (end !== "" || more.length > 0) throw refused("it has more than three lines");
  return { origin, size, root };
}

type NoteSignature = { readonly name: string; readonly id: string; readonly signature: Uint8Array };

/** A signed note (C2SP signed-note), read to the letter. */
function splitNote(note: string): { text: string; signatures: readonly NoteSignature[] } {
  if (note.length > maxChars) throw refused("it is too long");
  // An unpaired surrogate would be signed as another text than the one that is read.
  if (/[^\P{Cc}\n]/u.test(note) || !note.isWellFormed())
    throw refused("it holds control characters, such as carriage returns");
  const gap = note.lastIndexOf("\n\n");
  if (gap === -1 || !note.endsWith("\n")) throw refused("it is no signed note");
  const lines = note.slice(gap + 2, -1).split("\n");
  if (lines.length > maxSignatures) throw refused("it has too many signatures");
  return { text: note.slice(0, gap + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): NoteSignature {
  const [, name, base64 = ""] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOfBase64(base64);
  if (name === undefined || bytes === undefined || bytes.length < 5)
    throw refused("a signature line is not in its canonical form");
  return { name, id: hexOf(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

function idBytes({ id }: VerifierKey): Uint8Array {
  return Uint8Array.from({ length: 4 }, (_, index) =>
    Number.parseInt(id.slice(2 * index, 2 * index + 2), 16),
  );
}

function refused(detail: string): UserError {
  return new UserError({
    code: "SW4304",
    message: `the log's checkpoint is refused: ${detail}`,
    remedy:
      "Compare `audit: { key: … }` of slipway.yaml with the key that the log was made with, and see who changed the branch: `slipway verify audit` tells more.",
  });
}
