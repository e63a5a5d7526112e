import { membershipBody } from "../bodies/team.ts";
import { userBody } from "../bodies/user.ts";
import { ok, param, type Answer, type Call, type Route } from "../call.ts";
import { type FakeTeam } from "../delivery-state.ts";
import { reads } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { notFound } from "../problem.ts";

const one = "/orgs/{org}/teams/{team_slug}";

/** Who belongs to a team: an organisation's matter, so no workflow's own token may ask. */
export const teamRoutes: readonly Route[] = [
  {
    method: "GET",
    path: `${one}/memberships/{username}`,
    need: reads("members"),
    handle: getMembership,
  },
  { method: "GET", path: `${one}/members`, need: reads("members"), handle: listMembers },
];

function findTeam(call: Call): FakeTeam {
  const team = call.state.teams.get(`${param(call, "org")}/${param(call, "team_slug")}`);
  if (team === undefined) throw notFound();
  return team;
}

function getMembership(call: Call): Answer {
  const team = findTeam(call);
  const member = team.members.find((candidate) => candidate.login === param(call, "username"));
  if (member === undefined) throw notFound();
  return ok(membershipBody(call.core, call.state, { team, member }));
}

function listMembers(call: Call): Promise<Answer> {
  const team = findTeam(call);
  const role = call.query.get("role") ?? "all";
  const items = team.members.filter((member) => {
    return member.state === "active" && (role === "all" || role === member.role);
  });
  const path = `/orgs/${team.org}/teams/${team.slug}/members`;
  const render = ({ login }: (typeof items)[number]) => userBody(call.core, call.state, login);
  return listAnswer(call, path, { items, render });
}
