export { createRuntimeToken } from "./artifacts/runtime-token.ts";
export { createContractChecker } from "./contract/check-contract.ts";
export type {
  ContractChecker,
  ContractOptions,
  ContractViolation,
} from "./contract/check-contract.ts";
export { fakeOperations } from "./contract/fake-operations.ts";
export { pruneOpenApi } from "./contract/prune-openapi.ts";
export type { OperationName } from "./contract/prune-openapi.ts";
export { createGitFixture } from "./git/create-git-fixture.ts";
export type { CommitRequest, GitFixture, PullMerge } from "./git/create-git-fixture.ts";
export { isolatedGitEnv, runGit, tryGit } from "./git/run-git.ts";
export type { GitAnswer, GitCall } from "./git/run-git.ts";
export type { FakeActivity } from "./github/branch-watch.ts";
export { createFakeGitHub } from "./github/create-fake-github.ts";
export type { FakeGitHub, FakeGitHubOptions, FakePage } from "./github/create-fake-github.ts";
export type {
  DeliverySetup,
  EnvironmentEntry,
  EnvironmentRules,
  ReviewInit,
  TeamInit,
} from "./github/delivery-setup.ts";
export type {
  FakeDeployment,
  FakeDeploymentStatus,
  FakeEnvironment,
  FakeGate,
  FakeReview,
  FakeReviewer,
  FakeRunReview,
  FakeTeam,
} from "./github/delivery-state.ts";
export type {
  ArtifactInit,
  CommentInit,
  FakeSetup,
  PullEnd,
  PullInit,
  RepositoryInit,
  RunInit,
} from "./github/fake-setup.ts";
export type { Fault, FaultPlan, Faults } from "./github/faults.ts";
export type { PermissionName } from "./github/need.ts";
export type { RateLimit, RateLimits } from "./github/rate-limits.ts";
export type { ClientViolation, LoggedRequest, RequestLog } from "./github/request-log.ts";
export { actionsBot } from "./github/state.ts";
export type {
  FakeAnnotation,
  FakeArtifact,
  FakeCheckRun,
  FakeComment,
  FakePull,
  FakeRepository,
  FakeRun,
  FakeState,
  FakeStatus,
  FakeUser,
} from "./github/state.ts";
export type { FakeToken, Permissions, TokenKind, TokenOptions } from "./github/tokens.ts";
export type { IdentityJob } from "./identity/identity-claims.ts";
export type { IdentityRequest } from "./identity/identity-service.ts";
export { listenOnLoopback } from "./http/loopback-server.ts";
export type { Exchange, LoopbackServer, Reply } from "./http/loopback-server.ts";
export { createFakeRegistry } from "./registry/create-fake-registry.ts";
export type {
  FakeRegistry,
  FakeRegistryOptions,
  RegistryFault,
  RegistryRequest,
} from "./registry/create-fake-registry.ts";
export { createRunner } from "./runner/create-runner.ts";
export type { Runner, StepRequest } from "./runner/create-runner.ts";
export { parseFileCommands } from "./runner/file-commands.ts";
export { runKilledAt } from "./runner/kill-at.ts";
export type { KillPoint } from "./runner/kill-at.ts";
export type { ScriptEnd, ScriptRun } from "./runner/run-script.ts";
export { inputVariable } from "./runner/runner-environment.ts";
export type { RunnerOptions } from "./runner/runner-options.ts";
export type { StepResult } from "./runner/step-result.ts";
export { parseStepOutput } from "./runner/workflow-commands.ts";
export type { Annotation, StepOutput } from "./runner/workflow-commands.ts";
