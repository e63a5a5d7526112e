export { inputs, type Inputs } from "./inputs.ts";
export { main } from "./main.ts";
export type { CodeHost, Ports } from "./ports.ts";
export { renderAudit, unaskedLine } from "./render-audit.ts";
export { verifyAudit, type AuditResult } from "./verify-audit.ts";
