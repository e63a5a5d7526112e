import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireCommand, runCommand } from "../run-command.ts";
import { addCounts, oneCheck, type Counts } from "../suite.ts";

/** The one package that will be published: what publint says of it, and whether it runs once it is installed. */
export async function checkPublished(): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-published-"));
  try {
    const layout = join(folder, "package");
    await requireCommand("node", ["scripts/pack-cli.ts", layout]);
    const linted = await runCommand("publint", ["run", layout, "--strict"]);
    return addCounts([oneCheck(linted.exitCode === 0), oneCheck(await isRunnable(layout, folder))]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Installs the packed file in an empty folder, without a registry, and asks it for its version. */
async function isRunnable(layout: string, folder: string): Promise<boolean> {
  const packed = await requireCommand("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: layout,
  });
  const tarball = join(folder, packed.trim().split("\n").at(-1) ?? "");
  const target = ["install", "--prefix", folder, "--offline", "--no-audit", "--no-fund", tarball];
  await requireCommand("npm", target, { cwd: folder });
  const { exitCode, output } = await runCommand(join(folder, "node_modules", ".bin", "slipway"), [
    "--version",
  ]);
  return exitCode === 0 && /^\d+\.\d+\.\d+/.test(output.trim());
}
