import { UserError } from "@slipway/kernel";
import { expect, test } from "vitest";
import { compareVersions, nextVersion, parseVersion } from "../src/index.ts";

test("a version is read with and without its v", () => {
  const read = { text: "1.2.3-rc.1+b.5", major: 1n, minor: 2n, patch: 3n, prerelease: ["rc", "1"] };

  expect(parseVersion("v1.2.3-rc.1+b.5")).toEqual(read);
  expect(parseVersion("1.2.3-rc.1+b.5")).toEqual(read);
});

test.each([
  "",
  "v",
  "1",
  "1.2",
  "1.2.3.4",
  "v01.2.3",
  "1.2.3-01",
  "1.2.3-",
  "1.2.3+",
  "V1.2.3",
  "vv1.2.3",
  "1.2.x",
  `1.2.3-${"a".repeat(300)}`,
])("%j is no version", (text) => {
  expect(() => parseVersion(text)).toThrow(UserError);
});

test("versions are ordered as SemVer 2.0 orders its own examples", () => {
  const ordered = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "v1.9.0",
    "v1.10.0",
    "v10.0.0",
    "v99999999999999999999.0.0",
  ];

  expect(ordered.toReversed().sort(compareVersions)).toEqual(ordered);
  expect(compareVersions("v1.0.0+a", "1.0.0+b")).toBe(0);
});

test.each([
  { existing: [], bump: "minor", next: "v1.0.0" },
  { existing: ["latest"], bump: "major", next: "v1.0.0" },
  { existing: ["v1.3.4"], bump: "patch", next: "v1.3.5" },
  { existing: ["v1.9.0", "v1.10.0", "1.2.0"], bump: "minor", next: "v1.11.0" },
  { existing: ["v1.3.4"], bump: "major", next: "v2.0.0" },
  { existing: ["v1.0.0", "v1.1.0-rc.1"], bump: "minor", next: "v1.1.0" },
  { existing: ["v2.0.0-rc.1"], bump: "major", next: "v2.0.0" },
  { existing: ["v1.1.1-rc.1"], bump: "minor", next: "v1.2.0" },
  { existing: ["v1.1.1-rc.1"], bump: "patch", next: "v1.1.1" },
  { existing: ["v9007199254740993.0.0"], bump: "major", next: "v9007199254740994.0.0" },
] as const)("after $existing the next $bump version is $next", ({ existing, bump, next }) => {
  expect(nextVersion(existing, bump)).toBe(next);
});
