import { stat } from "node:fs/promises";
import { join } from "node:path";
import { glob } from "tinyglobby";

/** A data file of the repository, and the name that its data set would have. */
export type FoundFile = { readonly name: string; readonly path: string };

const ignored = [
  "**/node_modules/**",
  "**/.git/**",
  "**/.slipway/**",
  "**/.venv/**",
  "**/dist/**",
  "demo-out/**",
];
const most = 20;
const largestBytes = 2 * 1024 ** 3;

/** The CSV and Parquet files below `folder`, at most twenty, each with a name of its own. */
export async function findData(folder: string): Promise<readonly FoundFile[]> {
  const paths = await glob("**/*.{csv,csv.gz,parquet}", {
    cwd: folder,
    ignore: ignored,
    onlyFiles: true,
    followSymbolicLinks: false,
  });
  const names = new Set<string>();
  const found: FoundFile[] = [];
  for (const path of paths.map((each) => each.replaceAll("\\", "/")).sort()) {
    const { size } = await stat(join(folder, path));
    if (found.length >= most || size > largestBytes) continue;
    const name = freshName(path, names);
    names.add(name);
    found.push({ name, path });
  }
  return found;
}

function freshName(path: string, taken: ReadonlySet<string>): string {
  const stem = (path.split("/").at(-1) ?? "data")
    .replace(/\.(csv|csv\.gz|parquet)$/i, "")
    .replaceAll(/[^A-Za-z0-9._-]+/g, "-");
  const base = /^[A-Za-z0-9]/.test(stem) ? stem.slice(0, 80) : `data${stem}`.slice(0, 80);
  let name = base;
  for (let next = 2; taken.has(name); next += 1) name = `${base}-${next}`;
  return name;
}
