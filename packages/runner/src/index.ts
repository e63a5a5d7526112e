export {
  readEvent,
  runContext,
  runUrl,
  temporaryFolder,
  toolCache,
  type Environment,
  type WorkflowEvent,
} from "./environment.ts";
export { ecdsaKeys } from "./ecdsa-keys.ts";
export { evidenceFolder } from "./evidence-folder.ts";
export {
  field,
  fieldMeta,
  inputName,
  type FieldMeta,
  type InputSchema,
  type InputsOf,
} from "./fields.ts";
export {
  evidenceHome,
  hasArtifacts,
  isArtifactName,
  isRerun,
  keepEvidence,
  withJobArtifacts,
} from "./job-artifacts.ts";
export { folderView } from "./folder-view.ts";
export { jobIdentity, type JobIdentity } from "./job-identity.ts";
export { jobLog } from "./job-log.ts";
export { logCrypto } from "./log-crypto.ts";
export { modelFolder } from "./model-folder.ts";
export { parseInputs, type InputSource } from "./parse-inputs.ts";
export {
  printSafely,
  runAction,
  type Action,
  type Annotation,
  type Rendered,
} from "./run-action.ts";
export { shellCommands } from "./shell.ts";
export { systemClock } from "./system-clock.ts";
export { terminalStyle } from "./terminal-style.ts";
export { unpackEvidence } from "./unpack-evidence.ts";
export { version } from "./version.ts";
export { workspaceFiles, writeWhole, type WorkspaceOptions } from "./workspace-files.ts";
export { pullRequestBase } from "./pull-request-base.ts";
