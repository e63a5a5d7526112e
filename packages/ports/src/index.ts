export type { BaseRevision } from "./base-revision.ts";
export type { AncestorEvidence, EvidenceBranch, StoredFile } from "./evidence-branch.ts";
export type { EvidenceFile, EvidenceFolder } from "./evidence-folder.ts";
export type { Files } from "./files.ts";
export type { ModelFolder } from "./model-folder.ts";
export type {
  Answer,
  BranchActivity,
  DefaultBranch,
  DeploymentRecord,
  Deployments,
  NewDeployment,
  People,
  RunFacts,
} from "./promotion.ts";
export type {
  ArtifactFile,
  CommentStore,
  IssueComment,
  PullRequest,
  PullRequestHead,
  PullRequests,
  RunArtifacts,
} from "./pull-requests.ts";
export type { NewTag, RegistryTags, TagRecord } from "./registry-tags.ts";
export type { Clock, CommandRunner, Log, RunContext } from "./runtime.ts";
export type { BranchChange, BranchUpdate, BranchView, SlipwayBranch } from "./slipway-branch.ts";
export type {
  SqlColumn,
  SqlEngine,
  SqlRow,
  SqlSession,
  SqlSessionOptions,
  SqlValue,
} from "./sql.ts";
export { SqlError, type SqlErrorKind } from "./sql-error.ts";
