import type { VerificationCheck } from "@slipway/contracts";
import type { BranchActivity } from "@slipway/ports";

type Rewrite = Awaited<ReturnType<BranchActivity["rewrites"]>>[number];

const title = "the branch was only ever appended to";

/**
 * Judges what the code host remembers of a branch: a push that was no fast-forward, or a deletion, is a `fail`, because
 * whoever holds the log's key can sign what was rewritten. Where the very next rewrite put the same commit back,
 * nothing is lost and both are a `warn`.
 */
export function judgeActivity(
  branch: string,
  rewrites: readonly Rewrite[],
): readonly VerificationCheck[] {
  if (rewrites.length === 0)
    return [{ id: "activity", title, outcome: "pass", detail: `no rewrite of ${branch} is known` }];
  const oldestFirst = rewrites.toReversed();
  const checks: VerificationCheck[] = [];
  for (let at = 0; at < oldestFirst.length; at += 1) {
    const [rewrite, next] = oldestFirst.slice(at, at + 2);
    if (rewrite === undefined) break;
    const isUndone =
      next !== undefined && rewrite.before === next.after && rewrite.after === next.before;
    if (isUndone) at += 1;
    const undone = isUndone ? `, and put back by ${next.actor} at ${next.time}` : "";
    checks.push({
      id: `activity/${checks.length + 1}`,
      title,
      outcome: isUndone ? "warn" : "fail",
      detail: `${rewrite.kind.replaceAll("_", " ")} by ${rewrite.actor} at ${rewrite.time}, from ${short(rewrite.before)} to ${short(rewrite.after)}${undone}`,
    });
  }
  return checks;
}

function short(commit: string): string {
  return commit.slice(0, 12);
}
