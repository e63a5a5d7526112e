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
  SW3108:
    "The message prints the lines to add; `actions: read` is what approvals need. See [permissions](promotion.md#permissions).",
  SW3109: "The message prints the lines to add; `pull-requests: read` is what reviews need.",
  SW3110:
    "A job's own token cannot read teams. Give one that may read members of the organisation as `team-token`, or name `users`.",
  SW3111:
    "The message prints the lines to add. What the log says stands; once the job has `deployments: write`, the next run completes the deployment.",
  SW3201:
    "The job needs `contents: read`, and either the credentials of actions/checkout or `github-token`.",
  SW3202:
    "The job needs `contents: write`, and the repository's rules must allow pushes to the branch `slipway`.",
  SW3203: "Run the job again. A `concurrency` group keeps writers apart.",
  SW3205:
    "The job needs `contents: write`, and a ruleset on tags must let it make new ones. Version and promotion are in the log already: run the job again.",
  SW4001:
    "Run `validate-data` and `evaluate-model` before `register-model`, in the same job or through artifacts (`from-artifacts`).",
  SW4002:
    "Evidence counts for one commit and exactly these bytes. Judge the model again where it was trained again, and mend what failed.",
  SW4003: "A version is its bytes. Leave the version out, and the next one is taken.",
  SW4004:
    "Versions are SemVer: `v1.2.3`, `v2.0.0-rc.1`. Leave the version out, and the next one is taken.",
  SW4005:
    "GTO reads one version of a model for each commit. Commit what is new, and register that commit.",
  SW4006: "Letters, digits, `-`, `_` and `/` are what GTO reads in names.",
  SW4007: "Pull requests are judged, not registered. Run the job on pushes to the default branch.",
  SW4008: "`slipway history MODEL` lists what is registered.",
  SW4009:
    "Slipway neither moves nor deletes a tag. Find out who made it; once it is gone, run the job again.",
  SW4010:
    "What is in the pull request or in the working tree does not count: merge it first. See [promotion](promotion.md).",
  SW4101: "Files of git itself (`.git`, `.gitignore`) are no part of a model.",
  SW4102:
    "Copy what the link points at. What lies outside of the folder could change without the digest.",
  SW4103: "Some file systems keep only one of the two. Rename one.",
  SW4104: "`path` of the model in slipway.yaml names the folder; the training has to run before.",
  SW4105:
    "It is an ECDSA key on P-256, P-384 or P-521, as PEM: `openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt`.",
  SW4107: "Names are Unicode, with `/` between their parts.",
  SW4201: "Only environments of the default branch's slipway.yaml are known.",
  SW4202:
    "A run promotes a version once. Start a new run to promote it again: it is approved anew.",
  SW4301:
    "`slipway init --audit` makes the key pair and writes the public half into slipway.yaml; merge that. Elsewhere, give it with `--key`.",
  SW4302:
    "`slipway init --audit | gh secret set SLIPWAY_AUDIT_KEY`, and in the workflow `audit-key: ${{ secrets.SLIPWAY_AUDIT_KEY }}`. A pull request of a fork gets no secrets.",
  SW4303:
    "Secret and public key are made together. The secret belongs to another log or was replaced.",
  SW4304:
    "Take the key from the default branch or from people you trust, never from the log. See [who can cheat](audit-log.md#who-can-cheat-and-what-catches-it).",
  SW4305:
    "Nothing is written to a log that does not hold. `slipway verify audit` names what was changed, the branch's history who wrote it.",
  SW4306:
    "The branch was cut off, set back or rewritten. Restore the newest commit that somebody kept: GitHub's activity page lists forced pushes.",
  SW4307:
    "Almost always the reason, or a model with very many evaluations. See [limits](limits.md).",
  SW4308:
    "Set the runner's clock. Up to five minutes are tolerated, and the entry takes the time of the one before it.",
  SW4309: "`register-model` begins the log with its first entry.",
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
