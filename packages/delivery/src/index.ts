export { headlineOf, notesOf, type CheckNote } from "./check-notes.ts";
export { entryTime } from "./entry-time.ts";
export {
  environmentOf,
  loadDelivery,
  modelOf,
  policyFile,
  type Delivery,
} from "./load-delivery.ts";
export { logSigner } from "./log-signer.ts";
export { readModelState, type ModelState } from "./model-state.ts";
export { pinnedCheckpoint } from "./pinned-checkpoint.ts";
export { demandPublished } from "./published-log.ts";
export { demandReadable, unreadableTags } from "./readable-tags.ts";
export { refusePullRequest } from "./refuse-pull-request.ts";
export {
  demandFreeTag,
  publishStage,
  publishVersion,
  type Publication,
  type Published,
} from "./registry-tags.ts";
export { trustedKey } from "./trusted-key.ts";
