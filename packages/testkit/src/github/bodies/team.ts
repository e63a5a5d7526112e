import { type FakeCore } from "../call.ts";
import { type FakeMember, type FakeTeam } from "../delivery-state.ts";
import { userOf, type FakeState } from "../state.ts";
import { nodeId, type Schemas } from "./schemas.ts";

/** A team as it stands among the reviewers of an environment. */
export function teamBody(core: FakeCore, state: FakeState, team: FakeTeam): Schemas["team"] {
  const organization = userOf(state, team.org).id;
  const url = `${core.apiUrl}/organizations/${organization}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId("Team", team.id),
    name: team.slug,
    slug: team.slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "pull",
    url,
    html_url: `${core.serverUrl}/orgs/${team.org}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    organization_id: organization,
    parent: null,
  };
}

/** How a person belongs to a team. */
export function membershipBody(
  core: FakeCore,
  state: FakeState,
  { team, member }: { readonly team: FakeTeam; readonly member: FakeMember },
): Schemas["team-membership"] {
  const organization = userOf(state, team.org).id;
  const url = `${core.apiUrl}/organizations/${organization}/team/${team.id}/memberships`;
  return { url: `${url}/${member.login}`, role: member.role, state: member.state };
}
