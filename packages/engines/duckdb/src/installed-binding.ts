import { createRequire } from "node:module";
import { dirname } from "node:path";
import { findPlatform } from "./platform.ts";

/**
 * The folder of the platform package that a package manager has installed beside `@duckdb/node-api`, if there is one.
 * For runs from source alone: a bundle must never import this, as its bundler would follow the packages into native files.
 */
export function installedBindingFolder(): string | undefined {
  const name = `@duckdb/node-bindings-${findPlatform()}/duckdb.node`;
  try {
    // Each package sees only its own dependencies, so the way leads from one to the next.
    const api = createRequire(import.meta.url).resolve("@duckdb/node-api");
    const bindings = createRequire(api).resolve("@duckdb/node-bindings");
    return dirname(createRequire(bindings).resolve(name));
  } catch {
    return undefined;
  }
}
