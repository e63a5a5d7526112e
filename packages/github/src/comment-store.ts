import type { CommentStore, IssueComment } from "@slipway/ports";
import type { Connection } from "./connect.ts";
import { isUncertain, translateError } from "./translate-error.ts";

type RestComment = {
  readonly id: number;
  readonly body?: string | null;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
};

const ownLogin = "github-actions[bot]";
// Reading serves the writing alone, so the permission to write is what is asked for.
const reading = { doing: "read the comments", permissions: ["pull-requests: write"] };
const writing = { doing: "write the comment", permissions: ["pull-requests: write"] };

/** The comments of one repository's pull requests. */
export function githubComments({ octokit, owner, repo }: Connection): CommentStore {
  let user: Promise<string | undefined> | undefined;
  const list: CommentStore["list"] = (pullRequest) =>
    translated(reading, async () => {
      const query = { owner, repo, issue_number: pullRequest, per_page: 100 };
      return (await octokit.paginate(octokit.rest.issues.listComments, query)).map(plain);
    });
  return {
    list,
    wrote: async ({ author }) => {
      if (author === ownLogin) return true;
      // A personal token writes in its owner's name; an installation's token has no user.
      user ??= octokit.rest.users.getAuthenticated().then(
        ({ data }) => data.login,
        () => undefined,
      );
      return author === (await user);
    },
    create: (pullRequest, body) =>
      translated(writing, async () => {
        // A repeated POST would write twice, so it is not repeated before a look at what is there.
        const once = { owner, repo, issue_number: pullRequest, body, request: { retries: 0 } };
        try {
          return plain((await octokit.rest.issues.createComment(once)).data);
        } catch (error) {
          if (!isUncertain(error)) throw error;
          const written = (await list(pullRequest)).find((comment) => comment.body === body);
          return written ?? plain((await octokit.rest.issues.createComment(once)).data);
        }
      }),
    update: (id, body) =>
      translated(writing, async () => {
        const query = { owner, repo, comment_id: id, body };
        return plain((await octokit.rest.issues.updateComment(query)).data);
      }),
  };
}

function plain(comment: RestComment): IssueComment {
  return {
    id: comment.id,
    body: comment.body ?? "",
    author: comment.user?.login ?? "",
    url: comment.html_url,
  };
}

async function translated<T>(
  attempt: Parameters<typeof translateError>[1],
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw translateError(error, attempt);
  }
}
