export { main as promoteModel } from "@slipway/promote-model";
export { main as registerModel } from "@slipway/register-model";
export { main as verifyAudit } from "@slipway/verify-audit";
export { main as verifyModel } from "@slipway/verify-model";
