import { UserError } from "@slipway/kernel";

/** The platforms for which the binding is published and pinned. */
export const platforms = [
  "darwin-arm64",
  "darwin-x64",
  "linux-arm64",
  "linux-arm64-musl",
  "linux-x64",
  "linux-x64-musl",
  "win32-arm64",
  "win32-x64",
] as const;

/** One of {@link platforms}; the name of its npm package ends in it. */
export type Platform = (typeof platforms)[number];

/**
 * Names the platform of a process, `linux-x64-musl` for one on Alpine.
 * @throws UserError SW6001 where no binding is published
 */
export function findPlatform(
  platform: string = process.platform,
  arch: string = process.arch,
): Platform {
  const isMusl = platform === "linux" && platform === process.platform && !hasGlibc();
  const name = `${platform}-${arch}${isMusl ? "-musl" : ""}`;
  const known = platforms.find((each) => each === name);
  if (known !== undefined) return known;
  throw new UserError({
    code: "SW6001",
    message: `DuckDB is not published for ${name}.`,
    remedy:
      "Run on Linux (glibc 2.25 or newer, or musl), macOS or Windows, on x64 or arm64 processors.",
  });
}

/** Only a Node that is linked against glibc reports its version; the one for musl does not. */
function hasGlibc(): boolean {
  // Without this the report asks the network interfaces, which can take seconds.
  Reflect.set(process.report, "excludeNetwork", true);
  const report: { header?: { glibcVersionRuntime?: string } } = process.report.getReport();
  return report.header?.glibcVersionRuntime !== undefined;
}
