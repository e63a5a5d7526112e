import { CsvScanner } from "./csv-scan.ts";

/** Why a CSV file cannot be read, found by looking at every byte. Lines count from 1, offsets from 0. */
export type CsvProblem =
  | {
      readonly kind: "encoding";
      readonly byte: number;
      readonly offset: number;
      readonly line: number;
    }
  | {
      readonly kind: "ragged";
      readonly line: number;
      readonly fields: number;
      readonly expected: number;
    }
  | { readonly kind: "unclosed"; readonly line: number }
  | { readonly kind: "line-ends"; readonly line: number };

/** Finds the first reason why an engine refuses a CSV file, or `undefined` where none of ours applies. */
export async function findCsvProblem(
  stream: AsyncIterable<Uint8Array>,
  form: { readonly delimiter: string; readonly encoding: "utf-8" | "latin-1" },
): Promise<CsvProblem | undefined> {
  let expected: number | undefined;
  let ragged: CsvProblem | undefined;
  const scanner = new CsvScanner(form.delimiter, ({ line, fields, isBlank }) => {
    expected ??= fields;
    if (fields === expected || (isBlank && expected > 1)) return true;
    ragged = { kind: "ragged", line, fields, expected };
    return false;
  });
  const encoding = form.encoding === "utf-8" ? new Utf8Check() : undefined;
  const ends = new LineEnds();
  for await (const bytes of stream) {
    const wrong = encoding?.push(bytes);
    if (wrong !== undefined) return wrong;
    ends.push(bytes);
    if (!scanner.push(bytes)) return ragged;
  }
  if (scanner.isInQuotes) return { kind: "unclosed", line: scanner.recordLine };
  scanner.end();
  return ragged ?? ends.problem;
}

/** Follows RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
class Utf8Check {
  #offset = 0;
  #line = 1;
  #left = 0;
  #start = { byte: 0, offset: 0 };
  #low = 0x80;
  #high = 0xbf;

  push(bytes: Uint8Array): CsvProblem | undefined {
    for (const byte of bytes) {
      if (this.#left > 0 ? !this.#follow(byte) : !this.#lead(byte)) {
        return { kind: "encoding", ...this.#start, line: this.#line };
      }
      if (byte === 10) this.#line += 1;
      this.#offset += 1;
    }
    return undefined;
  }

  #follow(byte: number): boolean {
    const fits = byte >= this.#low && byte <= this.#high;
    this.#left -= 1;
    this.#low = 0x80;
    this.#high = 0xbf;
    return fits;
  }

  #lead(byte: number): boolean {
    if (byte < 0x80) return true;
    this.#start = { byte, offset: this.#offset };
    if (byte < 0xc2 || byte > 0xf4) return false;
    this.#left = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    return true;
  }
}

/** Finds the first line that ends otherwise than the first one. */
class LineEnds {
  #line = 1;
  #first: string | undefined;
  #pending = false;
  problem: CsvProblem | undefined;

  push(bytes: Uint8Array): void {
    if (this.problem !== undefined) return;
    for (const byte of bytes) {
      if (this.#pending) {
        this.#pending = false;
        this.#see(byte === 10 ? "\r\n" : "\r");
        if (byte === 10) continue;
      }
      if (byte === 13) this.#pending = true;
      else if (byte === 10) this.#see("\n");
    }
  }

  #see(end: string): void {
    this.#first ??= end;
    if (end !== this.#first) this.problem ??= { kind: "line-ends", line: this.#line };
    this.#line += 1;
  }
}
