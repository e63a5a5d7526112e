export { uploadFolder } from "./upload-folder.ts";
