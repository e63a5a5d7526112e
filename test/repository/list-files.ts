import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the repository. */
export const root = join(import.meta.dirname, "..", "..");

/** Every file that is committed or about to be, by its path from the root. */
export function listFiles(): readonly string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8" }).split("\0");
  return [...new Set(listed)].filter((path) => path !== "" && existsSync(join(root, path))).sort();
}

/** The text of a file; empty for one that holds bytes. */
export function readText(path: string): string {
  const bytes = readFileSync(join(root, path));
  return bytes.subarray(0, 8000).includes(0) ? "" : bytes.toString("utf8");
}
