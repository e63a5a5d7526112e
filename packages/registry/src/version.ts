import { UserError } from "@slipway/kernel";

/** A SemVer 2.0 version; `text` has no leading `v`. */
export type Version = {
  readonly text: string;
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  readonly prerelease: readonly string[];
};

/** Which part of a version grows. */
export type VersionBump = "major" | "minor" | "patch";

const number = String.raw`(?:0|[1-9]\d*)`;
const identifier = String.raw`(?:${number}|\d*[A-Za-z-][0-9A-Za-z-]*)`;
const form = new RegExp(
  String.raw`^v?(?<major>${number})\.(?<minor>${number})\.(?<patch>${number})` +
    String.raw`(?:-(?<prerelease>${identifier}(?:\.${identifier})*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`,
);
const longest = 199;

/** Reads `1.2.3` or `v1.2.3` with prerelease and build, as SemVer 2.0 has them. @throws UserError SW4004 */
export function parseVersion(text: string): Version {
  const version = readVersion(text);
  if (version !== undefined) return version;
  throw new UserError({
    code: "SW4004",
    message: `${JSON.stringify(text.slice(0, 100))} is not a version`,
    remedy: "Write it as three numbers, such as v1.2.3 or v2.0.0-rc.1 (SemVer 2.0).",
  });
}

/** The order of two versions by SemVer's precedence: negative, 0 or positive; build metadata does not count. @throws UserError SW4004 */
export function compareVersions(left: string, right: string): number {
  return compare(parseVersion(left), parseVersion(right));
}

/**
 * The version after the highest of `existing`, `v1.0.0` where there is none; names that are no versions do not count.
 * After a prerelease comes the release that it precedes, where that is the asked bump.
 */
export function nextVersion(existing: readonly string[], bump: VersionBump): string {
  const highest = existing
    .map(readVersion)
    .filter((version) => version !== undefined)
    .sort(compare)
    .at(-1);
  if (highest === undefined) return "v1.0.0";
  const { major, minor, patch } = highest;
  const waits = highest.prerelease.length > 0;
  if (bump === "major") return `v${waits && minor === 0n && patch === 0n ? major : major + 1n}.0.0`;
  if (bump === "minor") return `v${major}.${waits && patch === 0n ? minor : minor + 1n}.0`;
  return `v${major}.${minor}.${waits ? patch : patch + 1n}`;
}

function readVersion(text: string): Version | undefined {
  const groups = text.length > longest + 1 ? undefined : form.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return {
    text: text.replace(/^v/, ""),
    major: BigInt(groups["major"] ?? ""),
    minor: BigInt(groups["minor"] ?? ""),
    patch: BigInt(groups["patch"] ?? ""),
    prerelease: groups["prerelease"]?.split(".") ?? [],
  };
}

function compare(left: Version, right: Version): number {
  for (const part of ["major", "minor", "patch"] as const) {
    if (left[part] !== right[part]) return left[part] < right[part] ? -1 : 1;
  }
  return comparePrerelease(left.prerelease, right.prerelease);
}

function comparePrerelease(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const order = compareIdentifiers(one, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Numbers by value and below words; words by their ASCII codes. */
function compareIdentifiers(left: string, right: string): number {
  if (left === right) return 0;
  const [isNumber, isOtherNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  if (isNumber && left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : 1;
}
