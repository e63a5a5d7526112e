import type { ErrorCode } from "@slipway/kernel";

/** What to do about a code in general, where the message's own remedy leaves something to say. */
export const errorHints: Readonly<Partial<Record<ErrorCode, string>>> = {
  SW1001: "The message names every bad input or option at once, with the form that it should have.",
  SW1101: "`slipway init` writes a first one. A file elsewhere is named by `config`.",
  SW1204:
    "The nearest known key is named. An editor that reads the [JSON Schema](schemas/slipway.schema.json) finds it earlier.",
  SW1302: "Actions read inside the workspace and the job's temporary folder only.",
  SW1402:
    "Evidence is kept in the job that made it. Run the steps in one job, or name files with `evidence`.",
  SW1501:
    "The command of `run:` is started by the shell from the root of the workspace. Its own output stands above the error.",
  SW2001: "See [data contracts](data-contracts.md) for what is read.",
  SW2003: "Name the object with `object:` beside the data set.",
  SW2101: "State the encoding in the contract, or convert the file to UTF-8.",
  SW2102: "A glob without a match is a mistake, not an empty data set.",
  SW2106: "Often a delimiter or a line end inside an unquoted value.",
  SW3102: "The message prints the lines to add. For forks see [forks](forks.md).",
  SW3106:
    "Look at the job that stores it: it has to run before this one (`needs:`), for a fork with `if: always()`.",
  SW3107:
    "Give each job and step its own name with `artifact`; a job that runs again replaces its own.",
  SW3104: "Nothing to do where the pull request was closed, or pushed to again meanwhile.",
  SW3105:
    "Nothing was posted. Look at what the pull request changes in workflows. See [forks](forks.md).",
  SW3201:
    "The job needs `contents: read`, and either the credentials of actions/checkout or `github-token`.",
  SW3202:
    "The job needs `contents: write`, and the repository's rules must allow pushes to the branch `slipway`.",
  SW3203: "Run the job again. A `concurrency` group keeps writers apart.",
  SW5201: "[Metrics](metrics.md) lists the names.",
  SW5202: "[Metrics](metrics.md) lists the tasks of each metric.",
  SW5306:
    "Items are joined by id, never by the order of rows. Make the ids unique, or name no id: changes are then judged without pairs.",
  SW5309: "A baseline is a predictions file, or evidence of an evaluation.",
  SW6002: "`npm pack` of the named package gives the folder.",
  SW6003: "Runners without network name a local copy with `duckdb-binding`.",
  SW6004: "Nothing of the download was kept. Find out why the registry serves other bytes.",
  SW6005: "Set `npm_config_registry`, or name a local copy with `duckdb-binding`.",
  SW6101: "Use a larger runner, or check fewer columns at a time.",
};
