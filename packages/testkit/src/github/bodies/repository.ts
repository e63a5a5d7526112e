import { type FakeCore } from "../call.ts";
import { type FakeRepository, type FakeState } from "../state.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** A repository as it stands inside workflow runs and statuses. */
export function minimalRepositoryBody(
  core: FakeCore,
  state: FakeState,
  repository: FakeRepository,
): Schemas["minimal-repository"] {
  return commonBody(core, state, repository);
}

/** A repository as it stands inside pull requests. */
export function repositoryBody(
  core: FakeCore,
  state: FakeState,
  repository: FakeRepository,
): Schemas["repository"] {
  const html = `${core.serverUrl}/${repository.fullName}`;
  const openPulls = repository.pulls.filter((pull) => pull.state === "open").length;
  return {
    ...commonBody(core, state, repository),
    git_url: `git:${html.slice(html.indexOf("//"))}.git`,
    ssh_url: `git@${new URL(html).hostname}:${repository.fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    default_branch: repository.defaultBranch,
    open_issues: openPulls,
    open_issues_count: openPulls,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- GitHub's description still requires it
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: repository.isPrivate ? "private" : "public",
    license: null,
    pushed_at: repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
  };
}

/** A repository as it stands alone. */
export function fullRepositoryBody(
  core: FakeCore,
  state: FakeState,
  repository: FakeRepository,
): Schemas["full-repository"] {
  return {
    ...repositoryBody(core, state, repository),
    pushed_at: repository.createdAt,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    has_discussions: false,
    license: null,
    network_count: 0,
    subscribers_count: 0,
  };
}

// The return type is inferred: it is a part of three of GitHub's schemas.
function commonBody(core: FakeCore, state: FakeState, repository: FakeRepository) {
  const api = `${core.apiUrl}/repos/${repository.fullName}`;
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.isPrivate,
    owner: userBody(core, state, repository.owner),
    html_url: `${core.serverUrl}/${repository.fullName}`,
    description: null,
    fork: repository.forkOf !== null,
    url: api,
    forks_url: `${api}/forks`,
    keys_url: `${api}/keys{/key_id}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    teams_url: `${api}/teams`,
    hooks_url: `${api}/hooks`,
    issue_events_url: `${api}/issues/events{/number}`,
    events_url: `${api}/events`,
    assignees_url: `${api}/assignees{/user}`,
    branches_url: `${api}/branches{/branch}`,
    tags_url: `${api}/tags`,
    blobs_url: `${api}/git/blobs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    trees_url: `${api}/git/trees{/sha}`,
    statuses_url: `${api}/statuses/{sha}`,
    languages_url: `${api}/languages`,
    stargazers_url: `${api}/stargazers`,
    contributors_url: `${api}/contributors`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    commits_url: `${api}/commits{/sha}`,
    git_commits_url: `${api}/git/commits{/sha}`,
    comments_url: `${api}/comments{/number}`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    contents_url: `${api}/contents/{+path}`,
    compare_url: `${api}/compare/{base}...{head}`,
    merges_url: `${api}/merges`,
    archive_url: `${api}/{archive_format}{/ref}`,
    downloads_url: `${api}/downloads`,
    issues_url: `${api}/issues{/number}`,
    pulls_url: `${api}/pulls{/number}`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    labels_url: `${api}/labels{/name}`,
    releases_url: `${api}/releases{/id}`,
    deployments_url: `${api}/deployments`,
  };
}
