import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../check/run-command.ts";

/**
 * A fenced snippet of a file: `PATH` whole, `PATH#KEY` one top-level key of a YAML file, `PATH#step NAME` the first
 * step of a workflow that uses the action NAME. Throws where there is no such part.
 */
export function cutSnippet(source: string): string {
  const [path = "", part] = source.split("#");
  const text = readFileSync(join(root, path), "utf8");
  const language = path.endsWith(".json") ? "json" : "yaml";
  return `\`\`\`${language}\n${cutPart(text, part, source).trimEnd()}\n\`\`\``;
}

function cutPart(text: string, part: string | undefined, source: string): string {
  if (part === undefined) return text;
  const lines = text.split("\n");
  const step = /^step (.+)$/.exec(part)?.[1];
  const begin = lines.findIndex((line) =>
    step === undefined ? line.startsWith(`${part}:`) : line.includes(`/${step}@`),
  );
  if (begin < 0) throw new Error(`there is nothing to cut at ${source}`);
  const indent = indentOf(lines[begin] ?? "");
  const rest = lines.slice(begin + 1);
  const length = rest.findIndex((line) => line.trim() !== "" && indentOf(line) <= indent);
  const cut = [lines[begin] ?? "", ...rest.slice(0, length < 0 ? rest.length : length)];
  return cut.map((line) => line.slice(indent)).join("\n");
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
