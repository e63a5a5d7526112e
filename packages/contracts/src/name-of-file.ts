/**
 * A name that evidence can bear, made of a file's: its stem, with dashes for what a name cannot hold, and `prefix`
 * before it where it would begin with a sign.
 */
export function nameOfFile(path: string, prefix: string): string {
  const stem = (path.split(/[/\\]/).at(-1) ?? "")
    .replace(/\.(csv|csv\.gz|parquet)$/i, "")
    .replaceAll(/[^A-Za-z0-9._-]/g, "-");
  return (/^[A-Za-z0-9]/.test(stem) ? stem : `${prefix}${stem}`).slice(0, 100);
}
