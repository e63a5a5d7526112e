/**
 * Writes packages/engines/duckdb/src/pinned-files.ts: what the binding of each platform must be.
 * Run it with `node scripts/pin-duckdb.ts [VERSION]`; it asks the registry that npm is configured for.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { platforms } from "../packages/engines/duckdb/src/platform.ts";
import { readTarball } from "../packages/engines/duckdb/src/read-tarball.ts";

const output = join(import.meta.dirname, "../packages/engines/duckdb/src/pinned-files.ts");
const version = process.argv[2] ?? "1.5.5-r.5";
const folder = await mkdtemp(join(tmpdir(), "pin-duckdb-"));
try {
  const packages: string[] = [];
  for (const platform of platforms) packages.push(await pinPackage(platform));
  await writeFile(output, renderPins(packages));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function pinPackage(platform: string): Promise<string> {
  const name = `@duckdb/node-bindings-${platform}@${version}`;
  const npm = spawnSync("npm", ["pack", "--silent", name], { cwd: folder, encoding: "utf8" });
  if (npm.status !== 0) throw new Error(`npm pack ${name} failed: ${npm.stderr}`);
  const tarball = await readFile(join(folder, npm.stdout.trim()));
  const library = libraryOf(platform);
  const files = readTarball(gunzipSync(tarball), ["duckdb.node", library]);
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
  const lines = ["duckdb.node", library].map((file) => renderFile(file, files.get(file)));
  return [
    `    "${platform}": {`,
    `      integrity:`,
    `        "${integrity}",`,
    `      tarballBytes: ${tarball.length},`,
    `      files: [`,
    ...lines,
    `      ],`,
    `    },`,
  ].join("\n");
}

function libraryOf(platform: string): string {
  if (platform.startsWith("win32")) return "duckdb.dll";
  return platform.startsWith("darwin") ? "libduckdb.dylib" : "libduckdb.so";
}

function renderFile(name: string, bytes: Uint8Array | undefined): string {
  if (bytes === undefined) throw new Error(`${name} is missing from a package`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return [
    `        {`,
    `          name: "${name}",`,
    `          sizeBytes: ${bytes.length},`,
    `          sha256: "${sha256}",`,
    `        },`,
  ].join("\n");
}

function renderPins(packages: readonly string[]): string {
  return `// Written by scripts/pin-duckdb.ts: change the version there, never a hash here.
import type { Pins } from "./pins.ts";

/** The one build of DuckDB that Slipway runs, platform by platform. */
export const pinnedFiles: Pins = {
  version: "${version}",
  packages: {
${packages.join("\n")}
  },
};
`;
}
