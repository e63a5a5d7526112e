export { downloadArtifact } from "./download-artifact.ts";
export { uploadArtifact, type Upload } from "./upload-artifact.ts";
