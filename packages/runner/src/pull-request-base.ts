import type { WorkflowEvent } from "./environment.ts";

/** The branch and commit that a pull request would be merged into; `undefined` for every other event. */
export function pullRequestBase(
  event: WorkflowEvent,
): { readonly ref: string; readonly commit: string } | undefined {
  const { pull_request: pull } = event;
  return pull === undefined ? undefined : { ref: pull.base.ref, commit: pull.base.sha };
}
