import type { Command } from "commander";
import type { Verdict } from "../verdict.ts";
import { configured, printing } from "./options.ts";

/** Adds `slipway validate`. */
export function addValidate(program: Command, tell: (verdict: Verdict) => void): void {
  printing(configured(program.command("validate")))
    .description("check data sets against their contracts")
    .argument("[name...]", "data sets of slipway.yaml; without a name all of them")
    .option("--data <file>", "a file or glob to check without slipway.yaml")
    .option("--contract <file>", "with --data: the ODCS contract")
    .option("--object <name>", "with --data: the contract's schema object, where it has several")
    .addHelpText(
      "after",
      "\nExample:\n  slipway validate --data flights.csv --contract flights.odcs.yaml --format json",
    )
    .action(async (names: string[], flags: Record<string, unknown>) => {
      const { validate } = await import("../verbs.ts");
      tell(await validate(names, flags));
    });
}

/** Adds `slipway evaluate`. */
export function addEvaluate(program: Command, tell: (verdict: Verdict) => void): void {
  printing(configured(program.command("evaluate")))
    .description("judge a model's predictions against gates and a baseline")
    .argument("[name...]", "evaluations of slipway.yaml; without a name all of them")
    .option("--results <file>", "a predictions file (CSV, Parquet) to judge without slipway.yaml")
    .option("--task <task>", "with --results: binary, multiclass or regression")
    .option(
      "--columns <roles>",
      "with --results: id=…,label=…,prediction=…,score=…,weight=…,slices=a|b",
    )
    .option("--positive <class>", "with --results: the positive class, where it is not 1 or true")
    .option(
      "--gate <gate>",
      '"METRIC RULE NUMBER [slice=COLUMN] [direction=higher|lower]"; may be given several times',
      (gate: string, gates: readonly string[]) => [...gates, gate],
      [],
    )
    .option("--baseline <file>", "a predictions file or evidence to compare with")
    .option("--on-inconclusive <what>", "with --results: warn or fail")
    .option("--first-run <what>", "with --results: block or allow")
    .addHelpText(
      "after",
      '\nExample:\n  slipway evaluate --results new.csv --baseline old.csv --task binary \\\n    --columns id=id,label=y,prediction=pred,score=p,slices=origin \\\n    --gate "roc_auc min 0.7" --gate "recall max-drop 0.05 slice=origin"',
    )
    .action(async (names: string[], flags: Record<string, unknown>) => {
      const { evaluate } = await import("../verbs.ts");
      tell(await evaluate(names, flags));
    });
}

/** Adds `slipway comment`. */
export function addComment(program: Command, tell: (verdict: Verdict) => void): void {
  printing(program.command("comment"))
    .description("post the verdict as a sticky comment on a pull request")
    .option(
      "--evidence <file...>",
      "evidence files or globs; without them those of .slipway/evidence",
    )
    .option("--dry-run", "print the comment and send nothing")
    .option("--key <key>", "tells several comments on one pull request apart")
    .option("--pull-request <number>", "the pull request; needs GITHUB_TOKEN and GITHUB_REPOSITORY")
    .addHelpText(
      "after",
      "\nExample:\n  slipway comment --evidence .slipway/evidence/*.json --dry-run --format markdown",
    )
    .action(async (flags: Record<string, unknown>) => {
      const { comment } = await import("../comment.ts");
      tell(await comment(flags));
    });
}
