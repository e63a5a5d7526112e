import { isRecord, textAt } from "../../http/json.ts";
import { deploymentBody } from "../bodies/deployment.ts";
import { created, gitDirectory, ok, type Answer, type Call, type Route } from "../call.ts";
import { recordDeployment } from "../deployments.ts";
import { mergeDefaultBranch } from "../merge-branch.ts";
import { resolveRef } from "../git-store.ts";
import { reads, writes } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { GitHubProblem } from "../problem.ts";
import { contextsOf, type CommitContext } from "../required-contexts.ts";
import { timestamp } from "../timestamp.ts";
import { findDeployment } from "./deployment-statuses.ts";

const all = "/repos/{owner}/{repo}/deployments";

/** Deployments, newest first. */
export const deploymentRoutes: readonly Route[] = [
  { method: "GET", path: all, need: reads("deployments"), handle: listDeployments },
  { method: "POST", path: all, need: writes("deployments"), handle: createDeployment },
  {
    method: "GET",
    path: `${all}/{deployment_id}`,
    need: reads("deployments"),
    handle: (call) => ok(deploymentBody(call, findDeployment(call))),
  },
];

function listDeployments(call: Call): Promise<Answer> {
  const { fullName, deployments } = call.repository();
  const items = deployments.filter((deployment) => {
    return (["environment", "task", "sha", "ref"] as const).every((name) => {
      const wanted = call.query.get(name);
      return wanted === null || wanted === deployment[name];
    });
  });
  return listAnswer(call, `/repos/${fullName}/deployments`, {
    items: items.toReversed(),
    render: (deployment) => deploymentBody(call, deployment),
  });
}

async function createDeployment(call: Call): Promise<Answer> {
  const { body, caller, state } = call;
  const ref = textAt(body, "ref");
  if (ref === undefined)
    throw new GitHubProblem(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
  const sha = await resolveRef(gitDirectory(call), ref);
  if (sha === null) throw new GitHubProblem(422, `No ref found for: ${ref}`);
  if (body["auto_merge"] !== false) {
    const merged = await mergeDefaultBranch(call, ref);
    if (merged !== null) return { status: 202, json: { message: merged } };
  }
  demandContexts(call, ref, sha);
  const payload = body["payload"];
  const isProduction = body["production_environment"];
  const environment = textAt(body, "environment") ?? "production";
  const place = { state, repository: call.repository(), at: timestamp(call.core.now()) };
  const deployment = recordDeployment(place, {
    sha,
    ref,
    environment,
    task: textAt(body, "task") ?? "deploy",
    payload: isRecord(payload) || typeof payload === "string" ? payload : {},
    description: textAt(body, "description") ?? null,
    creator: caller.login,
    isByApp: caller.kind !== "user",
    isTransient: body["transient_environment"] === true,
    ...(typeof isProduction === "boolean" ? { isProduction } : {}),
  });
  return created(deploymentBody(call, deployment));
}

function demandContexts(call: Call, ref: string, sha: string): void {
  const wanted = call.body["required_contexts"];
  const found = contextsOf(call.repository(), sha);
  const missing = (context: unknown): CommitContext => {
    return { context: String(context), state: "expected" };
  };
  const demanded = Array.isArray(wanted)
    ? wanted.map((name) => found.find(({ context }) => context === name) ?? missing(name))
    : found;
  if (demanded.every(({ state }) => state === "success")) return;
  throw new GitHubProblem(409, `Conflict: Commit status checks failed for ${ref}.`, {
    errors: [
      { contexts: found, resource: "Deployment", field: "required_contexts", code: "invalid" },
    ],
  });
}
