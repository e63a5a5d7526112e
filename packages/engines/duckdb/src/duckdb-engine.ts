import type { DuckDBInstance } from "@duckdb/node-api";
import type { SqlEngine, SqlSession, SqlSessionOptions } from "@slipway/ports";
import { mkdir, mkdtemp, rm, statfs } from "node:fs/promises";
import { totalmem } from "node:os";
import { join, sep } from "node:path";
import { duckdbSession } from "./duckdb-session.ts";
import { type DuckDbModule, loadDuckdb } from "./load-duckdb.ts";
import { pinnedFiles } from "./pinned-files.ts";
import { translateError } from "./translate-error.ts";

const maxSpillBytes = 32 * 2 ** 30;

/** How an engine is set up. Without `threads` all cores work; `tempFolder` may not exist yet. */
export type DuckdbEngineOptions = {
  /** The absolute path of `duckdb.node`, or what finds it out when the first session opens. */
  readonly binding: string | (() => Promise<string>);
  readonly threads?: number;
  /** The buffer pool's limit; half of the machine's (or container's) memory unless given. */
  readonly memoryLimitBytes?: number;
  /** Where a session keeps what does not fit in memory, in a folder of its own that it removes. */
  readonly tempFolder: string;
};

/**
 * DuckDB in this process. Nothing native is loaded before the first `open`; each session is a database of its own in memory.
 * Statements fail with a `SqlError`, or with UserError SW6101 where memory runs out.
 */
export function duckdbEngine(options: DuckdbEngineOptions): SqlEngine {
  return {
    name: `duckdb ${pinnedFiles.version.replace(/-r\.\d+$/, "")}`,
    open: async (access) => {
      const { binding, tempFolder } = options;
      const duckdb = await loadDuckdb(typeof binding === "string" ? binding : await binding());
      await mkdir(tempFolder, { recursive: true });
      // Two databases must not spill into one folder: DuckDB numbers the files there from zero.
      const spillFolder = await mkdtemp(join(tempFolder, "duckdb-"));
      const removeSpill = () => rm(spillFolder, { recursive: true, force: true });
      try {
        return await openSession(duckdb, { ...options, ...access, spillFolder, removeSpill });
      } catch (cause) {
        await removeSpill();
        throw translateError(cause);
      }
    },
  };
}

type Opening = DuckdbEngineOptions &
  SqlSessionOptions & {
    readonly spillFolder: string;
    readonly removeSpill: () => Promise<void>;
  };

async function openSession(duckdb: DuckDbModule, opening: Opening): Promise<SqlSession> {
  const limit = opening.memoryLimitBytes ?? Math.floor(memoryBytes() / 2);
  const instance: DuckDBInstance = await duckdb.DuckDBInstance.create(":memory:", {
    allow_persistent_secrets: "false",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    max_temp_directory_size: `${await spillLimitBytes(opening.spillFolder)}B`,
    memory_limit: `${limit}B`,
    preserve_insertion_order: "true",
    temp_directory: opening.spillFolder,
    ...(opening.threads === undefined ? {} : { threads: String(opening.threads) }),
  });
  const connection = await instance.connect();
  await connection.run(closingStatements(opening));
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
    await opening.removeSpill();
  };
  return duckdbSession({ duckdb, connection, close });
}

/** The order counts: what may be touched is named before the doors close, and the lock comes last. */
function closingStatements({ readableFiles, writableFolder }: SqlSessionOptions): string {
  const folders = writableFolder === undefined ? [] : [writableFolder];
  return [
    "SET TimeZone = 'UTC'",
    `SET allowed_paths = [${readableFiles.map(quote).join(", ")}]`,
    `SET allowed_directories = [${folders.map((folder) => quote(withSeparator(folder))).join(", ")}]`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ].join(";\n");
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : `${folder}${sep}`;
}

/** A container's limit counts where it is below the machine's memory; without one Node reports a huge number. */
function memoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

async function spillLimitBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.min(maxSpillBytes, Math.floor((bavail * bsize) / 2));
}
