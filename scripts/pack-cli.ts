/**
 * Lays out the package that is published: the bin, the bundle, and a manifest that needs nothing else.
 *
 *   node scripts/pack-cli.ts FOLDER    FOLDER is emptied first
 */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { root } from "./check/run-command.ts";

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error("Name the folder: node scripts/pack-cli.ts FOLDER");
await packCli(resolve(target));

async function packCli(folder: string): Promise<void> {
  const source = join(root, "packages", "cli");
  const manifest = z
    .looseObject({
      name: z.string(),
      version: z.string(),
      description: z.string(),
      license: z.string(),
      bin: z.record(z.string(), z.string()),
      engines: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(await readFile(join(source, "package.json"), "utf8")));
  const { name, version, description, license, bin, engines } = manifest;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = ["bin", "dist"];
  const published = { name, version, description, license, type: "module", bin, engines, files };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(published, undefined, 2)}\n`);
  await cp(join(source, "bin"), join(folder, "bin"), { recursive: true });
  await cp(join(root, "dist"), join(folder, "dist"), { recursive: true });
  for (const file of ["LICENSE", "README.md"]) await cp(join(root, file), join(folder, file));
}
