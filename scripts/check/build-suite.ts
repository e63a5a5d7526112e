import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { requireCommand, root } from "./run-command.ts";

/** A built bundle: its files by path, sorted; their size; one digest over paths and bytes. */
export type BuiltSuite = {
  readonly files: readonly string[];
  readonly sizeBytes: number;
  readonly digest: string;
};

/** Builds the suite into `folder` and removes whatever was there before. Throws when ncc fails or the output names this machine. */
export async function buildSuite(folder: string): Promise<BuiltSuite> {
  await mkdir(dirname(folder), { recursive: true });
  const staging = await mkdtemp(join(dirname(folder), ".building-"));
  try {
    await runNcc(staging);
    await normalise(staging);
    await foldLicenses(join(staging, "licenses.txt"));
    await refuseMachinePaths(staging);
    await refuseMissingModules(staging);
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return describeSuite(folder);
}

/** What lies in a folder of built files; a folder that does not exist is empty. */
export async function describeSuite(folder: string): Promise<BuiltSuite> {
  const files = await listFiles(folder);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for (const file of files) {
    const bytes = await readFile(join(folder, file));
    sizeBytes += bytes.length;
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return { files, sizeBytes, digest: `sha256:${hash.digest("hex")}` };
}

async function runNcc(folder: string): Promise<void> {
  const ncc = join(root, "node_modules", "@vercel", "ncc", "dist", "ncc", "cli.js");
  const entry = join(root, "packages", "suite", "src", "index.ts");
  await requireCommand(process.execPath, [
    ncc,
    "build",
    entry,
    "--out",
    folder,
    // Types are checked by tsc over the whole repository, tests included.
    "--transpile-only",
    "--no-cache",
    "--no-source-map-register",
    "--license",
    "licenses.txt",
    // The native binding is fetched and checked at run time, see packages/engines/duckdb.
    "--external",
    "@duckdb/node-bindings",
    "--target",
    "es2024",
  ]);
}

/** Git checks text out with LF, so that a bundle with CRLF would differ from its own commit. */
async function normalise(folder: string): Promise<void> {
  for (const file of await listFiles(folder)) {
    if (!/\.(js|json|txt)$/.test(file)) continue;
    const path = join(folder, file);
    const text = await readFile(path, "utf8");
    if (text.includes("\r\n")) await writeFile(path, text.replaceAll("\r\n", "\n"));
  }
}

/** The terms of the Apache License are the same for all who use it: they stand there once. */
async function foldLicenses(path: string): Promise<void> {
  const text = await readFile(path, "utf8");
  const terms = / +Apache License\n.*?END OF TERMS AND CONDITIONS/gs;
  const seen = new Set<string>();
  const folded = text.replace(terms, (found) => {
    const words = found.replaceAll(/\s+/g, " ");
    if (seen.has(words)) return "The terms of the Apache License, Version 2.0, stand above.";
    seen.add(words);
    return found;
  });
  await writeFile(path, folded);
}

async function refuseMachinePaths(folder: string): Promise<void> {
  const machine = [root, homedir(), tmpdir()].filter((path) => path.length > 1);
  for (const file of await listFiles(folder)) {
    const text = await readFile(join(folder, file), "latin1");
    const found = machine.find((path) => text.includes(`${path}/`) || text.includes(`${path}\\`));
    if (found !== undefined) throw new Error(`${file} names a path of this machine: ${found}`);
  }
}

/** ncc only warns of a module that it does not find, and leaves a `require` that fails when it is reached. */
async function refuseMissingModules(folder: string): Promise<void> {
  // Below @actions/artifact: asked for only behind a proxy that wants Kerberos, and to list blobs in Arrow's form,
  // which an upload never does.
  const optional = new Set(["kerberos", "apache-arrow"]);
  for (const file of await listFiles(folder)) {
    const text = await readFile(join(folder, file), "utf8");
    const missing = [...text.matchAll(/eval\("require"\)\("([^"]+)"\)/g)].map(([, name]) => name);
    const unknown = missing.find((name) => name !== undefined && !optional.has(name));
    if (unknown !== undefined) throw new Error(`${file} lacks ${unknown}, which was not found.`);
  }
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
