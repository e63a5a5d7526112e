export { decidePromotion } from "./decide-promotion.ts";
export { demandedApprovals, type DemandedApprovals } from "./demanded-approvals.ts";
export type { Answer, Decision, PromotionFacts, Stay } from "./facts.ts";
export { freezeAt, parseFreeze, type FreezeState } from "./freeze.ts";
