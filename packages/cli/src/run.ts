// Runs the command line from the sources, with the data engine that the clone has installed.
import { installedBindingFolder } from "@slipway/engine-duckdb/installed";
import { main } from "./main.ts";

const installed = installedBindingFolder();
if (installed !== undefined) process.env["SLIPWAY_DUCKDB_BINDING"] ??= installed;
await main();
