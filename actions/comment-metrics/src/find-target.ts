import type { WorkflowEvent } from "@slipway/runner";

/** The run that a `workflow_run` event speaks of, by the fields that GitHub fills in. */
export type OtherRun = {
  readonly id: number;
  readonly headCommit: string;
  readonly headBranch: string | undefined;
  /** Absent where the fork was deleted. */
  readonly headRepository: string | undefined;
};

/** Where the comment belongs. */
export type Target =
  | { readonly kind: "pull-request"; readonly number: number; readonly readOnly: boolean }
  | { readonly kind: "other-run"; readonly run: OtherRun }
  | { readonly kind: "none"; readonly why: string };

/** What the event and the inputs say about it. `actor` only softens a missing permission, it allows nothing. */
export function findTarget(
  event: WorkflowEvent,
  asked: string | undefined,
  actor: string | undefined,
): Target {
  const { pull_request: pull, workflow_run: run } = event;
  if (run !== undefined) {
    const headRepository = run.head_repository?.full_name;
    const headBranch = run.head_branch ?? undefined;
    return {
      kind: "other-run",
      run: { id: run.id, headCommit: run.head_sha, headBranch, headRepository },
    };
  }
  if (pull !== undefined) {
    const fork = pull.head.repo?.full_name !== pull.base.repo?.full_name;
    return {
      kind: "pull-request",
      number: pull.number,
      readOnly: fork || actor === "dependabot[bot]",
    };
  }
  if (asked !== undefined) return { kind: "pull-request", number: Number(asked), readOnly: false };
  return { kind: "none", why: "this run belongs to no pull request" };
}
