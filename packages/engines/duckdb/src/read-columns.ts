import type { DuckDBDataChunk, DuckDBMaterializedResult } from "@duckdb/node-api";
import type { SqlColumn } from "@slipway/ports";
import type { DuckDbModule } from "./load-duckdb.ts";

/**
 * Copies a result's columns out of DuckDB's vectors, without making an object per row.
 * @throws TypeError for a column that is not DOUBLE, INTEGER, VARCHAR or ENUM, and for two of one name
 */
export function readColumns(
  duckdb: DuckDbModule,
  result: DuckDBMaterializedResult,
): Readonly<Record<string, SqlColumn>> {
  const names = result.columnNames();
  if (new Set(names).size < names.length) throw new TypeError("Two columns share a name.");
  const builders = names.map((name, index): [string, Builder] => {
    const builder = createBuilder(duckdb, result.columnTypeId(index), result.rowCount);
    if (builder === undefined) throw new TypeError(`The column ${name} needs a cast.`);
    return [name, builder];
  });
  for (let index = 0, row = 0; index < result.chunkCount; index++) {
    const chunk = result.getChunk(index);
    for (const [column, [, builder]] of builders.entries()) builder.append(chunk, column, row);
    row += chunk.rowCount;
  }
  return Object.fromEntries(
    builders.map(([name, builder]): [string, SqlColumn] => [name, builder.build()]),
  );
}

type Builder = {
  readonly append: (chunk: DuckDBDataChunk, column: number, row: number) => void;
  readonly build: () => SqlColumn;
};

function createBuilder(duckdb: DuckDbModule, type: number, length: number): Builder | undefined {
  const { DOUBLE, ENUM, INTEGER, VARCHAR } = duckdb.DuckDBTypeId;
  if (type === VARCHAR.valueOf() || type === ENUM.valueOf()) return textBuilder(length);
  if (type === DOUBLE.valueOf()) {
    const values = new Float64Array(length);
    const numbers = fixedBuilder(values, NaN);
    return {
      append: numbers.append,
      build: () => ({ kind: "number", values, ...numbers.valid() }),
    };
  }
  if (type === INTEGER.valueOf()) {
    const values = new Int32Array(length);
    const integers = fixedBuilder(values, 0);
    return {
      append: integers.append,
      build: () => ({ kind: "integer", values, ...integers.valid() }),
    };
  }
  return undefined;
}

function textBuilder(length: number): Builder {
  const values = new Array<string | null>(length).fill(null);
  return {
    append: (chunk, column, row) => {
      const vector = chunk.getColumnVector(column);
      for (let index = 0; index < vector.itemCount; index++) {
        const item = vector.getItem(index);
        values[row + index] = typeof item === "string" ? item : null;
      }
    },
    build: () => ({ kind: "text", values }),
  };
}

type Fixed = Pick<Builder, "append"> & { readonly valid: () => { valid?: Uint8Array } };

function fixedBuilder(values: Float64Array | Int32Array, missing: number): Fixed {
  let valid: Uint8Array | undefined;
  const append = (chunk: DuckDBDataChunk, column: number, row: number) => {
    const vector = chunk.getColumnVector(column);
    values.set(itemsOf(vector), row);
    const bits = validityOf(vector);
    if (bits === undefined) return;
    for (let index = 0; index < vector.itemCount; index++) {
      if ((((bits[index >> 3] ?? 0) >> (index & 7)) & 1) === 1) continue;
      valid ??= new Uint8Array(values.length).fill(1);
      valid[row + index] = 0;
      values[row + index] = missing;
    }
  };
  return { append, valid: () => (valid === undefined ? {} : { valid }) };
}

// The arrays under a vector have no public face; the package is pinned, and a change would be met here at once.
function itemsOf(vector: object): Float64Array | Int32Array {
  const items: unknown = Reflect.get(vector, "items");
  if (items instanceof Float64Array || items instanceof Int32Array) return items;
  throw new TypeError("DuckDB's vector does not hold its values as a typed array.");
}

function validityOf(vector: object): Uint8Array | undefined {
  const validity: unknown = Reflect.get(vector, "validity");
  const words: unknown =
    typeof validity === "object" && validity !== null ? Reflect.get(validity, "data") : undefined;
  if (words === null) return undefined;
  if (words instanceof BigUint64Array) {
    return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  }
  throw new TypeError("DuckDB's vector does not hold its validity as 64-bit words.");
}
