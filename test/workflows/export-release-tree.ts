import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { requireCommand, root } from "../../scripts/check/run-command.ts";
import { spellOut } from "./rewrite-workflow.ts";

/**
 * What a runner downloads: the tree of HEAD with the dist/ of the work tree (or the bundle that SLIPWAY_DIST names, built
 * of work in progress), nothing that is ignored by git. `$/…` in its action.yml files is spelt out, since act does not know it.
 */
export async function exportReleaseTree(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const archive = `${folder}.tar`;
  await requireCommand("git", ["archive", "--format=tar", "-o", archive, "HEAD"]);
  await requireCommand("tar", ["-xf", archive, "-C", folder]);
  await rm(archive);
  const dist = process.env["SLIPWAY_DIST"] ?? join(root, "dist");
  if (existsSync(dist)) {
    await rm(join(folder, "dist"), { recursive: true, force: true });
    await cp(dist, join(folder, "dist"), { recursive: true });
  }
  await spellOutActions(folder);
}

async function spellOutActions(folder: string): Promise<void> {
  const names = await readdir(join(folder, "actions")).catch(() => []);
  for (const name of names) {
    const path = join(folder, "actions", name, "action.yml");
    const text = await readFile(path, "utf8").catch(() => "");
    const spelt = text.replaceAll(/(uses: *)(\$\/\S+)/g, (_, key: string, uses: string) => {
      return `${key}${spellOut(uses)}`;
    });
    if (spelt !== text) await writeFile(path, spelt);
  }
}
