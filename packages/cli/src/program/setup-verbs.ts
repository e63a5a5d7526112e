import { UserError } from "@slipway/kernel";
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
    .option(
      "--audit",
      "make the audit log's key pair: the public half goes into slipway.yaml, the secret one to standard output",
    )
    .option("--name <name>", "with --audit: the log's name, where no remote `origin` names it")
    .addHelpText(
      "after",
      "\nExamples:\n  slipway init && slipway validate\n  slipway init --audit | gh secret set SLIPWAY_AUDIT_KEY",
    )
    .action(async (flags: Record<string, unknown>) => {
      if (flags["audit"] === true) {
        const { auditKey } = await import("../init/audit-key.ts");
        return auditKey(flags);
      }
      if (flags["name"] !== undefined) throw nameAlone();
      const { init } = await import("../init/init.ts");
      return init(flags);
    });
}

function nameAlone(): UserError {
  return new UserError({
    code: "SW1001",
    message: "--name names the audit log, which is not made without --audit",
    remedy: "Add --audit, or leave --name out.",
  });
}

/** Adds `slipway schema`. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .description(
      "print a JSON Schema: slipway (slipway.yaml), evidence, comment, log-entry, environment, version, registration, promotion, history, audit-verification or model-verification",
    )
    .argument("<name>", "one of these names")
    .option("--output <file>", "write to a file instead of standard output")
    .addHelpText("after", "\nExample:\n  slipway schema slipway --output slipway.schema.json")
    .action(async (name: string, flags: Record<string, unknown>) => {
      const { schema } = await import("../verbs.ts");
      await schema(name, flags);
    });
}
