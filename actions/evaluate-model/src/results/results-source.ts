import { UserError } from "@slipway/kernel";
import { SqlError, type Files, type SqlSession } from "@slipway/ports";
import { identifier, literal } from "./sql-text.ts";

/** A results file as a table expression, with its columns in order; text files have text columns only. */
export type ResultsSource = {
  readonly path: string;
  readonly from: string;
  readonly columns: ReadonlyMap<string, string>;
};

const headerBytes = 1 << 20;

/**
 * Finds out how a predictions file is read: CSV by an explicit dialect that nothing guesses, Parquet natively.
 * @throws UserError SW5301 where it is missing, empty or of another format, SW5302 for a header that names a column twice,
 * SW5308 for a damaged file
 */
export async function openResults(
  path: string,
  files: Files,
  session: SqlSession,
): Promise<ResultsSource> {
  if (!(await files.exists(path))) throw unusable(path, "it does not exist");
  const absolute = files.locate(path);
  if (/\.parquet$/i.test(path)) return openParquet(path, absolute, session);
  if (!/\.csv$/i.test(path)) throw unusable(path, "it is neither .csv nor .parquet");
  const columns = await csvHeader(path, files);
  const types = columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(", ");
  const dialect =
    "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', strict_mode = true";
  return {
    path,
    from: `read_csv(${literal(absolute)}, ${dialect}, columns = {${types}})`,
    columns: new Map(columns.map((name) => [name, "VARCHAR"])),
  };
}

async function openParquet(
  path: string,
  absolute: string,
  session: SqlSession,
): Promise<ResultsSource> {
  const from = `read_parquet(${literal(absolute)})`;
  const described = await session.rows(`DESCRIBE SELECT * FROM ${from}`).catch((error: unknown) => {
    throw error instanceof SqlError ? unreadable(path, absolute, error) : error;
  });
  const columns = described.map((row): [string, string] => [
    String(row["column_name"]),
    String(row["column_type"]),
  ]);
  return { path, from, columns: new Map(columns) };
}

/** The first record of a CSV file, read as data so that quotes and line ends inside names count. */
async function csvHeader(path: string, files: Files): Promise<string[]> {
  const start = await files.readBytes(path, headerBytes);
  if (start.length === 0) throw unusable(path, "it is empty");
  const names = firstRecord(start, path);
  const seen = new Set<string>();
  for (const name of names) {
    // The engine does not tell the case of names.
    if (seen.has(name.toLowerCase())) throw twice(path, name);
    seen.add(name.toLowerCase());
  }
  return names;
}

/** Splits the first record of a CSV text by RFC 4180. @throws UserError SW5301 where it never ends */
function firstRecord(bytes: Uint8Array, path: string): string[] {
  const text = new TextDecoder("utf-8").decode(bytes).replace(/^\uFEFF/, "");
  const names: string[] = [];
  let name = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') name += char;
      else if (text.charAt(at + 1) === '"') name += text.charAt((at += 1));
      else quoted = false;
    } else if (char === '"' && name === "") quoted = true;
    else if (char === ",") {
      names.push(name);
      name = "";
    } else if (char === "\n" || char === "\r") return [...names, name];
    else name += char;
  }
  if (quoted) throw unusable(path, "a quote in its header never ends");
  return [...names, name];
}

/** A column's SQL expression as text, where whole numbers look the same whatever their type is. */
export function textOf(name: string, { columns }: ResultsSource): string {
  const text = `CAST(${identifier(name)} AS VARCHAR)`;
  if (wholeType.test(columns.get(name) ?? "")) return text;
  return `CASE WHEN contains(${text}, '.') THEN regexp_replace(${text}, '^(-?[0-9]+)[.]0+$', '\\1') ELSE ${text} END`;
}

const wholeType = /^(HUGEINT|UHUGEINT|BOOLEAN|U?(TINY|SMALL|BIG)?INT(EGER)?)$/;

/** What the engine says of a file that it cannot read, by the path that the user gave. */
export function unreadable(path: string, absolute: string, error: SqlError): UserError {
  const said = error.message.replaceAll(absolute, path);
  return new UserError({
    code: "SW5308",
    message: `${path} cannot be read: ${said}`,
    remedy: /\.parquet$/i.test(path)
      ? "It is cut off or damaged: write the file again."
      : "Each row needs as many values as the header, in UTF-8; write the file again.",
    cause: error,
  });
}

function unusable(path: string, problem: string): UserError {
  return new UserError({
    code: "SW5301",
    message: `${path} cannot be used as results: ${problem}`,
    remedy:
      "Write the predictions as .csv (comma, header line) or .parquet, one row an item, and name the file under `results`.",
  });
}

function twice(path: string, name: string): UserError {
  return new UserError({
    code: "SW5302",
    message: `the header of ${path} names the column ${JSON.stringify(name.slice(0, 100))} twice`,
    remedy: "Give each column a name of its own; capital letters make no difference.",
  });
}
