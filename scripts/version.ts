/**
 * Makes a version of what lies in .changeset/: `changeset version` raises every package of the suite together, and this
 * script raises the root and what the tools say of themselves, and writes one section of CHANGELOG.md. It commits nothing.
 */
import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dirname, "..");
const titles = { major: "Breaking changes", minor: "New", patch: "Fixed" } as const;
const kinds = ["major", "minor", "patch"] as const;

type Change = { readonly kind: (typeof kinds)[number]; readonly text: string };

const changes = await readChanges();
if (changes.length === 0) throw new Error("There is nothing in .changeset/ to make a version of.");
const { status } = spawnSync("changeset", ["version"], { cwd: root, stdio: "inherit" });
if (status !== 0) throw new Error(`changeset version ended with ${status ?? "a signal"}.`);
const version = await raiseRoot();
await addSection(version);
process.stdout.write(`${version}: look at CHANGELOG.md, then \`npm run build\` and commit.\n`);

async function readChanges(): Promise<readonly Change[]> {
  const folder = join(root, ".changeset");
  const names = (await readdir(folder)).filter((name) => /^(?!README).*\.md$/.test(name)).sort();
  const found: Change[] = [];
  for (const name of names) {
    const content = await readFile(join(folder, name), "utf8");
    const [, head = "", text = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(content) ?? [];
    const kind = kinds.find((one) => head.includes(`: ${one}`));
    if (kind === undefined) throw new Error(`.changeset/${name} names no kind of change.`);
    found.push({ kind, text: text.trim() });
  }
  return found;
}

async function raiseRoot(): Promise<string> {
  const manifest = z.looseObject({ version: z.string() });
  const suite = await readFile(join(root, "packages", "suite", "package.json"), "utf8");
  const { version } = manifest.parse(JSON.parse(suite));
  const path = join(root, "package.json");
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace(/"version": "[^"]+"/, `"version": "${version}"`));
  const constant = join(root, "packages", "runner", "src", "version.ts");
  const source = await readFile(constant, "utf8");
  await writeFile(constant, source.replace(/version = "[^"]+"/, `version = "${version}"`));
  return version;
}

async function addSection(version: string): Promise<void> {
  const path = join(root, "CHANGELOG.md");
  const parts = kinds.flatMap((kind) => {
    const texts = changes.filter((change) => change.kind === kind).map(({ text }) => asItem(text));
    return texts.length === 0 ? [] : [`### ${titles[kind]}\n\n${texts.join("\n")}`];
  });
  const section = `## ${version}\n\n${parts.join("\n\n")}\n`;
  const [head = "", ...older] = (await readFile(path, "utf8")).split(/^(?=## )/m);
  await writeFile(path, `${[`${head.trimEnd()}\n`, section, ...older].join("\n").trimEnd()}\n`);
}

function asItem(text: string): string {
  return `- ${text.replaceAll("\n", "\n  ")}`;
}
