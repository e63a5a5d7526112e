export { commentPayloadSchema, type CommentPayload } from "./comment-payload.ts";
export {
  columnsSchema,
  configSchema,
  gateRules,
  gateSchema,
  type Config,
  type DataSetConfig,
  type EvaluationConfig,
  type GateConfig,
  type GateRule,
  type ModelConfig,
  type Severity,
} from "./config.ts";
export {
  auditVerificationSchema,
  historySchema,
  modelVerificationSchema,
  promotionSchema,
  registrationSchema,
  type AuditVerification,
  type ModelHistory,
  type ModelVerification,
  type Promotion,
  type Registration,
  type VerificationCheck,
} from "./delivery-documents.ts";
export type { EnvironmentConfig } from "./environment-config.ts";
export {
  evidenceSchema,
  type BaselineRecord,
  type DataCheck,
  type DataEvidence,
  type EvaluationCheck,
  type EvaluationEvidence,
  type Evidence,
  type EvidenceKind,
  type IntervalRecord,
  type Loosened,
  type MetricRecord,
  type PolicyRecord,
  type RunRecord,
  type Sample,
  type Subject,
} from "./evidence.ts";
export {
  parseFreezeWindow,
  type CalendarMoment,
  type FreezeProblem,
  type FreezeWindow,
} from "./freeze-window.ts";
export { jsonSchemaNames, jsonSchemaOf, type JsonSchemaName } from "./json-schemas.ts";
export { standingOf, verdictOf, type Finding, type Standing } from "./ledger.ts";
export {
  environmentPointerSchema,
  logEntrySchema,
  registeredVersionSchema,
  type EnvironmentPointer,
  type EvidenceReference,
  type LogEntry,
  type PromotedEntry,
  type RefusedEntry,
  type RegisteredEntry,
  type RegisteredVersion,
} from "./log-entry.ts";
export { nameOfFile } from "./name-of-file.ts";
export { parseConfig, type LocatedConfig } from "./parse-config.ts";
export { maxEvidenceChars, parseEvidence } from "./parse-evidence.ts";
export { parseWithSchema } from "./parse-with-schema.ts";
export {
  evidenceLevels,
  versionText,
  type Approval,
  type DecidingPolicy,
  type EnvironmentGate,
  type EvidenceLevel,
  type Person,
  type PromotionRule,
  type VersionReference,
} from "./promotion-parts.ts";
export { parseYaml, showPlace, type Place, type YamlSource } from "./yaml-source.ts";
