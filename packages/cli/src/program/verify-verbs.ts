import type { Command } from "commander";
import type { Verdict } from "../verdict.ts";
import { printing } from "./options.ts";

/** Adds `slipway history`. */
export function addHistory(program: Command, tell: (verdict: Verdict) => void): void {
  logged(printing(program.command("history")))
    .description("tell what happened to a model, and what runs where, from the verified log")
    .argument("<model>", "the model's name")
    .option("--env <environment>", "one environment alone")
    .option(
      "--at <time>",
      "as it was then: 2026-03-03 (the end of that day) or 2026-03-03T16:40Z; UTC",
    )
    .addHelpText(
      "after",
      "\nExample:\n  slipway history flight-delays --env production --at 2026-03-03",
    )
    .action(async (model: string, flags: Record<string, unknown>) => {
      const { history } = await import("../history.ts");
      tell(await history(model, flags));
    });
}

/** Adds `slipway verify model` and `slipway verify audit`. */
export function addVerify(program: Command, tell: (verdict: Verdict) => void): void {
  const verify = program
    .command("verify")
    .description("check the log, or a model's folder against it; `model` or `audit`");
  addVerifyModel(verify, tell);
  addVerifyAudit(verify, tell);
}

function addVerifyModel(verify: Command, tell: (verdict: Verdict) => void): void {
  logged(printing(verify.command("model")))
    .description("check that a folder is a registered model, and what an environment should run")
    .argument("<path>", "the model's folder")
    .option("--env <environment>", "check that this is what the environment should run")
    .option("--model <name>", "the model that it has to be")
    .option("--signature <file>", "the OMS bundle; without it the one that was registered")
    .option("--public-key <file>", "the PEM file of the key that must have signed it")
    .option("--proof <file>", "a .tlog-proof; without --log it stands for the log, offline")
    .addHelpText(
      "after",
      "\nExample:\n  slipway verify model model/ --env production --public-key model.pem",
    )
    .action(async (path: string, flags: Record<string, unknown>) => {
      const { verifyModelFolder } = await import("../verify-model.ts");
      tell(await verifyModelFolder(path, flags));
    });
}

function addVerifyAudit(verify: Command, tell: (verdict: Verdict) => void): void {
  logged(printing(verify.command("audit")))
    .description("recompute the whole log, and compare it with what was published of it")
    .option(
      "--checkpoint <file...>",
      "older checkpoints or .tlog-proof files that the log must go on from",
    )
    .option(
      "--online",
      "also ask GitHub for deployments and force pushes; needs GITHUB_TOKEN and GITHUB_REPOSITORY",
    )
    .addHelpText("after", "\nExample:\n  slipway verify audit --checkpoint march.tlog-proof")
    .action(async (flags: Record<string, unknown>) => {
      const { verifyAuditLog } = await import("../verify-audit.ts");
      tell(await verifyAuditLog(flags));
    });
}

/** A verb that reads the log. */
function logged(command: Command): Command {
  return command
    .option(
      "--key <key>",
      "the log's public key, NAME+ID+KEY; without it that of the default branch",
    )
    .option("--log <folder>", "a checkout or export of the slipway branch; needs --key, no git")
    .option("--branch <name>", "the branch that keeps the log (default slipway)");
}
