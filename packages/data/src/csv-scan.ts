/** What a scan of a CSV file says about each record: the line where it begins (from 1) and how many values it has. */
export type CsvRecord = {
  readonly line: number;
  readonly fields: number;
  readonly isBlank: boolean;
};

const lineFeed = 10;
const carriageReturn = 13;
const quote = 34;
const space = 32;

/** Where the scanner stands: before a value, in a bare one, in a quoted one, or behind a quote within that. */
type State = "start" | "bare" | "quoted" | "behind";

/**
 * Splits the bytes of a CSV file (RFC 4180; UTF-8 or any superset of ASCII) into records as the engine does, and counts
 * physical lines: `\n`, `\r\n` and a lone `\r` end one, inside of quotes too. It keeps no values.
 */
export class CsvScanner {
  #state: State = "start";
  #fields = 1;
  #isBlank = true;
  #line = 1;
  #recordLine = 1;
  #afterReturn = false;
  readonly #delimiter: number;
  readonly #isPlain = new Uint8Array(256).fill(1);
  readonly #onRecord: (record: CsvRecord) => boolean;

  /** `onRecord` is called for each record, the header included; false ends the scan. */
  constructor(delimiter: string, onRecord: (record: CsvRecord) => boolean) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#onRecord = onRecord;
    const special = [this.#delimiter, lineFeed, carriageReturn, quote, space];
    for (const byte of special) this.#isPlain[byte] = 0;
  }

  /** Whether the bytes seen so far end within a quoted value. */
  get isInQuotes(): boolean {
    return this.#state === "quoted";
  }

  /** The line where the record that is not finished yet begins. */
  get recordLine(): number {
    return this.#recordLine;
  }

  /** Scans the next bytes; false where `onRecord` wants no more. */
  push(bytes: Uint8Array): boolean {
    const isPlain = this.#isPlain;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (isPlain[byte] === 1) {
        // Most bytes only continue a value; they are passed over without a look at the state.
        while (isPlain[bytes[at + 1] ?? lineFeed] === 1) at += 1;
        if (this.#state === "start") this.#state = "bare";
        this.#isBlank = false;
        this.#afterReturn = false;
        continue;
      }
      if (byte === lineFeed && this.#afterReturn) {
        this.#afterReturn = false;
        continue;
      }
      this.#afterReturn = byte === carriageReturn;
      const isBreak = byte === lineFeed || byte === carriageReturn;
      if (isBreak) this.#line += 1;
      if (isBreak && this.#state !== "quoted") {
        if (!this.#finishRecord()) return false;
      } else this.#step(byte);
    }
    return true;
  }

  /** Tells the last record where the file does not end with a line break. */
  end(): void {
    if (!this.#isBlank || this.#fields > 1) this.#finishRecord();
  }

  #step(byte: number): void {
    if (this.#state === "quoted") {
      if (byte === quote) this.#state = "behind";
    } else if (byte === this.#delimiter) {
      this.#fields += 1;
      this.#state = "start";
    } else if (byte === quote && this.#state !== "bare") this.#state = "quoted";
    // Nothing but a blank is left, and the engine lets blanks stand before and behind quotes.
    this.#isBlank = false;
  }

  #finishRecord(): boolean {
    const record = { line: this.#recordLine, fields: this.#fields, isBlank: this.#isBlank };
    this.#state = "start";
    this.#fields = 1;
    this.#isBlank = true;
    this.#recordLine = this.#line;
    return this.#onRecord(record);
  }
}

/**
 * The physical lines on which data rows begin. `rows` count from 1 behind the header; a blank line is a row only in a file
 * of one column. Reading ends at the last row that is asked for; a row that is not there has no entry.
 */
export async function locateRows(
  stream: AsyncIterable<Uint8Array>,
  rows: readonly number[],
  form: { readonly delimiter: string; readonly columns: number },
): Promise<Map<number, number>> {
  const wanted = new Set(rows);
  const found = new Map<number, number>();
  let row = -1;
  const scanner = new CsvScanner(form.delimiter, ({ line, isBlank }) => {
    if (isBlank && form.columns > 1) return true;
    row += 1;
    if (wanted.has(row)) found.set(row, line);
    return found.size < wanted.size;
  });
  if (wanted.size === 0) return found;
  for await (const bytes of stream) {
    if (!scanner.push(bytes)) return found;
  }
  scanner.end();
  return found;
}
