export {
  commentMetrics,
  type CommentFate,
  type CommentResult,
  type Ports,
} from "./comment-metrics.ts";
export { findTarget, type Target } from "./find-target.ts";
export { gatherEvidence } from "./gather-evidence.ts";
export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export { renderResult } from "./render-result.ts";
