/** The entry of the log that a tag publishes. */
export type PublishedEntry = {
  readonly entry: number;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
};

/** The message of a tag of ours: a line for people, and one line of JSON that names the entry and the model's digest. */
export function tagMessage(text: string, { entry, digest }: PublishedEntry): string {
  // A line break in it would let a name write a trailer of its own.
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return `${line}\n\n${JSON.stringify({ slipway: { entry, digest } })}\n`;
}

/** The entry that a tag's message names, or `undefined` where it is none of ours; only a line after the first counts. */
export function publishedEntry(message: string): PublishedEntry | undefined {
  if (!message.includes('{"slipway":')) return undefined;
  // Git appends the signature of a signed tag to its message, so that the trailer may not be the last line.
  const line = message
    .split("\n")
    .slice(1)
    .findLast((each) => each.startsWith('{"slipway":'));
  const found =
    /^\{"slipway":\{"entry":(?<entry>0|[1-9]\d{0,14}),"digest":"(?<digest>sha256:[0-9a-f]{64})"\}\}\s*$/.exec(
      line ?? "",
    )?.groups;
  return found === undefined
    ? undefined
    : { entry: Number(found["entry"]), digest: found["digest"] ?? "" };
}
