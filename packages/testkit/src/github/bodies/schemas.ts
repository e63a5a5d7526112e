// The package has types and no code, so the import itself has to vanish.
import type { components } from "@octokit/openapi-types";

/** GitHub's own names for its response bodies. */
export type Schemas = components["schemas"];

/** A node id: opaque to clients, stable for a kind and a number. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64");
}
