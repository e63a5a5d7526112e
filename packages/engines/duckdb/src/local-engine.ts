import type { SqlEngine } from "@slipway/ports";
import { homedir } from "node:os";
import { join } from "node:path";
import { duckdbEngine } from "./duckdb-engine.ts";
import { findRegistry } from "./find-registry.ts";
import { provideBinding } from "./provide-binding.ts";
import { findToolCache } from "./tool-cache.ts";

/** What this machine and its user say about DuckDB. */
export type LocalEngineOptions = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder whose `.npmrc` counts, and the one that sessions may spill into. */
  readonly folder: string;
  readonly temporary: string;
  /** A folder with the native binding; the variable SLIPWAY_DUCKDB_BINDING says the same. */
  readonly bindingFolder?: string | undefined;
};

/** DuckDB on this machine; its binding is looked for, and fetched, when the first session opens. */
export function localEngine({
  env,
  folder,
  temporary,
  bindingFolder,
}: LocalEngineOptions): SqlEngine {
  const home = homedir();
  const given = bindingFolder ?? env["SLIPWAY_DUCKDB_BINDING"];
  return duckdbEngine({
    tempFolder: join(temporary, "duckdb"),
    binding: () =>
      provideBinding({
        ...(given === undefined || given === "" ? {} : { bindingFolder: given }),
        toolCache: findToolCache({ env, home }),
        registry: () => findRegistry({ env, cwd: folder, home }),
      }),
  });
}
