export { duckdbEngine, type DuckdbEngineOptions } from "./duckdb-engine.ts";
export { findRegistry, type RegistrySearch } from "./find-registry.ts";
export { localEngine, type LocalEngineOptions } from "./local-engine.ts";
export { loadDuckdb, type DuckDbModule } from "./load-duckdb.ts";
export { findPlatform, type Platform } from "./platform.ts";
export type { PinnedFile, PinnedPackage, Pins } from "./pins.ts";
export { provideBinding, type BindingSources } from "./provide-binding.ts";
export type { Registry } from "./registry.ts";
export { findToolCache } from "./tool-cache.ts";
