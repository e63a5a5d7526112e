import { commentPayloadSchema, type CommentPayload, type Evidence } from "@slipway/contracts";
import { utf8Length } from "./fit-blocks.ts";
import { renderMarker } from "./marker.ts";
import { renderMarkdown, type ReportLinks } from "./render-markdown.ts";
import { allChecks, overallOutcome } from "./standing.ts";

/** What a comment needs beside the evidence; `sha256` returns 64 hexadecimal digits of the text's UTF-8. */
export type CommentOptions = {
  readonly key: string;
  readonly sha256: (text: string) => string;
  readonly links?: ReportLinks;
  /** Bytes and UTF-16 units of the whole body: 65,000 unless set, at least 10,000. */
  readonly limit?: number;
};

/** The sticky comment: its whole body with the hidden marker as the last line, and the marker's payload. */
export function renderComment(
  evidences: readonly Evidence[],
  { key, sha256, links = {}, limit = 65_000 }: CommentOptions,
): { readonly body: string; readonly payload: CommentPayload } {
  const commit = evidences
    .map(({ run }) => run.headCommit ?? run.commit)
    .find((found) => found !== undefined && /^[0-9a-f]{7,64}$/.test(found));
  const payloadOf = (body: string): CommentPayload =>
    commentPayloadSchema.parse({
      schema: "slipway/comment/v1",
      key,
      ...(commit === undefined ? {} : { commit }),
      outcome: overallOutcome(evidences),
      checks: allChecks(evidences).length,
      body,
    });
  const reserved = utf8Length(renderMarker(payloadOf("0".repeat(64)))) + 2;
  const visible = renderMarkdown(evidences, { links, limit: limit - reserved });
  const payload = payloadOf(sha256(visible));
  return { body: `${visible}\n\n${renderMarker(payload)}`, payload };
}
