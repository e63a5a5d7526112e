import type { CommentStore, IssueComment } from "@slipway/ports";
import type { Connection } from "./connect.ts";
import { ownLogin } from "./own-login.ts";
import { hasStatus, isUncertain, translated } from "./translate-error.ts";

type RestComment = {
  readonly id: number;
  readonly body?: string | null;
  readonly html_url: string;
  readonly user: { readonly login: string } | null;
};

const actionsBot = "github-actions[bot]";
const missing = "the pull request";
// Reading serves the writing alone, so the permission to write is what is asked for.
const permissions = ["pull-requests: write"];
const reading = { doing: "read the comments", permissions, missing };
const writing = { doing: "write the comment", permissions, missing };

/** The comments of one repository's pull requests. */
export function githubComments(connection: Connection): CommentStore {
  const { octokit, owner, repo } = connection;
  let user: Promise<string | undefined> | undefined;
  const list: CommentStore["list"] = (pullRequest) =>
    translated(reading, async () => {
      const query = { owner, repo, issue_number: pullRequest, per_page: 100 };
      return (await octokit.paginate(octokit.rest.issues.listComments, query)).map(plain);
    });
  return {
    list,
    wrote: ({ author }) =>
      translated(reading, async () => {
        if (author === actionsBot) return true;
        user ??= ownLogin(connection);
        return author === (await user);
      }),
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
    remove: (id) => translated(writing, () => remove(connection, id)),
  };
}

async function remove({ octokit, owner, repo }: Connection, id: number): Promise<void> {
  try {
    await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
  } catch (error) {
    // Somebody else was quicker.
    if (!hasStatus(error, 404, 410)) throw error;
  }
}

function plain(comment: RestComment): IssueComment {
  return {
    id: comment.id,
    body: comment.body ?? "",
    author: comment.user?.login ?? "",
    url: comment.html_url,
  };
}
