import type { Files, SqlEngine } from "@slipway/ports";
import type { FoundResults } from "./draft-config.ts";
import type { FoundFile } from "./find-data.ts";
import { guessRoles } from "./find-roles.ts";

/** Looks whether a file holds predictions, and of which task; `undefined` for every other file. */
export async function inspectResults(
  file: FoundFile,
  engine: SqlEngine,
  files: Files,
): Promise<FoundResults | undefined> {
  const absolute = files.locate(file.path);
  const session = await engine.open({ readableFiles: [absolute] });
  try {
    const path = `'${absolute.replaceAll("'", "''")}'`;
    const source = file.path.endsWith(".parquet")
      ? `read_parquet(${path})`
      : `read_csv(${path}, all_varchar = true, header = true)`;
    const columns = await session.rows(`DESCRIBE SELECT * FROM ${source}`);
    const roles = guessRoles(columns.map((row) => String(row["column_name"])));
    if (roles === undefined || file.path.endsWith(".gz")) return undefined;
    const label = `"${roles.label.replaceAll('"', '""')}"`;
    const [count] = await session.rows(`SELECT count(DISTINCT ${label}) AS classes FROM ${source}`);
    const classes = Number(count?.["classes"] ?? 0);
    const isClassified = roles.score !== undefined || classes <= 20;
    return {
      ...file,
      roles,
      task: isClassified ? (classes <= 2 ? "binary" : "multiclass") : "regression",
    };
  } catch {
    // A file that cannot be read as predictions is a data set; validation says what is wrong with it.
    return undefined;
  } finally {
    await session.close();
  }
}
