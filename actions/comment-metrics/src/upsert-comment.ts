import type { CommentPayload } from "@slipway/contracts";
import type { CommentStore, IssueComment } from "@slipway/ports";
import { findMarker } from "@slipway/report";

/** A comment as it is to stand: the whole body, and what its marker says. */
export type RenderedComment = { readonly body: string; readonly payload: CommentPayload };

/** What happened to the comment. */
export type Upserted = { readonly kind: "created" | "updated" | "unchanged"; readonly url: string };

/**
 * Keeps one comment per key: ours is the one whose marker fits and whose author is the token in use. A body that
 * is already there is not written again; a second one of ours, from two runs at once or a read that came too early, goes.
 */
export async function upsertComment(
  comments: CommentStore,
  pullRequest: number,
  rendered: RenderedComment,
): Promise<Upserted> {
  const all = await comments.list(pullRequest);
  const [existing, ...surplus] = await ownAmong(comments, all, rendered.payload.key);
  const upserted = await write(comments, { pullRequest, existing, body: rendered.body });
  for (const { id } of surplus) await comments.remove(id);
  return upserted;
}

async function write(
  comments: CommentStore,
  {
    pullRequest,
    existing,
    body,
  }: {
    readonly pullRequest: number;
    readonly existing: IssueComment | undefined;
    readonly body: string;
  },
): Promise<Upserted> {
  if (existing === undefined) {
    const { url } = await comments.create(pullRequest, body);
    return { kind: "created", url };
  }
  if (existing.body === body) return { kind: "unchanged", url: existing.url };
  const { url } = await comments.update(existing.id, body);
  return { kind: "updated", url };
}

async function ownAmong(
  comments: CommentStore,
  all: readonly IssueComment[],
  key: string,
): Promise<IssueComment[]> {
  const own: IssueComment[] = [];
  for (const comment of all) {
    if (findMarker(comment.body, key) !== undefined && (await comments.wrote(comment)))
      own.push(comment);
  }
  return own;
}
