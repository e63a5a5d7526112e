import { createHash } from "node:crypto";
import { join } from "node:path";
import { localEngine } from "@slipway/engine-duckdb";
import { gitBaseRevision, gitEvidenceBranch } from "@slipway/git";
import { loadPolicy } from "@slipway/policy";
import {
  evidenceFolder,
  evidenceHome,
  jobLog,
  keepEvidence,
  modelFolder,
  pullRequestBase,
  readEvent,
  runAction,
  runContext,
  shellCommands,
  systemClock,
  temporaryFolder,
  workspaceFiles,
} from "@slipway/runner";
import { evaluateModel, type Evaluated, type Ports } from "./evaluate-model.ts";
import { inputs, type Inputs } from "./inputs.ts";
import { planEvaluations } from "./plan-evaluations.ts";
import { renderEvaluations } from "./render-evaluations.ts";

/** Starts evaluate-model under a runner. */
export function main(): Promise<void> {
  return runAction({
    inputs,
    ports,
    run: evaluateAll,
    render: renderEvaluations,
    keep: ({ artifact }, found) => keepEvidence(artifact, found, process.env),
  });
}

type JobPorts = Ports & { readonly loadPolicy: (file: string) => ReturnType<typeof loadPolicy> };

/** Evaluates everything that is asked for, one after the other. */
async function evaluateAll(input: Inputs, ports: JobPorts): Promise<Evaluated[]> {
  const evaluated: Evaluated[] = [];
  for (const request of await planEvaluations(input, () => ports.loadPolicy(input.config))) {
    evaluated.push(await evaluateModel(request, ports));
  }
  return evaluated;
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
    folder: evidenceFolder(evidenceHome(env)),
    branch: gitEvidenceBranch({ ...access, skipHead: true }),
    engine: localEngine({
      env,
      folder,
      temporary: join(temporary, "slipway"),
      bindingFolder: duckdbBinding,
    }),
    models: modelFolder(files.locate),
    commands: shellCommands(folder),
    clock: systemClock,
    context: runContext(env, event),
    log: jobLog,
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    loadPolicy: (file) =>
      loadPolicy(
        files,
        file,
        base === undefined ? undefined : gitBaseRevision({ ...access, ...base }),
      ),
  };
}
