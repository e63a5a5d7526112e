import type { DuckDBConnection, DuckDBMaterializedResult, DuckDBValue } from "@duckdb/node-api";
import type { SqlRow, SqlSession, SqlValue } from "@slipway/ports";
import type { DuckDbModule } from "./load-duckdb.ts";
import { readColumns } from "./read-columns.ts";
import { translateError } from "./translate-error.ts";

type Connected = {
  readonly duckdb: DuckDbModule;
  readonly connection: DuckDBConnection;
  readonly close: () => Promise<void>;
};

/** A session over an open connection; `close` frees what the connection needs. */
export function duckdbSession({ duckdb, connection, close }: Connected): SqlSession {
  let isOpen = true;
  const query = async (sql: string): Promise<DuckDBMaterializedResult> => {
    if (!isOpen) throw new Error("The session is closed.");
    try {
      return await connection.run(sql);
    } catch (cause) {
      throw translateError(cause);
    }
  };
  return {
    run: async (sql) => {
      await query(sql);
    },
    rows: async (sql) => readRows(await query(sql)),
    columns: async (sql) => readColumns(duckdb, await query(sql)),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await close();
    },
  };
}

async function readRows(result: DuckDBMaterializedResult): Promise<readonly SqlRow[]> {
  const names = result.deduplicatedColumnNames();
  const rows = await result.getRows();
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, index): [string, SqlValue] => [name, plainValue(row[index] ?? null)]),
    ),
  );
}

function plainValue(value: DuckDBValue): SqlValue {
  return value === null || typeof value !== "object" ? value : value.toString();
}
