/** A SHA-256 digest in the form of in-toto: 64 lower-case hexadecimal digits. */
export type Digest = { readonly sha256: string };

/** Reads 64 hexadecimal digits, with or without `sha256:` before them; anything else is `undefined`. */
export function parseDigest(text: string): Digest | undefined {
  const hex = text.startsWith("sha256:") ? text.slice("sha256:".length) : text;
  return /^[0-9a-f]{64}$/i.test(hex) ? { sha256: hex.toLowerCase() } : undefined;
}

/** Twelve digits for people; the whole digest is one click away wherever this is shown. */
export function shortDigest(digest: Digest): string {
  return digest.sha256.slice(0, 12);
}
