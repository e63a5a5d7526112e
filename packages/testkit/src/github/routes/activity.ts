import { nodeId, type Schemas } from "../bodies/schemas.ts";
import { userBody } from "../bodies/user.ts";
import { type FakeActivity } from "../branch-watch.ts";
import { type Answer, type Call, type Route } from "../call.ts";
import { reads } from "../need.ts";
import { GitHubProblem } from "../problem.ts";

type Kind = Schemas["activity"]["activity_type"];

const periodDays = new Map([
  ["day", 1],
  ["week", 7],
  ["month", 31],
  ["quarter", 92],
  ["year", 366],
]);

/** What GitHub remembers of pushes to branches, newest first, with cursors instead of page numbers. */
export const activityRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/activity",
    need: reads("contents"),
    handle: listActivity,
  },
];

function listActivity(call: Call): Answer {
  const { query } = call;
  const { fullName, activities } = call.repository();
  const ref = query.get("ref");
  const since = sinceOf(call);
  const items = activities.filter((one) => {
    if (ref !== null && one.ref !== ref && one.ref !== `refs/heads/${ref}`) return false;
    if (new Date(one.timestamp).getTime() < since) return false;
    const kind = query.get("activity_type");
    const actor = query.get("actor");
    return (kind === null || kind === kindOf(call, one)) && (actor === null || actor === one.actor);
  });
  if (query.get("direction") !== "asc") items.reverse();
  const perPage = Math.min(100, Math.max(1, Number(query.get("per_page") ?? "30") || 30));
  const position = (name: string): number | undefined => {
    const cursor = query.get(name);
    if (cursor === null || cursor === "") return undefined;
    const index = items.findIndex((one) => cursorOf(one) === cursor);
    if (index < 0) throw new GitHubProblem(422, "Invalid cursor");
    return index;
  };
  const before = position("before");
  const after = position("after");
  const start = after === undefined ? Math.max(0, (before ?? 0) - perPage) : after + 1;
  const page = items.slice(start, Math.min(start + perPage, before ?? Infinity));
  const link = (rel: string, name: string, one: FakeActivity | undefined): string => {
    const target = new URLSearchParams(query);
    for (const old of ["before", "after"]) target.delete(old);
    if (one !== undefined) target.set(name, cursorOf(one));
    return `<${call.core.apiUrl}/repos/${fullName}/activity?${target.toString()}>; rel="${rel}"`;
  };
  const links = [
    ...(start + page.length < items.length ? [link("next", "after", page.at(-1))] : []),
    ...(start > 0 ? [link("prev", "before", page[0])] : []),
  ];
  const json = page.map((one) => activityBody(call, one));
  return { status: 200, json, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}

function sinceOf(call: Call): number {
  const period = call.query.get("time_period");
  if (period === null) return 0;
  const days = periodDays.get(period);
  if (days === undefined) throw new GitHubProblem(422, "Invalid time_period");
  return call.core.now().getTime() - days * 86_400_000;
}

function cursorOf({ id }: FakeActivity): string {
  return Buffer.from(`activity:${id}`).toString("base64url");
}

function kindOf(call: Call, { kind, ref, after }: FakeActivity): Kind {
  const isMerge = call.repository().pulls.some((pull) => {
    return pull.mergeCommitSha === after && ref === `refs/heads/${pull.baseRef}`;
  });
  return isMerge && kind === "push" ? "pr_merge" : kind;
}

function activityBody(call: Call, activity: FakeActivity): Schemas["activity"] {
  const { id, before, after, ref } = activity;
  return {
    id,
    node_id: nodeId("PushEvent", id),
    before,
    after,
    ref,
    timestamp: activity.timestamp,
    activity_type: kindOf(call, activity),
    actor: userBody(call.core, call.state, activity.actor),
  };
}
