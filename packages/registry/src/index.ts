export type { ArtifactState, StageState, VersionState } from "./gto/artifact-state.ts";
export {
  isGtoArtifact,
  isGtoName,
  parseGtoTag,
  type GtoEvent,
  type GtoTag,
} from "./gto/parse-tag.ts";
export { registryView, type ArtifactView, type RegistryView } from "./gto/registry-view.ts";
export type { TagLike, TagProblem, TagProblemKind } from "./gto/tag-event.ts";
export { publishedEntry, tagMessage, type PublishedEntry } from "./gto/tag-message.ts";
export { demandTagName, stageTagName, versionTagName } from "./gto/tag-names.ts";
export { nextTagTime } from "./gto/tag-time.ts";
export type { BundleProblem, BundleProblemKind } from "./oms/bundle-problem.ts";
export type { EcdsaKeys } from "./oms/ecdsa-keys.ts";
export { modelManifest, modelRootDigest, type ModelFile, type Sha256 } from "./oms/model-digest.ts";
export { demandDistinctNames } from "./oms/model-names.ts";
export { signModel, type SignedModel, type SigningRequest } from "./oms/sign-model.ts";
export {
  verifyModelBundle,
  type BundleVerification,
  type VerificationRequest,
} from "./oms/verify-bundle.ts";
export {
  compareVersions,
  nextVersion,
  parseVersion,
  type Version,
  type VersionBump,
} from "./version.ts";
