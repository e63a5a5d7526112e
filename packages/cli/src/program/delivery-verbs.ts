import type { Command } from "commander";
import type { Verdict } from "../verdict.ts";
import { printing } from "./options.ts";

/** `slipway register`. */
export function addRegister(program: Command, tell: (verdict: Verdict) => void): void {
  printing(program.command("register"))
    .description("register a model as a version, by the digest of its bytes and its evidence")
    .argument("<model>", "a model of slipway.yaml")
    .option("--version <version>", "the version, such as v1.2.0; without it, the next one")
    .option("--bump <part>", "what grows where none is given: major, minor (default) or patch")
    .option(
      "--evidence <file...>",
      "evidence files or globs; without them those of .slipway/evidence",
    )
    .option("--output-folder <folder>", "where signature and proof go, outside the model")
    .addHelpText(
      "after",
      "\nThe log's secret key is the variable SLIPWAY_AUDIT_KEY, a key that signs models SLIPWAY_SIGNING_KEY (PEM).\n\nExample:\n  slipway register flight-delays",
    )
    .action(async (model: string, flags: Record<string, unknown>) => {
      const { register } = await import("../register.ts");
      tell(await register(model, flags));
    });
}

/** `slipway promote`. */
export function addPromote(program: Command, tell: (verdict: Verdict) => void): void {
  printing(program.command("promote"))
    .description("move a version to an environment, under the policy of the default branch")
    .argument(
      "<model>",
      "MODEL or MODEL@VERSION; without a version, what the environment before runs",
    )
    .requiredOption("--to <environment>", "an environment of slipway.yaml")
    .option("--reason <text>", "why; a rollback needs one, and so does the promotion after it")
    .option("--dry-run", "decide and tell, and change nothing")
    .option("--output-folder <folder>", "where the proof goes")
    .addHelpText(
      "after",
      '\nThe log\'s secret key is the variable SLIPWAY_AUDIT_KEY. Approvals are asked of GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY.\n\nExample:\n  slipway promote flight-delays@v1.0.0 --to production --reason "v1.1.0 misses night flights"',
    )
    .action(async (model: string, flags: Record<string, unknown>) => {
      const { promote } = await import("../promote.ts");
      tell(await promote(model, flags));
    });
}
