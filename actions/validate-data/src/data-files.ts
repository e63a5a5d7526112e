import { duckdbDialect, readCsvHeader, type Table, type TableFile } from "@slipway/data";
import type { Files, SqlSession } from "@slipway/ports";
import {
  badCompression,
  badEncoding,
  badFormat,
  badHeader,
  badParquet,
  noData,
  noFiles,
} from "./data-errors.ts";

const headerLimitBytes = 1024 * 1024;

/** The files of a data set by their names in the workspace, and what their extension says. */
export type DataFiles = {
  readonly names: readonly string[];
  readonly format: "csv" | "parquet";
  readonly delimiter: string;
};

/** How CSV files are written, where a contract says so. */
export type CsvForm = {
  readonly encoding: "utf-8" | "latin-1";
  readonly delimiter: string | undefined;
};

/**
 * The files that `path` names.
 * @throws UserError SW2102 where there are none, SW2110 where their format is unknown or mixed
 */
export async function listDataFiles(files: Files, path: string): Promise<DataFiles> {
  const names = await files.list(path);
  if (names.length === 0) throw noFiles(path);
  const kinds = new Set(names.map((name) => kindOf(name)));
  const [kind] = kinds;
  if (kinds.size > 1) throw badFormat(path, "it names files of several formats");
  if (kind === undefined) throw badFormat(names[0] ?? path, "the format of the file is not known");
  return {
    names,
    format: kind === "parquet" ? "parquet" : "csv",
    delimiter: kind === "tsv" ? "\t" : ",",
  };
}

function kindOf(name: string): "csv" | "tsv" | "parquet" | undefined {
  const found = /\.(?:(csv|tsv)(?:\.gz)?|(parquet|pq))$/i.exec(name);
  if (found === null) return undefined;
  return found[2] !== undefined ? "parquet" : found[1]?.toLowerCase() === "tsv" ? "tsv" : "csv";
}

/**
 * Looks at each file's header or footer before anything is counted.
 * @throws UserError SW2101, SW2103 to SW2105, SW2107, SW2108 for files that cannot be checked
 */
export async function inspectFiles(
  data: DataFiles,
  form: CsvForm,
  ports: { readonly files: Files; readonly session: SqlSession },
): Promise<Table> {
  const csv = { encoding: form.encoding, delimiter: form.delimiter ?? data.delimiter };
  const inspected: TableFile[] = [];
  for (const name of data.names) {
    inspected.push(
      data.format === "parquet"
        ? await inspectParquet(name, ports)
        : await inspectCsv(name, csv, ports.files),
    );
  }
  return { files: inspected, ...csv };
}

async function inspectCsv(
  name: string,
  form: { readonly encoding: "utf-8" | "latin-1"; readonly delimiter: string },
  files: Files,
): Promise<TableFile> {
  const { bytes, isWhole } = name.endsWith(".gz")
    ? await unpackStart(files, name)
    : await readStart(files, name);
  const header = readCsvHeader(bytes, { ...form, isWhole });
  switch (header.kind) {
    case "empty":
      throw noData(name, false);
    case "encoding":
      throw badEncoding(name, header.found);
    case "names":
      throw badHeader(name, header.detail);
    case "header":
      if (!header.hasRows) throw noData(name, true);
      return { path: files.locate(name), columns: header.columns };
  }
}

async function readStart(files: Files, name: string) {
  const bytes = await files.readBytes(name, headerLimitBytes);
  return { bytes, isWhole: bytes.length < headerLimitBytes };
}

/** Unpacks the whole file, since an engine does not notice that the last bytes of a gzip file are missing. */
async function unpackStart(files: Files, name: string) {
  const start = new Uint8Array(headerLimitBytes);
  let length = 0;
  let total = 0;
  try {
    for await (const bytes of dataStream(files, name)) {
      const room = bytes.subarray(0, headerLimitBytes - length);
      start.set(room, length);
      length += room.length;
      total += bytes.length;
    }
  } catch (cause) {
    throw badCompression(name, cause);
  }
  return { bytes: start.subarray(0, length), isWhole: total === length };
}

/** The bytes of a CSV file, unpacked where its name ends with .gz. */
export function dataStream(files: Files, name: string): AsyncIterable<Uint8Array> {
  const stream = files.stream(name);
  return name.endsWith(".gz") ? unpack(stream) : stream;
}

async function* unpack(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacked = new DecompressionStream("gzip");
  yield* ReadableStream.from(copies(stream)).pipeThrough(unpacked);
}

async function* copies(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  for await (const bytes of stream) yield Uint8Array.from(bytes);
}

async function inspectParquet(
  name: string,
  { files, session }: { readonly files: Files; readonly session: SqlSession },
): Promise<TableFile> {
  const start = await files.readBytes(name, 4);
  if (start.length === 0) throw noData(name, false);
  const path = files.locate(name);
  try {
    const rows = await session.rows(duckdbDialect.describe(path));
    return {
      path,
      columns: rows.map((row) => String(row["name"])),
      types: rows.map((row) => String(row["type"])),
    };
  } catch (cause) {
    throw badParquet(name, cause);
  }
}
