/** What the first bytes of a CSV file say. */
export type CsvHeader =
  | { readonly kind: "header"; readonly columns: readonly string[]; readonly hasRows: boolean }
  | { readonly kind: "empty" }
  | { readonly kind: "encoding"; readonly found: string }
  | { readonly kind: "names"; readonly detail: string };

/**
 * Reads the header of a CSV file from its first bytes (`isWhole` where that is all of it). Names are taken as they stand;
 * a missing or repeated name is a problem, since no check could say which column it means.
 */
export function readCsvHeader(
  bytes: Uint8Array,
  form: {
    readonly delimiter: string;
    readonly encoding: "utf-8" | "latin-1";
    readonly isWhole: boolean;
  },
): CsvHeader {
  if (bytes.length === 0) return { kind: "empty" };
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { kind: "encoding", found: "UTF-16" };
  if (bytes.includes(0))
    return { kind: "encoding", found: "NUL bytes (UTF-16, or no text at all)" };
  const text = new TextDecoder(form.encoding === "utf-8" ? "utf-8" : "latin1").decode(bytes);
  const { values, rest } = splitRecord(text, form.delimiter);
  if (values.length === 1 && values[0] === "" && rest.trim() === "") return { kind: "empty" };
  const unnamed = values.findIndex((name) => name.trim() === "");
  if (unnamed >= 0) return { kind: "names", detail: `column ${unnamed + 1} has no name` };
  // Engines do not tell `id` from `ID`.
  const lower = values.map((name) => name.toLowerCase());
  const twice = values.find((_, index) => lower.indexOf(lower[index] ?? "") !== index);
  if (twice !== undefined) return { kind: "names", detail: `column "${twice}" occurs twice` };
  const hasRows = !form.isWhole || /[^\r\n]/.test(rest);
  return { kind: "header", columns: values, hasRows };
}

function splitRecord(text: string, delimiter: string): { values: string[]; rest: string } {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^ *"((?:[^"]|"")*)" */.exec(text.slice(at));
    const sign = delimiter === "|" ? "\\|" : delimiter;
    const bare = quoted ?? new RegExp(`^[^${sign}\\r\\n]*`).exec(text.slice(at));
    values.push(quoted === null ? (bare?.[0] ?? "") : (quoted[1] ?? "").replaceAll('""', '"'));
    at += bare?.[0].length ?? 0;
    if (text[at] !== delimiter) return { values, rest: text.slice(at) };
    at += 1;
  }
}
