import { type FakeRepository } from "./state.ts";

/** A status or check of a commit, as creating a deployment looks at it. */
export type CommitContext = { readonly context: string; readonly state: string };

/** The newest status and check run of each name at a commit. The jobs of a run in progress are checks that are not done. */
export function contextsOf(repository: FakeRepository, sha: string): readonly CommitContext[] {
  const states = new Map<string, string>();
  for (const status of repository.statuses) {
    if (status.sha === sha) states.set(status.context, status.state);
  }
  for (const check of repository.checkRuns) {
    if (check.headSha !== sha) continue;
    const isDone = ["success", "neutral", "skipped"].includes(check.conclusion ?? "");
    states.set(check.name, isDone ? "success" : (check.conclusion ?? "pending"));
  }
  for (const run of repository.runs) {
    if (run.headSha !== sha) continue;
    states.set(run.name, run.conclusion ?? "pending");
  }
  return [...states].map(([context, state]) => ({ context, state }));
}
