/** Why an engine could not answer, as far as a caller can act on it. */
export type SqlErrorKind = "memory" | "conversion" | "csv" | "parquet" | "io" | "other";

/** A failure of an engine. The message is the engine's own: shorten and escape it before it is shown. */
export class SqlError extends Error {
  readonly kind: SqlErrorKind;

  constructor(kind: SqlErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "SqlError";
    this.kind = kind;
  }
}
