import { UserError } from "@slipway/kernel";
import type { DeploymentRecord, Deployments, NewDeployment } from "@slipway/ports";
import { z } from "zod";
import { ask, askAll } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { isSameEnvironment } from "./environment-gate.ts";
import { hasStatus, isUncertain, type Attempt } from "./translate-error.ts";

const task = "slipway";
const longestDescription = 140;

const count = z.int().min(0);
const payloadSchema = z.object({
  entry: count,
  size: count,
  root: z.string().regex(/^[0-9a-f]{64}$/),
});

const deploymentAnswer = z.object({
  id: count,
  sha: z.string(),
  environment: z.string(),
  task: z.string(),
  url: z.string(),
  payload: z.unknown(),
});

const statusAnswer = z.object({ id: count, state: z.string().min(1) });

const common = { missing: "the deployment or the repository", code: "SW3111" as const };
const reading: Attempt = {
  ...common,
  doing: "read the deployments",
  permissions: ["deployments: read"],
};
const writing: Attempt = {
  ...common,
  doing: "record the deployment",
  permissions: ["deployments: write"],
};

/**
 * The deployments of one repository whose task is `slipway`; others, and those whose payload is not Slipway's, are
 * overlooked. GitHub itself may call one inactive once a job with that environment has ended.
 */
export function githubDeployments(connection: Connection): Deployments {
  return {
    list: async (environment, limit) => {
      const records: DeploymentRecord[] = [];
      for await (const found of slipwayDeployments(connection, environment)) {
        if (records.length >= limit) break;
        records.push(found);
      }
      return records;
    },
    demandWritable: () => demandWritable(connection),
    create: (deployment) => create(connection, deployment),
    succeed: (id, facts) => succeed(connection, id, facts),
  };
}

async function* slipwayDeployments(
  connection: Connection,
  environment: string,
): AsyncGenerator<DeploymentRecord> {
  const { octokit, owner, repo } = connection;
  const query = { owner, repo, environment, task, per_page: 100 };
  const send = () => octokit.rest.repos.listDeployments(query);
  const listed = askAll(connection, { attempt: reading, answer: deploymentAnswer, send });
  for await (const found of listed) {
    const payload = payloadSchema.safeParse(plainPayload(found.payload));
    const isMeant = found.task === task && isSameEnvironment(found.environment, environment);
    if (isMeant && payload.success) yield recordOf(found, payload.data);
  }
}

function plainPayload(payload: unknown): unknown {
  if (typeof payload !== "string") return payload;
  try {
    return JSON.parse(payload);
  } catch {
    // Anybody may have stored any text there.
    return undefined;
  }
}

function recordOf(
  { id, environment, sha, url }: z.output<typeof deploymentAnswer>,
  { entry, size, root }: z.output<typeof payloadSchema>,
): DeploymentRecord {
  return { id, environment, commit: sha, url, entry, size, root };
}

async function newestState(connection: Connection, id: number): Promise<string | undefined> {
  const { octokit, owner, repo } = connection;
  const query = { owner, repo, deployment_id: id, per_page: 100 };
  const send = () => octokit.rest.repos.listDeploymentStatuses(query);
  let newest: z.output<typeof statusAnswer> | undefined;
  const listed = askAll(connection, { attempt: reading, answer: statusAnswer, send });
  for await (const status of listed) if (status.id >= (newest?.id ?? 0)) newest = status;
  return newest?.state;
}

async function create(
  connection: Connection,
  deployment: NewDeployment,
): Promise<DeploymentRecord> {
  const { octokit, owner, repo } = connection;
  const { environment, commit, entry, size, root, model, version, digest } = deployment;
  const send = () =>
    octokit.rest.repos.createDeployment({
      owner,
      repo,
      ref: commit,
      task,
      // GitHub would merge the default branch into it, and wait for checks that have nothing to do with it.
      auto_merge: false,
      required_contexts: [],
      payload: { model, version, digest, entry, size, root },
      environment,
      description: shortened(deployment.description),
      request: { retries: 0 },
    });
  const known = async (): Promise<DeploymentRecord | undefined> => {
    for await (const found of slipwayDeployments(connection, environment))
      if (found.entry === entry && found.root === root) return found;
    return undefined;
  };
  const post = async (): Promise<DeploymentRecord> =>
    recordOf(await ask({ attempt: writing, answer: deploymentAnswer, send }), deployment);
  return once(post, known);
}

/**
 * No deployment has the number 0: a token that may record a status is told that it is not there, one that may not is
 * refused. Where GitHub looks for the deployment first, nothing is known, and the refusal comes later.
 */
async function demandWritable({ octokit, owner, repo }: Connection): Promise<void> {
  const status = { owner, repo, deployment_id: 0, state: "success" } as const;
  const send = () =>
    octokit.rest.repos.createDeploymentStatus({ ...status, request: { retries: 0 } });
  try {
    await ask({ attempt: writing, answer: z.unknown(), send });
  } catch (error) {
    if (!(error instanceof UserError && hasStatus(error.cause, 404, 422))) throw error;
  }
}

async function succeed(
  connection: Connection,
  id: number,
  { description, logUrl }: Parameters<Deployments["succeed"]>[1],
): Promise<void> {
  const { octokit, owner, repo } = connection;
  const send = () =>
    octokit.rest.repos.createDeploymentStatus({
      owner,
      repo,
      deployment_id: id,
      state: "success",
      description: shortened(description),
      ...(logUrl === undefined ? {} : { log_url: logUrl }),
      // Models share environments: one that succeeds takes nothing from the others.
      auto_inactive: false,
      request: { retries: 0 },
    });
  // An inactive one was replaced: a new status would bring it back.
  const known = async () =>
    ["success", "inactive"].includes((await newestState(connection, id)) ?? "") || undefined;
  if (await known()) return;
  await once(() => ask({ attempt: writing, answer: statusAnswer, send }), known);
}

/** A repeated POST would record twice, so it is not repeated before a look at what is there. */
async function once<T, U>(
  post: () => Promise<T>,
  known: () => Promise<U | undefined>,
): Promise<T | U> {
  try {
    return await post();
  } catch (error) {
    if (!(error instanceof UserError && isUncertain(error.cause))) throw error;
    return (await known()) ?? post();
  }
}

/** GitHub refuses longer ones. */
function shortened(text: string): string {
  if (text.length <= longestDescription) return text;
  const cut = text.slice(0, longestDescription - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
