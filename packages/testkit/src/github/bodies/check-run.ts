import { type Call } from "../call.ts";
import { type FakeCheckRun } from "../state.ts";
import { actionsApp } from "./app.ts";
import { nodeId, type Schemas } from "./schemas.ts";

type Body = Schemas["check-run"];

const statuses = ["queued", "in_progress", "completed", "waiting", "requested", "pending"] as const;
const conclusions = [
  "success",
  "failure",
  "neutral",
  "cancelled",
  "skipped",
  "timed_out",
  "action_required",
] as const;

/** The status as GitHub knows it, or `undefined`. */
export function checkStatus(text: string): Body["status"] | undefined {
  return statuses.find((status) => status === text);
}

/** The conclusion as GitHub knows it, or `undefined`. */
export function checkConclusion(text: string): NonNullable<Body["conclusion"]> | undefined {
  return conclusions.find((conclusion) => conclusion === text);
}

/** A check run; its annotations are counted, not listed, as on GitHub. */
export function checkRunBody(call: Call, run: FakeCheckRun): Body {
  const { core } = call;
  const fullName = call.repository().fullName;
  const url = `${core.apiUrl}/repos/${fullName}/check-runs/${run.id}`;
  const html = `${core.serverUrl}/${fullName}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId("CheckRun", run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: html,
    details_url: run.detailsUrl === "" ? html : run.detailsUrl,
    status: checkStatus(run.status) ?? "queued",
    conclusion: run.conclusion === null ? null : (checkConclusion(run.conclusion) ?? null),
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: 1 },
    app: actionsApp(core, call.state),
    pull_requests: [],
  };
}
