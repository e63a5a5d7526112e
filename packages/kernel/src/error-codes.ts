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
} as const;

/** A code of {@link errorCodes}. */
export type ErrorCode = keyof typeof errorCodes;
