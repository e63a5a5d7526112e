import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

import { readActionMetadata } from "./action-metadata.ts";
import { parseFileCommands } from "./file-commands.ts";
import { demandEntry, enterEnvironment, identityEnvironment } from "./job-environment.ts";
import { runKilledAt, type KillPoint } from "./kill-at.ts";
import { runScript } from "./run-script.ts";
import { inputVariable, runnerEnvironment, type JobContext } from "./runner-environment.ts";
import { type RunnerOptions } from "./runner-options.ts";
import {
  createStepFiles,
  emptyStepFiles,
  readStepResult,
  stepFileNames,
  type StepResult,
} from "./step-result.ts";

/** One step: the action, its inputs as written under `with:`, and more variables as under `env:`. */
export type StepRequest = {
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What `${{ github.token }}` stands for; it is masked in the log. */
  readonly token?: string;
  /** Default 120,000. */
  readonly timeoutMs?: number;
  /** Where the machine dies: see {@link runKilledAt}. */
  readonly killAt?: KillPoint;
};

/** A job on a runner: steps share `RUNNER_TEMP`, and what they write to `GITHUB_ENV` and `GITHUB_PATH`. */
export type Runner = {
  readonly temp: string;
  /** How the job stands at its environment, where it names one. */
  readonly gateId: number | undefined;
  /** Runs `actions/NAME/` as a process of its own with the environment of a hosted runner. */
  runAction(step: StepRequest): Promise<StepResult>;
  /** Removes the job's own folders. */
  close(): Promise<void>;
};

const maxOutputBytes = 1024 * 1024;

type Job = {
  readonly root: string;
  readonly options: RunnerOptions;
  readonly context: JobContext;
  readonly gateId: number | undefined;
  readonly env: Record<string, string>;
  readonly path: string[];
  steps: number;
};

/** Starts a job; its steps run one after another. */
export async function createRunner(options: RunnerOptions): Promise<Runner> {
  const root = await mkdtemp(join(tmpdir(), "slipway-job-"));
  const temp = join(root, "temp");
  const home = join(root, "home");
  const toolCache = options.toolCache ?? join(root, "tools");
  for (const folder of [temp, home, toolCache]) await mkdir(folder, { recursive: true });
  await writeFile(join(root, "event.json"), JSON.stringify(options.event ?? {}));
  const context: JobContext = {
    github: options.github,
    repository: options.repository,
    workspace: options.workspace,
    temp,
    toolCache,
    home,
    eventName: options.eventName ?? "push",
    sha: options.sha,
    ref: options.ref ?? "refs/heads/main",
    headRef: options.headRef ?? "",
    baseRef: options.baseRef ?? "",
    actor: options.actor ?? "octocat",
    runId: options.runId,
    runAttempt: options.runAttempt ?? 1,
    runNumber: 1,
    workflow: options.workflow ?? "model",
    job: options.job ?? "model",
  };
  const gateId = enterEnvironment(options, context);
  const job: Job = { root, options, context, gateId, env: {}, path: [], steps: 0 };
  return {
    temp,
    gateId,
    runAction: (step) => runStep(job, step),
    close: () => rm(root, { recursive: true, force: true }),
  };
}

async function runStep(job: Job, step: StepRequest): Promise<StepResult> {
  demandEntry(job);
  job.steps += 1;
  const root = job.options.actionsDirectory ?? resolve(import.meta.dirname, "../../../../actions");
  const folder = join(root, step.action);
  const metadata = await readActionMetadata(folder, expressions(job, step));
  const inputs = Object.entries({ ...metadata.defaults, ...step.inputs });
  const files = await createStepFiles(join(job.root, `step-${job.steps}`));
  const base = {
    ...runnerEnvironment(job.context),
    ...identityEnvironment(job.options, job.context),
    ...job.env,
  };
  const script = {
    script: metadata.main,
    directory: job.context.workspace,
    timeoutMs: step.timeoutMs ?? 120_000,
    env: {
      ...base,
      PATH: [...job.path, base["PATH"] ?? ""].join(delimiter),
      GITHUB_EVENT_PATH: join(job.root, "event.json"),
      GITHUB_ACTION: `__${step.action}`,
      GITHUB_ACTION_PATH: folder,
      ...Object.fromEntries(stepFileNames.map((name) => [`GITHUB_${name}`, files[name]] as const)),
      ...Object.fromEntries(inputs.map(([name, value]) => [inputVariable(name), value] as const)),
      ...step.env,
    },
  };
  const { killAt } = step;
  const end = await (killAt === undefined
    ? runScript(script)
    : runKilledAt(script, killAt, job.options.github));
  if (killAt !== undefined && end.wasKilled) await emptyStepFiles(files);
  const unknown = Object.keys(step.inputs ?? {}).filter((name) => !(name in metadata.defaults));
  const result = await readStepResult(files, end, step.token === undefined ? [] : [step.token]);
  const outputBytes = Object.entries(result.outputs).join("").length * 2;
  const undeclared = Object.keys(result.outputs).filter((name) => !metadata.outputs.includes(name));
  const warnings = [
    ...unknown.map((name) => `the input ${name} is not declared in action.yml`),
    ...undeclared.map((name) => `the output ${name} is not declared in action.yml`),
    ...(outputBytes > maxOutputBytes ? [`outputs of ${outputBytes} bytes are over 1 MB`] : []),
  ];
  Object.assign(job.env, parseFileCommands(await readFile(files.ENV, "utf8")));
  const added = (await readFile(files.PATH, "utf8")).split(/\r?\n/).filter((line) => line !== "");
  job.path.unshift(...added.toReversed());
  return { ...result, cut: [...warnings, ...result.cut] };
}

function expressions(job: Job, step: StepRequest): Readonly<Record<string, string>> {
  const { context } = job;
  return {
    "github.token": step.token ?? "",
    "github.sha": context.sha,
    "github.ref": context.ref,
    "github.repository": context.repository,
    "github.workspace": context.workspace,
    "github.run_id": String(context.runId),
    "github.job": context.job,
    "runner.temp": context.temp,
  };
}
