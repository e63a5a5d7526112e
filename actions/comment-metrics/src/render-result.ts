import { plainStyle, renderSummary, renderTerminal } from "@slipway/report";
import type { Rendered } from "@slipway/runner";
import type { CommentFate, CommentResult } from "./comment-metrics.ts";

/** Log, summary and outputs of comment-metrics. */
export function renderResult(result: CommentResult): Rendered {
  const evidences = result.found.map(({ evidence }) => evidence);
  const { fate } = result;
  const url = "url" in fate ? fate.url : "";
  return {
    outcome: result.outcome,
    outputs: { "report-path": result.reportPath, "comment-url": url, comment: fate.kind },
    log: `${renderTerminal(evidences, plainStyle)}\n\n${tell(fate)}\nreport: ${result.reportPath}`,
    summary: renderSummary(evidences, {}),
    ...(result.failure === undefined ? {} : { failure: result.failure }),
  };
}

function tell(fate: CommentFate): string {
  switch (fate.kind) {
    case "created":
    case "updated":
    case "unchanged":
      return `comment ${fate.kind}: ${fate.url}`;
    case "stored":
      return "the token may only read (a fork): evidence and comment are stored for the workflow_run half, see docs/forks.md";
    case "none":
      return `no comment: ${fate.why}`;
  }
}
