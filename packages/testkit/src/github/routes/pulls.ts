import { changeBody, commitBody } from "../bodies/commit.ts";
import { pullBody, pullEnds, pullSimpleBody } from "../bodies/pull.ts";
import {
  gitDirectory,
  numberParam,
  ok,
  param,
  type Answer,
  type Call,
  type Route,
} from "../call.ts";
import { changedFiles } from "../git-changes.ts";
import { isAncestor, mergeBase, readCommits, resolveCommit } from "../git-store.ts";
import { reads } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { GitHubProblem, notFound } from "../problem.ts";
import { type FakePull } from "../state.ts";

const mostCommits = 250;

/** Pull requests, their files and commits, and the pull requests of a commit. */
export const pullRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls",
    need: reads("pull-requests"),
    handle: listPulls,
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}",
    need: reads("pull-requests"),
    handle: async (call) => ok(await pullBody(call, findPull(call, "pull_number"))),
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/files",
    need: reads("pull-requests"),
    handle: listFiles,
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/commits",
    need: reads("pull-requests"),
    handle: listCommits,
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    need: reads("pull-requests"),
    handle: listPullsOfCommit,
  },
];

/** The pull request that a path names; GitHub's 404 where there is none. */
export function findPull(call: Call, name: string): FakePull {
  const number = numberParam(call, name);
  const pull = call.repository().pulls.find((one) => one.number === number);
  if (pull === undefined) throw notFound();
  return pull;
}

async function listPulls(call: Call): Promise<Answer> {
  const repository = call.repository();
  const state = call.query.get("state") ?? "open";
  const head = call.query.get("head");
  const base = call.query.get("base");
  const items = repository.pulls.filter((pull) => {
    const owner = pull.headRepository.split("/")[0] ?? "";
    if (state !== "all" && pull.state !== state) return false;
    if (head !== null && head !== `${owner}:${pull.headRef}`) return false;
    return base === null || base === pull.baseRef;
  });
  if (call.query.get("direction") !== "asc") items.reverse();
  const path = `/repos/${repository.fullName}/pulls`;
  return listAnswer(call, path, { items, render: (pull) => pullSimpleBody(call, pull) });
}

async function listFiles(call: Call): Promise<Answer> {
  const pull = findPull(call, "pull_number");
  const directory = gitDirectory(call);
  const ends = await pullEnds(call, pull);
  const start = (await mergeBase(directory, ends.base, ends.head)) ?? ends.base;
  const items = await changedFiles(directory, start, ends.head);
  const path = `/repos/${call.repository().fullName}/pulls/${pull.number}/files`;
  return listAnswer(call, path, { items, render: (file) => changeBody(call, ends.head, file) });
}

// Without a word GitHub leaves out what lies behind the first 250.
async function listCommits(call: Call): Promise<Answer> {
  const pull = findPull(call, "pull_number");
  const ends = await pullEnds(call, pull);
  const range = ["--reverse", `${ends.base}..${ends.head}`];
  const items = (await readCommits(gitDirectory(call), range)).slice(0, mostCommits);
  const path = `/repos/${call.repository().fullName}/pulls/${pull.number}/commits`;
  return listAnswer(call, path, { items, render: (commit) => commitBody(call, commit) });
}

async function listPullsOfCommit(call: Call): Promise<Answer> {
  const repository = call.repository();
  const directory = gitDirectory(call);
  const sha = await resolveCommit(directory, param(call, "commit_sha"));
  if (sha === null) {
    throw new GitHubProblem(422, `No commit found for SHA: ${param(call, "commit_sha")}`);
  }
  const items: FakePull[] = [];
  for (const pull of repository.pulls) {
    if (await holdsCommit(call, pull, sha)) items.push(pull);
  }
  const path = `/repos/${repository.fullName}/commits/${sha}/pulls`;
  return listAnswer(call, path, { items, render: (pull) => pullSimpleBody(call, pull) });
}

async function holdsCommit(call: Call, pull: FakePull, sha: string): Promise<boolean> {
  const directory = gitDirectory(call);
  const ends = await pullEnds(call, pull);
  if (pull.mergeCommitSha === sha || ends.head === sha) return true;
  const start = await mergeBase(directory, ends.base, ends.head);
  if (start === null || (await isAncestor(directory, sha, start))) return false;
  return isAncestor(directory, sha, ends.head);
}
