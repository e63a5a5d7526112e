import type { PullRequest, PullRequestHead, PullRequests } from "@slipway/ports";
import type { Connection } from "./connect.ts";
import { hasStatus, translateError } from "./translate-error.ts";

type RestPull = {
  readonly number: number;
  readonly state: string;
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly ref: string; readonly sha: string };
};

const finding = {
  doing: "find the pull request",
  permissions: ["pull-requests: read"],
  missing: "the repository",
};

/** Finds pull requests by what GitHub itself says of a run, never by what an artifact claims. */
export function githubPullRequests(connection: Connection): PullRequests {
  return {
    findByHead: async (head) => {
      try {
        const found = withHead(await pullsOfCommit(connection, head), head);
        // A commit of a fork is not always listed with its pull request; its branch is.
        return found.length > 0 ? found : withHead(await pullsOfBranch(connection, head), head);
      } catch (error) {
        throw translateError(error, finding);
      }
    },
  };
}

async function pullsOfCommit(
  { octokit, owner, repo }: Connection,
  { commit }: PullRequestHead,
): Promise<RestPull[]> {
  const query = { owner, repo, commit_sha: commit, per_page: 100 };
  try {
    const { listPullRequestsAssociatedWithCommit: listPulls } = octokit.rest.repos;
    return await octokit.paginate(listPulls, query);
  } catch (error) {
    // "No commit found": this repository does not know the fork's commit.
    if (hasStatus(error, 404, 422)) return [];
    throw error;
  }
}

async function pullsOfBranch(
  { octokit, owner, repo }: Connection,
  head: PullRequestHead,
): Promise<RestPull[]> {
  const [user] = head.repository.split("/");
  if (head.branch === undefined || user === undefined) return [];
  const query = {
    owner,
    repo,
    state: "open" as const,
    head: `${user}:${head.branch}`,
    per_page: 100,
  };
  return octokit.paginate(octokit.rest.pulls.list, query);
}

function withHead(
  pulls: readonly RestPull[],
  { commit, repository }: PullRequestHead,
): PullRequest[] {
  return pulls
    .map((pull) => ({
      number: pull.number,
      headCommit: pull.head.sha,
      headRepository: pull.head.repo?.full_name,
      baseRef: pull.base.ref,
      baseCommit: pull.base.sha,
      open: pull.state === "open",
    }))
    .filter(
      (pull) => pull.open && pull.headCommit === commit && pull.headRepository === repository,
    );
}
