import type { Digest } from "@slipway/kernel";
import type { BundleProblem } from "./bundle-problem.ts";
import type { Predicate } from "./bundle-schema.ts";
import {
  excludedAtTop,
  inReferenceOrder,
  rootInOrder,
  type ModelFile,
  type Sha256,
} from "./model-digest.ts";

/** The files against what is signed. */
export type CheckedFiles = {
  readonly rootDigest: Digest;
  readonly referenceDigest: Digest | undefined;
  readonly problems: readonly BundleProblem[];
  readonly ignored: readonly string[];
};

/** Compares files with a predicate whose names and serialization are in order; `claimed` is the subject's digest. */
export function checkFiles(
  found: {
    readonly predicate: Predicate;
    readonly claimed: string;
    readonly files: readonly ModelFile[];
  },
  sha256: Sha256,
): CheckedFiles {
  const { predicate, claimed, files } = found;
  const signed = predicate.resources.map(({ name, digest }): ModelFile => {
    return { name: fileName(name, files), digest: { sha256: digest } };
  });
  const { covered, ignored } = withoutIgnored(files, ignoredPaths(predicate));
  const rootDigest = rootInOrder(signed, sha256);
  const reference = rootInOrder(inReferenceOrder(signed), sha256);
  const problems = compareFiles(signed, covered);
  if (rootDigest.sha256 !== claimed) {
    const message = `the bundle claims the root digest ${claimed.slice(0, 12)}, but its files give ${rootDigest.sha256.slice(0, 12)}`;
    problems.unshift({ kind: "root-digest", message });
  }
  const referenceDigest = reference.sha256 === rootDigest.sha256 ? undefined : reference;
  return { rootDigest, referenceDigest, problems, ignored };
}

/** The name `.` stands for the one file of a model that is no folder. */
function fileName(name: string, files: readonly ModelFile[]): string {
  return name === "." && files.length === 1 ? (files[0]?.name ?? name) : name;
}

/** What the bundle leaves out, and what belongs to git unless it is signed after all. */
function ignoredPaths({ resources, serialization }: Predicate): readonly string[] {
  const tops = new Set(resources.map(({ name }) => name.split("/")[0]));
  const git = [...excludedAtTop].filter((name) => !tops.has(name));
  return [...new Set([...git, ...(serialization.ignore_paths ?? [])])].sort();
}

function withoutIgnored(files: readonly ModelFile[], paths: readonly string[]) {
  const known = new Set(paths);
  const ignored = new Set<string>();
  const covered = files.filter(({ name }) => {
    const path = prefixesOf(name).find((prefix) => known.has(prefix));
    if (path !== undefined) ignored.add(path);
    return path === undefined;
  });
  return { covered, ignored: [...ignored].sort() };
}

function prefixesOf(name: string): readonly string[] {
  const parts = name.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

function compareFiles(signed: readonly ModelFile[], covered: readonly ModelFile[]) {
  const left = new Map(covered.map(({ name, digest }) => [name, digest.sha256]));
  const problems: BundleProblem[] = [];
  for (const { name, digest } of signed) {
    const there = left.get(name);
    left.delete(name);
    if (there === undefined)
      problems.push({ kind: "missing-file", message: `${quoted(name)} is signed, but not there` });
    else if (there !== digest.sha256)
      problems.push({ kind: "changed-file", message: `${quoted(name)} has other bytes` });
  }
  for (const name of left.keys())
    problems.push({ kind: "extra-file", message: `${quoted(name)} is there, but not signed` });
  return problems;
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
