import { version } from "@slipway/runner";
import { Command } from "commander";
import { addComment, addEvaluate, addValidate } from "./program/checking-verbs.ts";
import { addPromote, addRegister } from "./program/delivery-verbs.ts";
import { addInit, addSchema } from "./program/setup-verbs.ts";
import { addHistory, addVerify } from "./program/verify-verbs.ts";
import type { Verdict } from "./verdict.ts";

/** The command line; `tell` learns how a verb ended. Verbs are loaded when they are used. */
export function createProgram(tell: (verdict: Verdict) => void): Command {
  const program = new Command("slipway")
    .description(
      "Checks data and models, and shows what changed. The verbs of the Slipway actions.",
    )
    .version(version)
    // `register --version v1.2.0` is the verb's own.
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError("(add --help for the options and an example)");
  addValidate(program, tell);
  addEvaluate(program, tell);
  addComment(program, tell);
  addRegister(program, tell);
  addPromote(program, tell);
  addHistory(program, tell);
  addVerify(program, tell);
  addInit(program);
  addSchema(program);
  return program;
}
