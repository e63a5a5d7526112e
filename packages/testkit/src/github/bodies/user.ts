import { type FakeCore } from "../call.ts";
import { userOf, type FakeState } from "../state.ts";
import { nodeId, type Schemas } from "./schemas.ts";

/** The account of a login as it stands inside other bodies. */
export function userBody(core: FakeCore, state: FakeState, login: string): Schemas["simple-user"] {
  const user = userOf(state, login);
  const api = `${core.apiUrl}/users/${encodeURIComponent(login)}`;
  return {
    login,
    id: user.id,
    node_id: nodeId("User", user.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    gravatar_id: "",
    url: api,
    html_url: `${core.serverUrl}/${encodeURIComponent(login.replace(/\[bot\]$/, ""))}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    site_admin: false,
  };
}

/** The account of the caller. */
export function callerBody(
  core: FakeCore,
  state: FakeState,
  login: string,
): Schemas["public-user"] {
  const since = "2020-01-01T00:00:00Z";
  return {
    ...userBody(core, state, login),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  };
}
