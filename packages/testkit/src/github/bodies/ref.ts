import { type Call } from "../call.ts";
import { nodeId, type Schemas } from "./schemas.ts";

/** A ref and the object that it names, tags not peeled. */
export function refBody(
  call: Call,
  name: string,
  target: { readonly sha: string; readonly type: string },
): Schemas["git-ref"] {
  const api = `${call.core.apiUrl}/repos/${call.repository().fullName}/git`;
  return {
    ref: name,
    node_id: nodeId("Ref", `${call.repository().id}:${name}`),
    url: `${api}/${name.split("/").map(encodeURIComponent).join("/")}`,
    object: { ...target, url: `${api}/${target.type}s/${target.sha}` },
  };
}
