import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../check/run-command.ts";

/**
 * A fenced snippet of a file: `PATH` whole, `PATH#KEY,KEY` top-level keys of a YAML file, `PATH#step NAME` the first
 * step of a workflow that uses the action NAME, `PATH#job NAME` one job. Throws where there is no such part.
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
  if (step !== undefined) return cutAt(lines, (line) => line.includes(`/${step}@`), source);
  const job = /^job (.+)$/.exec(part)?.[1];
  if (job !== undefined) return cutAt(lines, (line) => line === `  ${job}:`, source);
  const keys = part.split(",");
  return keys.map((key) => cutAt(lines, (line) => line.startsWith(`${key}:`), source)).join("\n");
}

/** The first line that fits and everything that is indented below it, with the empty line behind it. */
function cutAt(lines: readonly string[], fits: (line: string) => boolean, source: string): string {
  const begin = lines.findIndex(fits);
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
