import type { CsvProblem } from "@slipway/data";
import { UserError } from "@slipway/kernel";

/** The error for a data set without files. */
export function noFiles(path: string): UserError {
  return new UserError({
    code: "SW2102",
    message: `no file matches ${path}`,
    remedy: "Correct the path of the data set in slipway.yaml, or make the file before this step.",
  });
}

/** The error for a file of zero bytes, or of a header alone. */
export function noData(path: string, hasHeader: boolean): UserError {
  return new UserError({
    code: hasHeader ? "SW2104" : "SW2103",
    message: hasHeader ? `${path} has a header and no rows` : `${path} is empty`,
    remedy: "Make the file again; a check of no rows would prove nothing.",
  });
}

/** The error for a header that cannot tell its columns apart. */
export function badHeader(path: string, detail: string): UserError {
  return new UserError({
    code: "SW2105",
    message: `${path}:1: ${detail}`,
    remedy: "Give every column a name of its own in the first line.",
  });
}

/** The error for bytes that are no text. */
export function badEncoding(path: string, found: string): UserError {
  return new UserError({
    code: "SW2101",
    message: `${path} is not UTF-8: it has ${found}`,
    remedy: "Convert the file, for example: iconv -f utf-16 -t utf-8",
  });
}

/** The error for a compressed file that ends too early or does not unpack. */
export function badCompression(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW2107",
    message: `${path} is cut off or damaged: it does not unpack as gzip`,
    remedy: "Copy or make the file again; gzip -t tells whether it is whole.",
    cause,
  });
}

/** The error for a Parquet file that cannot be read. */
export function badParquet(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW2108",
    message: `${path} is not a whole Parquet file${detailOf(cause)}`,
    remedy: "Copy or make the file again; its footer or a page is damaged.",
    cause,
  });
}

/** The error for a format that is not read. */
export function badFormat(path: string, detail: string): UserError {
  return new UserError({
    code: "SW2110",
    message: `${path}: ${detail}`,
    remedy: "Name the files .csv, .tsv (both also with .gz) or .parquet, one format in a data set.",
  });
}

/** The error for what was found wrong in a CSV file; without a problem of ours, what the engine said. */
export function badCsv(path: string, problem: CsvProblem | undefined, cause: unknown): UserError {
  switch (problem?.kind) {
    case "encoding": {
      const byte = `0x${problem.byte.toString(16).toUpperCase().padStart(2, "0")}`;
      const offset = problem.offset.toLocaleString("en-US");
      return new UserError({
        code: "SW2101",
        message: `${path} is not UTF-8: byte ${byte} at offset ${offset} (line ${problem.line})`,
        remedy:
          "Say what it is in the contract (customProperties: encoding, latin-1), or convert the file: iconv -f latin1 -t utf-8",
        cause,
      });
    }
    case "ragged":
      return new UserError({
        code: "SW2106",
        message: `${path}:${problem.line}: the row has ${problem.fields} values, the header ${problem.expected}`,
        remedy: "Mend the row; a value with a delimiter or a line break must stand in quotes.",
        cause,
      });
    case "unclosed":
      return csvError(`${path}:${problem.line}: a quote that opens here is not closed`, cause);
    case "line-ends":
      return csvError(`${path}:${problem.line}: this line ends otherwise than those before`, cause);
    case undefined:
      return csvError(`${path} cannot be read as CSV${detailOf(cause)}`, cause);
  }
}

function csvError(message: string, cause: unknown): UserError {
  return new UserError({
    code: "SW2109",
    message,
    remedy: "Write the file as RFC 4180 says: one kind of line end, quotes around values doubled.",
    cause,
  });
}

/** What the engine said, with the names of files and without the folders of this machine. */
function detailOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  const text = cause.message.replaceAll(
    /(["'])(?:[A-Za-z]:)?[/\\][^"']*[/\\]([^"'/\\]+)\1/g,
    "$1$2$1",
  );
  return `: ${text.slice(0, 200)}`;
}
