import { type Call } from "../call.ts";
import { type FakeComment } from "../state.ts";
import { actionsApp } from "./app.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** A comment with its author; one of a workflow's token names the app that wrote it. */
export function commentBody(call: Call, comment: FakeComment): Schemas["issue-comment"] {
  const { core, state } = call;
  const repository = call.repository();
  const api = `${core.apiUrl}/repos/${repository.fullName}`;
  const html = `${core.serverUrl}/${repository.fullName}/pull/${comment.pullNumber}`;
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    url,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.pullNumber}`,
    body: comment.body,
    user: userBody(core, state, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.author === repository.owner ? "OWNER" : "NONE",
    performed_via_github_app: comment.isByApp ? actionsApp(core, state) : null,
    reactions: {
      url: `${url}/reactions`,
      total_count: 0,
      "+1": 0,
      "-1": 0,
      laugh: 0,
      confused: 0,
      heart: 0,
      hooray: 0,
      rocket: 0,
      eyes: 0,
    },
  };
}
