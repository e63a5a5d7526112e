export { modelManifest, modelRootDigest, type ModelFile, type Sha256 } from "./model-digest.ts";
