import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireCommand, root } from "../../scripts/check/run-command.ts";
import { isWorkflowText } from "./workflow.ts";

/** A workflow that users are shown: where it stands, and its text. `path` is `README.md#1` for the first one in a README. */
export type ShownWorkflow = { readonly path: string; readonly text: string };

/** Every workflow in a README and below examples/, as committed or about to be; one that is shown twice by its first path. */
export async function listShownWorkflows(): Promise<readonly ShownWorkflow[]> {
  const listed = await requireCommand("git", [
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "--",
    "README.md",
    "**/README.md",
    "examples/**/*.yml",
    "examples/**/*.yaml",
  ]);
  const found: ShownWorkflow[] = [];
  for (const path of [...new Set(listed.split("\n"))].filter(Boolean).sort()) {
    const text = await readFile(join(root, path), "utf8").catch(() => "");
    if (path.endsWith(".md")) found.push(...extractWorkflows(text, path));
    else if (isWorkflowText(text)) found.push({ path, text });
  }
  return found.filter(({ text }, index) => found.findIndex((one) => one.text === text) === index);
}

/** The fenced YAML blocks of a Markdown text that are workflows, in order. */
export function extractWorkflows(markdown: string, path: string): readonly ShownWorkflow[] {
  const fences = markdown.matchAll(/^( *)```ya?ml\b[^\n]*\n([\s\S]*?)^ *```/gm);
  return [...fences]
    .map(([, indent = "", text = ""]) => text.replaceAll(new RegExp(`^${indent}`, "gm"), ""))
    .filter(isWorkflowText)
    .map((text, index) => ({ path: `${path}#${index + 1}`, text }));
}
