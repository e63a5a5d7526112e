import type { CommentPayload } from "@slipway/contracts";
import type { CommentStore, IssueComment } from "@slipway/ports";
import { findMarker } from "@slipway/report";

/** A comment as it is to stand: the whole body, and what its marker says. */
export type RenderedComment = { readonly body: string; readonly payload: CommentPayload };

/** What happened to the comment. */
export type Upserted = { readonly kind: "created" | "updated" | "unchanged"; readonly url: string };

/**
 * Keeps one comment per key: ours is the one whose marker fits and whose author is the token in use. A body that
 * is already there is not written again.
 */
export async function upsertComment(
  comments: CommentStore,
  pullRequest: number,
  rendered: RenderedComment,
): Promise<Upserted> {
  const existing = await findOwn(comments, await comments.list(pullRequest), rendered.payload.key);
  if (existing === undefined) {
    const { url } = await comments.create(pullRequest, rendered.body);
    return { kind: "created", url };
  }
  if (existing.body === rendered.body) return { kind: "unchanged", url: existing.url };
  const { url } = await comments.update(existing.id, rendered.body);
  return { kind: "updated", url };
}

async function findOwn(
  comments: CommentStore,
  all: readonly IssueComment[],
  key: string,
): Promise<IssueComment | undefined> {
  for (const comment of all) {
    if (findMarker(comment.body, key) !== undefined && (await comments.wrote(comment)))
      return comment;
  }
  return undefined;
}
