export { gitBaseRevision, type BaseOptions } from "./base-revision.ts";
export { gitDefaultBranch } from "./default-branch.ts";
export { gitEvidenceBranch, type EvidenceBranchOptions } from "./evidence-branch.ts";
export { headCommit } from "./head-commit.ts";
export { gitRegistryTags } from "./registry-tags.ts";
export type { RemoteOptions } from "./scratch-repository.ts";
export { gitSlipwayBranch, type SlipwayBranchOptions } from "./slipway-branch.ts";
