import {
  chooseObject,
  findCsvProblem,
  type Contract,
  type ContractObject,
  type ParentTable,
  type Table,
} from "@slipway/data";
import { type Files, SqlError, type SqlSession } from "@slipway/ports";
import { badCsv, badParquet } from "./data-errors.ts";
import { type DataFiles, dataStream, inspectFiles, listDataFiles } from "./data-files.ts";

/** A data set that foreign keys may refer to. `object` is the one that slipway.yaml names, if any. */
export type ReferenceDataSet = {
  readonly name: string;
  readonly path: string;
  readonly contract?: Contract | undefined;
  readonly object?: string | undefined;
};

/** A data set with the contract that judges it. */
export type DataSet = ReferenceDataSet & { readonly contract: Contract };

/** A data set whose files are known. Without a contract of its own it has no object. */
export type OpenDataSet = {
  readonly name: string;
  readonly path: string;
  readonly object: ContractObject | undefined;
  /** What foreign keys may call it beside its name. */
  readonly objectName: string | undefined;
  readonly data: DataFiles;
};

/**
 * Finds the files of the data sets that are checked, and of those that their foreign keys mean.
 * @throws UserError SW2003, SW2102, SW2110
 */
export async function openDataSets(
  dataSets: readonly DataSet[],
  references: readonly ReferenceDataSet[],
  files: Files,
): Promise<readonly OpenDataSet[]> {
  const open: OpenDataSet[] = [];
  const wanted = new Set<string>();
  for (const { name, path, contract, object: word } of dataSets) {
    const object = chooseObject(contract, name, word);
    for (const { rule } of object.checks) {
      if (rule.kind === "foreign-key") wanted.add(rule.object);
    }
    open.push(await openOne({ name, path, object, objectName: object.name }, files));
  }
  for (const { name, path, contract, object: word } of references) {
    if (open.some((item) => item.name === name)) continue;
    if (!wanted.has(name) && !wanted.has(word ?? name)) continue;
    const object = contract === undefined ? undefined : chooseObject(contract, name, word);
    open.push(await openOne({ name, path, object, objectName: object?.name ?? word }, files));
  }
  return open;
}

async function openOne(item: Omit<OpenDataSet, "data">, files: Files): Promise<OpenDataSet> {
  return { ...item, data: await listDataFiles(files, item.path) };
}

/** The tables of the open data sets, each looked at once. */
export class Tables {
  readonly #open: readonly OpenDataSet[];
  readonly #ports: { readonly files: Files; readonly session: SqlSession };
  readonly #tables = new Map<string, Promise<Table>>();

  constructor(open: readonly OpenDataSet[], ports: { files: Files; session: SqlSession }) {
    this.#open = open;
    this.#ports = ports;
  }

  /** The table of a data set. @throws UserError SW2101, SW2103 to SW2105, SW2107, SW2108 */
  tableOf({ name, data, object }: OpenDataSet): Promise<Table> {
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const form = { encoding: object?.encoding ?? "utf-8", delimiter: object?.delimiter } as const;
    const table = inspectFiles(data, form, this.#ports);
    this.#tables.set(name, table);
    return table;
  }

  /** The data set that a foreign key means: by its own name, or by the name of its object. */
  referenceOf(object: string): OpenDataSet | undefined {
    return (
      this.#open.find(({ name }) => name === object) ??
      this.#open.find(({ objectName }) => objectName === object)
    );
  }

  /** The table and columns that a foreign key refers to, or why there are none. */
  async parentOf(object: string, columns: readonly string[]): Promise<ParentTable | string> {
    const found = this.referenceOf(object);
    if (found === undefined) return `slipway.yaml has no data set ${object}`;
    const table = await this.tableOf(found);
    const missing = columns.find((column) =>
      table.files.some((file) => !file.columns.includes(column)),
    );
    if (missing !== undefined) return `${found.path} has no column ${missing}`;
    return { table, columns };
  }

  /** Turns what an engine says about a file into an error that names the file and the line. */
  async explain(error: unknown): Promise<unknown> {
    if (!(error instanceof SqlError)) return error;
    const { files } = this.#ports;
    for (const item of this.#open.filter(({ data }) => data.format === "csv")) {
      const table = await this.tableOf(item);
      for (const name of item.data.names) {
        const problem = await findCsvProblem(dataStream(files, name), table);
        if (problem !== undefined) return badCsv(name, problem, error);
      }
    }
    const paths = this.#open.map(({ path }) => path).join(", ");
    const isFileError = error.kind === "csv" || error.kind === "parquet" || error.kind === "io";
    if (!isFileError) return error;
    const isParquet = this.#open.some(({ data }) => data.format === "parquet");
    return isParquet && error.kind !== "csv"
      ? badParquet(paths, error)
      : badCsv(paths, undefined, error);
  }
}
