import type * as DuckDB from "@duckdb/node-api";
import { UserError } from "@slipway/kernel";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

/** The module `@duckdb/node-api`. */
export type DuckDbModule = typeof DuckDB;

let loaded: Promise<DuckDbModule> | undefined;

/**
 * Loads DuckDB with the native binding at `bindingPath` (an absolute path of a `duckdb.node`), from source and from the
 * bundle alike. A process loads it once: later calls give the same module, whatever path they name.
 * @throws UserError SW6007 where the system refuses the binding
 */
export function loadDuckdb(bindingPath: string): Promise<DuckDbModule> {
  loaded ??= importWith(bindingPath);
  return loaded;
}

async function importWith(bindingPath: string): Promise<DuckDbModule> {
  const url = pathToFileURL(bindingPath).href;
  // node-api asks for this package, whose own code looks for an installed platform package; the bundle has neither.
  const hooks = registerHooks({
    resolve: (specifier, context, nextResolve) =>
      specifier === "@duckdb/node-bindings"
        ? { url, shortCircuit: true }
        : nextResolve(specifier, context),
  });
  try {
    return await import("@duckdb/node-api");
  } catch (cause) {
    loaded = undefined;
    throw new UserError({
      code: "SW6007",
      message: `DuckDB's binding at ${bindingPath} cannot be loaded.`,
      remedy:
        "Check that files may be executed from there, and that a Linux runner has libstdc++ and glibc 2.25 or newer, " +
        "or is Alpine with `apk add libstdc++`.",
      cause,
    });
  } finally {
    hooks.deregister();
  }
}
