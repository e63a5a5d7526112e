import { type JsonRecord, textAt } from "../../http/json.ts";
import { commentBody } from "../bodies/comment.ts";
import { created, numberParam, ok, type Answer, type Call, type Route } from "../call.ts";
import { reads, writes } from "../need.ts";
import { listAnswer } from "../paging.ts";
import { GitHubProblem, invalidField, notFound } from "../problem.ts";
import { takeId, type FakeComment } from "../state.ts";
import { timestamp } from "../timestamp.ts";
import { findPull } from "./pulls.ts";

/** GitHub refuses comments over this many characters (counted here in UTF-16 units). */
const maxCommentCharacters = 65_536;

const one = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
const list = "/repos/{owner}/{repo}/issues/{issue_number}/comments";

/** The comments of pull requests' conversations. */
export const commentRoutes: readonly Route[] = [
  { method: "GET", path: list, need: reads("issues", "pull-requests"), handle: listComments },
  { method: "POST", path: list, need: writes("issues", "pull-requests"), handle: createComment },
  {
    method: "GET",
    path: one,
    need: reads("issues", "pull-requests"),
    handle: (call) => ok(commentBody(call, findComment(call))),
  },
  { method: "PATCH", path: one, need: writes("issues", "pull-requests"), handle: updateComment },
  {
    method: "DELETE",
    path: one,
    need: writes("issues", "pull-requests"),
    handle: (call) => {
      const { comments } = call.repository();
      comments.splice(comments.indexOf(findComment(call)), 1);
      return { status: 204 };
    },
  },
];

async function listComments(call: Call): Promise<Answer> {
  const pull = findPull(call, "issue_number");
  const since = call.query.get("since");
  const items = call.repository().comments.filter((comment) => {
    return comment.pullNumber === pull.number && (since === null || comment.updatedAt >= since);
  });
  const path = `/repos/${call.repository().fullName}/issues/${pull.number}/comments`;
  return listAnswer(call, path, { items, render: (comment) => commentBody(call, comment) });
}

function createComment(call: Call): Answer {
  const pull = findPull(call, "issue_number");
  const at = timestamp(call.core.now());
  const comment: FakeComment = {
    id: takeId(call.state),
    pullNumber: pull.number,
    body: bodyText(call.body),
    author: call.caller.login,
    isByApp: call.caller.kind !== "user",
    createdAt: at,
    updatedAt: at,
  };
  call.repository().comments.push(comment);
  return created(commentBody(call, comment));
}

function updateComment(call: Call): Answer {
  const comment = findComment(call);
  comment.body = bodyText(call.body);
  comment.updatedAt = timestamp(call.core.now());
  return ok(commentBody(call, comment));
}

function findComment(call: Call): FakeComment {
  const id = numberParam(call, "comment_id");
  const comment = call.repository().comments.find((candidate) => candidate.id === id);
  if (comment === undefined) throw notFound();
  return comment;
}

function bodyText(body: JsonRecord): string {
  const text = textAt(body, "body");
  if (text === undefined) {
    throw new GitHubProblem(422, 'Invalid request.\n\n"body" wasn\'t supplied.');
  }
  if (text.trim() === "") throw invalidField("IssueComment", "data", "Body cannot be blank");
  if (text.length > maxCommentCharacters) {
    const message = `body is too long (maximum is ${maxCommentCharacters} characters)`;
    throw invalidField("IssueComment", "data", message);
  }
  return text;
}
