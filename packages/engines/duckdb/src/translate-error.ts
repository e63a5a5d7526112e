import { UserError } from "@slipway/kernel";
import { SqlError, type SqlErrorKind } from "@slipway/ports";

const maxMessageLength = 300;

/**
 * Turns what DuckDB threw into a `SqlError` whose message is one clean line of at most 300 characters; the whole text
 * stays in its `cause`. Running out of memory becomes a UserError SW6101 with advice, and a `SqlError` as its cause.
 */
export function translateError(cause: unknown): SqlError | UserError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const kind = kindOf(text);
  const error = new SqlError(kind, oneLine(text), cause);
  if (kind !== "memory") return error;
  return new UserError({
    code: "SW6101",
    message: error.message,
    remedy:
      "Use a runner with more memory and free disk space, split the data into smaller files, " +
      "or take out checks that hold every value (uniqueness, exact quantiles).",
    cause: error,
  });
}

/** DuckDB has no codes: the class stands before the first colon, and nothing but the class may come from there. */
function kindOf(text: string): SqlErrorKind {
  if (/^(Out of Memory Error:|(Invalid Error: )?std::bad_alloc)/.test(text)) return "memory";
  if (/^[A-Za-z ]+ Error: (CSV Error|Error when sniffing file)/.test(text)) return "csv";
  if (/^Invalid Input Error: (No magic bytes|Footer length|Failed to read file)/.test(text)) {
    return "parquet";
  }
  // Thrift's and the decompressors' own exceptions, which only the Parquet reader lets through.
  if (/^Invalid Error:/.test(text)) return "parquet";
  if (/^(Conversion|Out of Range) Error:/.test(text)) return "conversion";
  if (/^(IO|Permission|HTTP) Error:/.test(text)) return "io";
  return /^(Invalid Input|Not implemented) Error: .*Parquet/.test(text) ? "parquet" : "other";
}

/** The excerpt of our own statement that DuckDB appends is cut off, as it says nothing to a reader. */
function oneLine(text: string): string {
  const clean = text
    .slice(0, 4 * maxMessageLength)
    .replace(/\n\nLINE \d+: [\s\S]*$/, "")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  const characters = Array.from(clean);
  if (clean.length <= maxMessageLength) return clean;
  while (characters.join("").length > maxMessageLength - 1) characters.pop();
  return `${characters.join("")}…`;
}
