import { type Call } from "../call.ts";
import { type FakeReview } from "../delivery-state.ts";
import { nodeId, type Schemas } from "./schemas.ts";
import { userBody } from "./user.ts";

/** A review with the commit that was the head when it was written. */
export function reviewBody(call: Call, review: FakeReview): Schemas["pull-request-review"] {
  const { core, state } = call;
  const { fullName, owner } = call.repository();
  const html = `${core.serverUrl}/${fullName}/pull/${review.pullNumber}#pullrequestreview-${review.id}`;
  const pull = `${core.apiUrl}/repos/${fullName}/pulls/${review.pullNumber}`;
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: userBody(core, state, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commitId,
    author_association: review.author === owner ? "OWNER" : "NONE",
  };
}
