import type { PullRequests } from "@slipway/ports";
import type { Connection } from "./connect.ts";
import { translateError } from "./translate-error.ts";

/** Finds pull requests by what GitHub itself says of a run, never by what an artifact claims. */
export function githubPullRequests({ octokit, owner, repo }: Connection): PullRequests {
  return {
    findByHead: async (commit, repository) => {
      try {
        const query = { owner, repo, commit_sha: commit, per_page: 100 };
        const found = await octokit.paginate(
          octokit.rest.repos.listPullRequestsAssociatedWithCommit,
          query,
        );
        return found
          .map((pull) => ({
            number: pull.number,
            headCommit: pull.head.sha,
            headRepository: headRepository(pull.head),
            baseRef: pull.base.ref,
            baseCommit: pull.base.sha,
            open: pull.state === "open",
          }))
          .filter(
            (pull) => pull.open && pull.headCommit === commit && pull.headRepository === repository,
          );
      } catch (error) {
        throw translateError(error, {
          doing: "find the pull request",
          permissions: ["pull-requests: read"],
        });
      }
    },
  };
}

/** A deleted fork has no repository any more, whatever the description of the API says. */
function headRepository(head: {
  readonly repo: { readonly full_name: string } | null;
}): string | undefined {
  return head.repo?.full_name;
}
