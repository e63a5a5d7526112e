import { textAt } from "../../http/json.ts";
import { minimalRepositoryBody } from "../bodies/repository.ts";
import { nodeId, type Schemas } from "../bodies/schemas.ts";
import { userBody } from "../bodies/user.ts";
import { created, gitDirectory, ok, param, type Answer, type Call, type Route } from "../call.ts";
import { resolveRef } from "../git-store.ts";
import { reads, writes } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { GitHubProblem, invalidField } from "../problem.ts";
import { takeId, type FakeStatus } from "../state.ts";
import { timestamp } from "../timestamp.ts";

const maxDescriptionCharacters = 140;

/** Commit statuses. */
export const statusRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/statuses/{sha}",
    need: writes("statuses"),
    handle: createStatus,
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/statuses",
    need: reads("statuses"),
    handle: async (call) => {
      const { sha, statuses } = await statusesOf(call);
      const path = `/repos/${call.repository().fullName}/commits/${sha}/statuses`;
      return listAnswer(call, path, { items: statuses, render: (one) => statusBody(call, one) });
    },
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/status",
    need: reads("statuses"),
    handle: combinedStatus,
  },
];

async function createStatus(call: Call): Promise<Answer> {
  const state = textAt(call.body, "state") ?? "";
  const description = textAt(call.body, "description") ?? null;
  if (!["error", "failure", "pending", "success"].includes(state)) {
    throw invalidField("Status", "state", "is not included in the list");
  }
  if (description !== null && description.length > maxDescriptionCharacters) {
    const limit = `(maximum is ${maxDescriptionCharacters} characters)`;
    throw invalidField("Status", "description", `description is too long ${limit}`);
  }
  const sha = await commitOf(call, param(call, "sha"));
  const status: FakeStatus = {
    id: takeId(call.state),
    sha,
    state,
    context: textAt(call.body, "context") ?? "default",
    description,
    targetUrl: textAt(call.body, "target_url") ?? null,
    author: call.caller.login,
    createdAt: timestamp(call.core.now()),
  };
  call.repository().statuses.push(status);
  return created(statusBody(call, status));
}

async function commitOf(call: Call, ref: string): Promise<string> {
  const sha = await resolveRef(gitDirectory(call), ref);
  if (sha === null) throw new GitHubProblem(422, `No commit found for SHA: ${ref}`);
  return sha;
}

async function statusesOf(
  call: Call,
): Promise<{ readonly sha: string; readonly statuses: readonly FakeStatus[] }> {
  const sha = await commitOf(call, param(call, "ref"));
  const statuses = call.repository().statuses.filter((status) => status.sha === sha);
  return { sha, statuses: statuses.reverse() };
}

async function combinedStatus(call: Call): Promise<Answer> {
  const { sha, statuses } = await statusesOf(call);
  const latest = statuses.filter((status) => {
    return !statuses.some((other) => other.context === status.context && other.id > status.id);
  });
  const { core, state } = call;
  const repository = call.repository();
  const url = `${core.apiUrl}/repos/${repository.fullName}/commits/${sha}`;
  const body: Schemas["combined-commit-status"] = {
    state: combine(latest.map((status) => status.state)),
    statuses: latest.map((status) => simpleStatusBody(call, status)),
    sha,
    total_count: latest.length,
    repository: minimalRepositoryBody(core, state, repository),
    commit_url: url,
    url: `${url}/status`,
  };
  return ok(body);
}

function combine(states: readonly string[]): string {
  if (states.some((state) => state === "error" || state === "failure")) return "failure";
  return states.length === 0 || states.includes("pending") ? "pending" : "success";
}

function statusBody(call: Call, status: FakeStatus): Schemas["status"] {
  const creator = userBody(call.core, call.state, status.author);
  return { ...simpleStatusBody(call, status), creator };
}

// The return type is inferred: it is a part of two of GitHub's schemas.
function simpleStatusBody(call: Call, status: FakeStatus) {
  const { core, state } = call;
  return {
    url: `${core.apiUrl}/repos/${call.repository().fullName}/statuses/${status.sha}`,
    avatar_url: userBody(core, state, status.author).avatar_url,
    id: status.id,
    node_id: nodeId("Status", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}
