import { loginOfEmail } from "../accounts.ts";
import { type Call } from "../call.ts";
import { type GitChange } from "../git-changes.ts";
import { type GitCommit } from "../git-store.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** A commit as the commits endpoints show it; an address that no account verified leads to no account. */
export function commitBody(call: Call, commit: GitCommit): Schemas["commit"] {
  const fullName = call.repository().fullName;
  const api = `${call.core.apiUrl}/repos/${fullName}`;
  const html = `${call.core.serverUrl}/${fullName}/commit`;
  return {
    url: `${api}/commits/${commit.sha}`,
    sha: commit.sha,
    node_id: nodeId("Commit", commit.sha),
    html_url: `${html}/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification: verificationOf(call, commit),
    },
    author: account(call, commit.author.email),
    committer: account(call, commit.committer.email),
    parents: commit.parents.map((sha) => {
      return { sha, url: `${api}/commits/${sha}`, html_url: `${html}/${sha}` };
    }),
  };
}

function account(call: Call, email: string): Schemas["simple-user"] | null {
  const login = loginOfEmail(call.state, email);
  return login === null ? null : userBody(call.core, call.state, login);
}

// The signature itself is GitHub's secret: the fake tells only that there is one.
function verificationOf(call: Call, { sha }: GitCommit) {
  const signedAt = call.repository().signedCommits.get(sha);
  const text = { signature: null, payload: null };
  return signedAt === undefined
    ? { verified: false, reason: "unsigned", ...text, verified_at: null }
    : { verified: true, reason: "valid", ...text, verified_at: signedAt };
}

/** A commit as the git database shows it. */
export function gitCommitBody(call: Call, commit: GitCommit): Schemas["git-commit"] {
  const fullName = call.repository().fullName;
  const api = `${call.core.apiUrl}/repos/${fullName}/git`;
  const html = `${call.core.serverUrl}/${fullName}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => {
      return { sha, url: `${api}/commits/${sha}`, html_url: `${html}/${sha}` };
    }),
    verification: verificationOf(call, commit),
  };
}

/** One changed file of a commit, a comparison or a pull request. */
export function changeBody(call: Call, commit: string, change: GitChange): Schemas["diff-entry"] {
  const fullName = call.repository().fullName;
  const path = change.path.split("/").map(encodeURIComponent).join("/");
  const html = `${call.core.serverUrl}/${fullName}`;
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${html}/blob/${commit}/${path}`,
    raw_url: `${html}/raw/${commit}/${path}`,
    contents_url: `${call.core.apiUrl}/repos/${fullName}/contents/${path}?ref=${commit}`,
    ...(change.patch === null ? {} : { patch: change.patch }),
    ...(change.previousPath === null ? {} : { previous_filename: change.previousPath }),
  };
}
