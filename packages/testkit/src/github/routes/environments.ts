import { environmentBody } from "../bodies/environment.ts";
import { ok, param, type Answer, type Call, type Route } from "../call.ts";
import { findEnvironment } from "../environments.ts";
import { reads } from "../need.ts";
import { pageOf } from "../paging.ts";
import { notFound } from "../problem.ts";

const all = "/repos/{owner}/{repo}/environments";

/** Environments and the rules that protect them. */
export const environmentRoutes: readonly Route[] = [
  { method: "GET", path: all, need: reads("actions"), handle: listEnvironments },
  {
    method: "GET",
    path: `${all}/{environment_name}`,
    need: reads("actions"),
    handle: (call) => {
      const environment = findEnvironment(call.repository(), param(call, "environment_name"));
      if (environment === undefined) throw notFound();
      return ok(environmentBody(call, environment));
    },
  },
];

function listEnvironments(call: Call): Answer {
  const { fullName, environments } = call.repository();
  const items = environments.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const page = pageOf(call, `/repos/${fullName}/environments`, items);
  const bodies = page.items.map((environment) => environmentBody(call, environment));
  const json = { total_count: items.length, environments: bodies };
  return { status: 200, json, headers: page.headers };
}
