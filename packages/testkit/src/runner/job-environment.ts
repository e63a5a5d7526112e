import { type JobContext } from "./runner-environment.ts";
import { type RunnerOptions } from "./runner-options.ts";

/** Lets a job arrive at the environment that it names, unless it has; returns the id under which it stands there. */
export function enterEnvironment(
  options: RunnerOptions,
  { github, repository, runId, runAttempt, job }: JobContext,
): number | undefined {
  const { environment, withoutDeployment } = options;
  if (environment === undefined) return undefined;
  const known = github.state.repositories.get(repository)?.gates.find((gate) => {
    const isSame = gate.environment.toLowerCase() === environment.toLowerCase();
    return isSame && gate.runId === runId && gate.attempt === runAttempt && gate.job === job;
  });
  const deployment = withoutDeployment !== true;
  const gate =
    known ?? github.enterEnvironment(repository, runId, { environment, job, deployment });
  return gate.id;
}

/** @throws Error where the job waits for its environment, or was turned away */
export function demandEntry(job: {
  readonly context: JobContext;
  readonly gateId: number | undefined;
}): void {
  const { context, gateId } = job;
  if (gateId === undefined) return;
  const { state, environment } = context.github.gate(context.repository, gateId);
  if (state === "open" || state === "bypassed") return;
  throw new Error(`no step of ${context.job} runs: ${environment} has it ${state}`);
}

/** The variables with which a job that has `id-token: write` asks for its identity. */
export function identityEnvironment(
  options: RunnerOptions,
  context: JobContext,
): Record<string, string> {
  if (options.idToken !== true) return {};
  const { environment } = options;
  const request = context.github.identity({
    ...context,
    ...(environment === undefined ? {} : { environment }),
  });
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: request.url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: request.token,
  };
}
