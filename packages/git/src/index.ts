export { gitBaseRevision, type BaseOptions } from "./base-revision.ts";
export { gitEvidenceBranch, type EvidenceBranchOptions } from "./evidence-branch.ts";
export { headCommit } from "./head-commit.ts";
