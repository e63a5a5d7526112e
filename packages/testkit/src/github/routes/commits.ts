import { changeBody, commitBody } from "../bodies/commit.ts";
import { type Schemas } from "../bodies/schemas.ts";
import { gitDirectory, ok, param, type Answer, type Call, type Route } from "../call.ts";
import { changedFiles } from "../git-changes.ts";
import { countCommits, mergeBase, readCommits, resolveRef, type GitCommit } from "../git-store.ts";
import { reads } from "../need.ts";
import { pageOf } from "../paging.ts";
import { GitHubProblem, notFound } from "../problem.ts";

const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** Commits and comparisons, read from git. */
export const commitRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}",
    need: reads("contents"),
    handle: getCommit,
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/compare/{basehead}",
    need: reads("contents"),
    handle: compare,
  },
];

async function getCommit(call: Call): Promise<Answer> {
  const directory = gitDirectory(call);
  const ref = param(call, "ref");
  const sha = await resolveRef(directory, ref);
  if (sha === null) throw new GitHubProblem(422, `No commit found for SHA: ${ref}`);
  const commit = await readOne(directory, sha);
  const files = await changedFiles(directory, commit.parents[0] ?? emptyTree, sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const body: Schemas["commit"] = {
    ...commitBody(call, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => changeBody(call, sha, file)),
  };
  return ok(body);
}

async function readOne(directory: string, sha: string): Promise<GitCommit> {
  const [commit] = await readCommits(directory, ["-1", sha]);
  if (commit === undefined) throw notFound();
  return commit;
}

async function compare(call: Call): Promise<Answer> {
  const directory = gitDirectory(call);
  const basehead = param(call, "basehead");
  const [left = "", right = ""] = basehead.split("...");
  const base = await resolveSide(call, left);
  const head = await resolveSide(call, right);
  const start = await mergeBase(directory, base, head);
  if (start === null)
    throw new GitHubProblem(404, `No common ancestor between ${left} and ${right}.`);
  const ahead = await countCommits(directory, `${base}..${head}`);
  const behind = await countCommits(directory, `${head}..${base}`);
  const commits = await readCommits(directory, ["--reverse", `${base}..${head}`]);
  const api = `/repos/${call.repository().fullName}/compare/${encodeURIComponent(basehead)}`;
  const page = pageOf(call, api, commits);
  const isFirst = ["0", "1", null].includes(call.query.get("page"));
  const files = isFirst ? await changedFiles(directory, start, head) : [];
  const html = `${call.core.serverUrl}/${call.repository().fullName}/compare`;
  const body: Schemas["commit-comparison"] = {
    url: `${call.core.apiUrl}${api}`,
    html_url: `${html}/${basehead}`,
    permalink_url: `${html}/${base.slice(0, 7)}...${head.slice(0, 7)}`,
    diff_url: `${html}/${basehead}.diff`,
    patch_url: `${html}/${basehead}.patch`,
    base_commit: commitBody(call, await readOne(directory, base)),
    merge_base_commit: commitBody(call, await readOne(directory, start)),
    status: relation(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: page.items.map((commit) => commitBody(call, commit)),
    files: files.map((file) => changeBody(call, head, file)),
  };
  return { status: 200, json: body, headers: page.headers };
}

// "owner:branch" names a branch of a fork; its commits have to be in the repository too, as GitHub has them.
async function resolveSide(call: Call, side: string): Promise<string> {
  const colon = side.indexOf(":");
  const fork = [...call.state.repositories.values()].find((one) => {
    return colon > 0 && one.owner === side.slice(0, colon) && one.gitDirectory !== null;
  });
  const directory = fork?.gitDirectory ?? gitDirectory(call);
  const sha = await resolveRef(directory, side.slice(colon + 1));
  if (sha === null) throw notFound();
  return sha;
}

function relation(ahead: number, behind: number): Schemas["commit-comparison"]["status"] {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
