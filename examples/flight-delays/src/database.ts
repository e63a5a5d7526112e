import { DuckDBInstance, type DuckDBConnection, type DuckDBDataChunk } from "@duckdb/node-api";

/** Runs work on an in-memory database and closes it; `threads` 1 keeps the order of written rows. */
export async function withDatabase<T>(
  threads: number,
  work: (database: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Reads INTEGER columns; the answer gives a column by its name. @throws Error for a null or an unknown name. */
export async function readIntegers(
  database: DuckDBConnection,
  sql: string,
): Promise<(name: string) => Int32Array> {
  const result = await database.run(sql);
  const names = result.columnNames();
  const chunks = await result.fetchAllChunks();
  const columns = new Map(names.map((name, index) => [name, integersOf(chunks, index)]));
  return (name) => {
    const column = columns.get(name);
    if (column === undefined) throw new Error(`no column ${name}`);
    return column;
  };
}

/** Reads one VARCHAR column. @throws Error where a value is not text. */
export async function readTexts(database: DuckDBConnection, sql: string): Promise<string[]> {
  const reader = await database.runAndReadAll(sql);
  return reader.getRows().map(([value]) => {
    if (typeof value !== "string") throw new Error(`not text: ${String(value)}`);
    return value;
  });
}

/** Quotes text as a SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function integersOf(chunks: readonly DuckDBDataChunk[], column: number): Int32Array {
  const values = new Int32Array(chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0));
  let row = 0;
  for (const chunk of chunks) {
    const vector = chunk.getColumnVector(column);
    for (let index = 0; index < chunk.rowCount; index += 1) {
      const value = vector.getItem(index);
      if (typeof value !== "number") throw new Error(`not an integer: ${String(value)}`);
      values[row] = value;
      row += 1;
    }
  }
  return values;
}
