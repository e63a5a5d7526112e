import {
  compileProfile,
  compileValues,
  draftContract as draftText,
  duckdbDialect,
  hasFewValues,
} from "@slipway/data";
import type { Files, SqlEngine } from "@slipway/ports";
import { Tables } from "./data-sets.ts";
import { listDataFiles } from "./data-files.ts";

/** The data set that a contract is drafted for. */
export type DraftRequest = {
  readonly dataset: string;
  readonly path: string;
  readonly engine: SqlEngine;
  readonly files: Files;
};

/**
 * Drafts an ODCS 3.1 contract from the files of a data set; the same files validate green against it.
 * @throws UserError SW2101 to SW2110 where they cannot be read
 */
export async function draftContract(request: DraftRequest): Promise<{ readonly yaml: string }> {
  const { dataset, path, engine, files } = request;
  const data = await listDataFiles(files, path);
  const readableFiles = data.names.map((name) => files.locate(name));
  const session = await engine.open({ readableFiles });
  const open = { name: dataset, path, object: undefined, objectName: undefined, data };
  const tables = new Tables([open], { files, session });
  try {
    const table = await tables.tableOf(open);
    const profile = compileProfile(duckdbDialect, table);
    const [row = {}] = await session.rows(profile.sql);
    const profiles = profile.read(row);
    const allowed = new Map<string, readonly string[]>();
    for (const { column } of profiles.filter(hasFewValues)) {
      const values = await session.rows(compileValues(duckdbDialect, table, column));
      allowed.set(
        column,
        values.map((value) => String(value["v"])),
      );
    }
    return { yaml: draftText({ dataset, profiles, allowed }) };
  } catch (error) {
    throw await tables.explain(error);
  } finally {
    await session.close();
  }
}
