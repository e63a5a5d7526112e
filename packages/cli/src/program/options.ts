import type { Command } from "commander";

/** A verb that prints a document. */
export const printing = (command: Command): Command =>
  command
    .option("--format <form>", "text, json or markdown")
    .option("--output <file>", "write the document to a file instead of standard output");

/** A verb that reads slipway.yaml and may need the data engine. */
export const configured = (command: Command): Command =>
  command
    .option("--config <file>", "where slipway.yaml is")
    .option(
      "--duckdb-binding <folder>",
      "folder of DuckDB's native binding, for machines without a registry",
    );
