// The client is the one that actions/upload-artifact bundles; LAYER_ARTIFACT_CLIENT is where the repository has it.
import { globSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";

const { DefaultArtifactClient } = await import(process.env.LAYER_ARTIFACT_CLIENT);
const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
const root = process.env.GITHUB_WORKSPACE;
const patterns = input("path")
  .split("\n")
  .map((line) => line.trim());
const files = patterns.flatMap((pattern) => {
  const found = globSync(resolve(root, pattern));
  return found.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    const below = globSync(join(path, "**", "*"));
    return below.filter((file) => statSync(file).isFile());
  });
});
if (files.length > 0) {
  const only =
    patterns.length === 1 && statSync(resolve(root, patterns[0]), { throwIfNoEntry: false });
  const base = only && only.isDirectory() ? resolve(root, patterns[0]) : root;
  await new DefaultArtifactClient().uploadArtifact(input("name"), files, base);
} else if (input("if-no-files-found") === "error") {
  process.stdout.write("::error::No files were found.\n");
  process.exitCode = 1;
}
