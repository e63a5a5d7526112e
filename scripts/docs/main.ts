/**
 * Writes every part of the documentation that has its source elsewhere: tables, JSON Schemas and snippets.
 *
 *   node scripts/docs/main.ts            writes what differs
 *   node scripts/docs/main.ts --check    writes nothing, lists what differs, and exits 1
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "../check/run-command.ts";
import { generateDocs } from "./generate-docs.ts";

const isCheck = process.argv.includes("--check");
const differing: string[] = [];
const files = await generateDocs();
for (const [path, text] of files) {
  const target = join(root, path);
  if ((await readFile(target, "utf8").catch(() => undefined)) === text) continue;
  differing.push(path);
  if (isCheck) continue;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
}
const verb = isCheck ? "out of step" : "written";
for (const path of differing) process.stdout.write(`${verb}: ${path}\n`);
process.stdout.write(`${files.size} documents, ${differing.length} ${verb}\n`);
if (isCheck && differing.length > 0) {
  process.stdout.write("Run `npm run docs`, read what changed, and commit it.\n");
  process.exitCode = 1;
}
