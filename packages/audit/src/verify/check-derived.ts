import type { LogEntry } from "@slipway/contracts";
import { bytesOf, equalBytes } from "../bytes.ts";
import { derivedFile } from "../derived-files.ts";
import type { Problem } from "./findings.ts";
import type { LogCopy } from "./log-copy.ts";

/** The files that the entries leave, newest entry last, each with the entry that wrote it. */
export function derivedFiles(
  entries: readonly LogEntry[],
): ReadonlyMap<string, { readonly content: string; readonly entry: number }> {
  const files = new Map<string, { content: string; entry: number }>();
  for (const entry of entries) {
    const file = derivedFile(entry);
    if (file !== undefined) files.set(file.path, { content: file.content, entry: entry.index });
  }
  return files;
}

/** Compares the files below `folder` with those that the entries leave, byte for byte. */
export function checkDerived(
  { files, paths }: LogCopy,
  expected: ReturnType<typeof derivedFiles>,
  folder: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [path, { content, entry }] of expected) {
    if (!path.startsWith(folder)) continue;
    const found = files.get(path);
    if (found === undefined)
      problems.push({ entry, detail: `${path} is missing, which entry ${entry} wrote` });
    else if (!equalBytes(found, bytesOf(content)))
      problems.push({ entry, detail: `${path} does not say what entry ${entry} wrote` });
  }
  for (const path of paths)
    if (path.startsWith(folder) && !expected.has(path))
      problems.push({ detail: `${path} is there, but no entry of the log wrote it` });
  return problems;
}
