import type { Rendered } from "@slipway/runner";
import type { Stored } from "./store-evidence.ts";

/** Log and outputs of store-evidence. */
export function renderStored(stored: Stored): Rendered {
  const { names, commit, changed, attempts } = stored;
  const tries = attempts > 1 ? ` (attempt ${attempts}: the branch moved meanwhile)` : "";
  const log = changed
    ? `stored ${names.join(", ")} in ${commit.slice(0, 12)}${tries}`
    : `the branch holds ${names.join(", ")} already`;
  return { outcome: "pass", outputs: { commit, stored: String(changed) }, log };
}
