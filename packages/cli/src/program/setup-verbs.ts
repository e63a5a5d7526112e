import type { Command } from "commander";

/** Adds `slipway init`. */
export function addInit(program: Command): void {
  program
    .command("init")
    .description(
      "write a first slipway.yaml, contracts and workflow from what lies here; overwrites nothing",
    )
    .option(
      "--duckdb-binding <folder>",
      "folder of DuckDB's native binding, for machines without a registry",
    )
    .addHelpText("after", "\nExample:\n  slipway init && slipway validate")
    .action(async (flags: Record<string, unknown>) => {
      const { init } = await import("../init/init.ts");
      await init(flags);
    });
}

/** Adds `slipway schema`. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("print a JSON Schema: slipway (slipway.yaml), evidence or comment")
    .argument("<name>", "slipway, evidence or comment")
    .option("--output <file>", "write to a file instead of standard output")
    .addHelpText("after", "\nExample:\n  slipway schema slipway --output slipway.schema.json")
    .action(async (name: string, flags: Record<string, unknown>) => {
      const { schema } = await import("../verbs.ts");
      await schema(name, flags);
    });
}
