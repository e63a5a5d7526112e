import { commentPayloadSchema, type CommentPayload } from "@slipway/contracts";

/** The hidden last line by which a comment is found again; nothing in it can end the HTML comment early. */
export function renderMarker(payload: CommentPayload): string {
  const json = JSON.stringify(payload).replace(
    /[<>&-]/g,
    (character) => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
  return `${opening(payload.key)}${json} -->`;
}

/** The payload of a comment's marker: only of this key, valid, and alone on the last line. */
export function findMarker(body: string, key: string): CommentPayload | undefined {
  const line = body.trimEnd().split("\n").at(-1) ?? "";
  if (!line.startsWith(opening(key)) || !line.endsWith(" -->") || line.length > 2000)
    return undefined;
  const json = line.slice(opening(key).length, -" -->".length);
  const payload = commentPayloadSchema.safeParse(parsed(json));
  return payload.success && payload.data.key === key ? payload.data : undefined;
}

function opening(key: string): string {
  return `<!-- slipway:${key}:v1 `;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
