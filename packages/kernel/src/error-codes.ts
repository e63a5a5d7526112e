/**
 * Every code that a user can meet, with the sentence that docs/errors.md prints beside it.
 * 1 configuration and input, 2 contracts and data files, 3 GitHub and git, 4 registry,
 * 5 evaluation, 6 the data engine. A code is never renamed and never used for something else.
 */
export const errorCodes = {
  SW1001:
    "An input of an action, or an option of the command line, has a value that cannot be used.",
  SW1101: "There is no slipway.yaml where one is needed.",
  SW1201: "A file that should be YAML or JSON cannot be parsed.",
  SW1202: "slipway.yaml has a value of the wrong type or form.",
  SW1204: "slipway.yaml has a key that Slipway does not know.",
  SW1205: "A name refers to something that slipway.yaml does not define.",
  SW1301: "A file or folder is missing or cannot be read.",
  SW1302: "A path leads out of the workspace.",
  SW1303: "A file that would be written exists already.",
  SW1304: "A file cannot be written.",
  SW1401: "An evidence file is not one that Slipway wrote, or is damaged.",
  SW1402: "No evidence was found.",
  SW1501: "A command that slipway.yaml names failed.",
  SW3101: "GitHub's API refused or did not answer.",
  SW3102: "The token may not write comments on pull requests.",
  SW3103: "The token is missing or not valid.",
  SW3104: "No pull request belongs to this run.",
  SW3105: "What an artifact of another run claims does not fit the run it came from.",
  SW3106: "An artifact of another run is missing, too large or damaged.",
  SW3201: "The base branch of a pull request cannot be read.",
  SW3202: "The remote refuses to store evidence on the slipway branch.",
  SW3203: "The slipway branch kept moving while evidence was stored.",
  SW3204: "This is no git repository, or git is missing.",
  SW5101: "The results of an evaluation have no rows.",
  SW5102: "A row of the results has no label or no prediction.",
  SW5103: "A row of the results has a score, weight or target that is not a finite number.",
  SW5104: "A row of the results has a negative weight.",
  SW5105: "All weights of the results are 0.",
  SW5201: "A metric has a name that Slipway does not know.",
  SW5202: "A metric does not fit the task of the evaluation.",
  SW6001: "The data engine does not exist for this platform.",
  SW6002: "The folder given as duckdb-binding does not hold the pinned data engine.",
  SW6003: "The data engine cannot be downloaded.",
  SW6004: "A download of the data engine is not the file that is pinned.",
  SW6005: "It is not known which npm registry to ask for the data engine.",
  SW6006: "The data engine cannot be stored in the tool cache.",
  SW6007: "The data engine cannot be loaded.",
  SW6101: "The data engine ran out of memory.",
} as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;
