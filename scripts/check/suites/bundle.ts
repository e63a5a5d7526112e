import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSuite, describeSuite, type BuiltSuite } from "../build-suite.ts";
import { requireCommand, root } from "../run-command.ts";
import { addCounts, claim, type Counts } from "../suite.ts";

const largestBytes = 8 * 1024 * 1024;
const largestArchiveBytes = 2 * 1024 * 1024;

/** The committed dist/ is what the sources give, twice; it is small, and holds no native file. */
export async function checkBundle(): Promise<Counts> {
  const temporary = await mkdtemp(join(tmpdir(), "slipway-bundle-"));
  try {
    const first = await buildSuite(join(temporary, "first"));
    const second = await buildSuite(join(temporary, "second"));
    const committed = await describeSuite(join(root, "dist"));
    const archiveBytes = await measureArchive(join(temporary, "first"));
    return addCounts([
      claim("two builds are equal", first.digest === second.digest, first.digest),
      claim("dist/ is a fresh build", committed.digest === first.digest, differ(committed, first)),
      claim("dist/ is at most 8 MiB", first.sizeBytes <= largestBytes, mebibytes(first.sizeBytes)),
      claim("2 MiB compressed", archiveBytes <= largestArchiveBytes, mebibytes(archiveBytes)),
      claim("no native file", listNative(first).length === 0, listNative(first).join(", ")),
    ]);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function differ(committed: BuiltSuite, fresh: BuiltSuite): string {
  if (committed.files.length === 0) return "dist/ is empty. Run `npm run build` and commit it";
  if (committed.digest === fresh.digest) return `${fresh.files.length} files`;
  return "dist/ is not what the sources give. Run `npm run build` and commit it";
}

function listNative(suite: BuiltSuite): readonly string[] {
  return suite.files.filter((file) => /\.(node|so(\.\d+)*|dll|dylib)$/.test(file));
}

/** The size that a download has: names, order and times fixed, then gzip -9. */
async function measureArchive(folder: string): Promise<number> {
  const archive = join(folder, "..", "dist.tar");
  // `--format=ustar` is known to the tar of every platform; order and times hardly change the size.
  await requireCommand("tar", ["--format=ustar", "-cf", archive, "-C", folder, "."]);
  return gzipSync(await readFile(archive), { level: 9 }).length;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(2)} MiB`;
}
