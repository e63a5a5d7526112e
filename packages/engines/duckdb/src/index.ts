export { duckdbEngine, type DuckdbEngineOptions } from "./duckdb-engine.ts";
