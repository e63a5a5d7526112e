import { join } from "node:path";
import { localEngine } from "@slipway/engine-duckdb";
import { gitBaseRevision } from "@slipway/git";
import { loadPolicy } from "@slipway/policy";
import {
  evidenceFolder,
  evidenceHome,
  jobLog,
  keepEvidence,
  pullRequestBase,
  readEvent,
  runAction,
  runContext,
  systemClock,
  temporaryFolder,
  workspaceFiles,
} from "@slipway/runner";
import { inputs, type Inputs } from "./inputs.ts";
import { planValidations } from "./plan-validation.ts";
import { renderValidation } from "./render-validation.ts";
import { validateData, type Validated, type ValidationPorts } from "./validate-data.ts";

/** Starts validate-data under a runner. */
export function main(): Promise<void> {
  return runAction({
    inputs,
    ports,
    run: validateAll,
    render: renderValidation,
    keep: ({ artifact }, found) => keepEvidence(artifact, found, process.env),
  });
}

type JobPorts = ValidationPorts & {
  readonly loadPolicy: (file: string) => ReturnType<typeof loadPolicy>;
};

async function validateAll(input: Inputs, ports: JobPorts): Promise<Validated[]> {
  const validated: Validated[] = [];
  for (const planned of await planValidations(input, ports.files, () =>
    ports.loadPolicy(input.config),
  )) {
    validated.push(...(await validateData(planned, ports)));
  }
  return validated;
}

function ports({ duckdbBinding, githubToken }: Inputs): JobPorts {
  const env = process.env;
  const folder = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const temporary = temporaryFolder(env);
  const event = readEvent(env);
  const base = pullRequestBase(event);
  const access = { folder, ...(githubToken === undefined ? {} : { token: githubToken }) };
  const files = workspaceFiles({ root: folder, roots: [temporary] });
  return {
    files,
    evidence: evidenceFolder(evidenceHome(env)),
    engine: localEngine({
      env,
      folder,
      temporary: join(temporary, "slipway"),
      bindingFolder: duckdbBinding,
    }),
    clock: systemClock,
    context: runContext(env, event),
    log: jobLog,
    loadPolicy: (file) =>
      loadPolicy(
        files,
        file,
        base === undefined ? undefined : gitBaseRevision({ ...access, ...base }),
      ),
  };
}
