import type { LogEntry, VerificationCheck } from "@slipway/contracts";
import { bytesOf, equalBytes } from "../bytes.ts";
import { policyText } from "../derived-files.ts";
import type { ReadFiles } from "../log-crypto.ts";
import type { VerifierKey } from "../log-keys.ts";
import { entryPath, policyPath, tileWidth } from "../paths.ts";
import { checkDerived, derivedFiles } from "./check-derived.ts";
import { findChangedEntries } from "./check-entries.ts";
import { checkEvidence } from "./check-evidence.ts";
import { readAllEntries } from "./check-order.ts";
import { checkStory } from "./check-story.ts";
import { checkTiles } from "./check-tiles.ts";
import { checksOf, counted, notJudged, type Problem } from "./findings.ts";
import { leavesOfEntries, type Leaves, type LogCopy } from "./log-copy.ts";
import { findSignedLeaves, type SignedLeaves } from "./signed-leaves.ts";

const names = {
  entries: { id: "entries", title: "Every entry lies under the signed root" },
  tiles: { id: "tiles", title: "Tiles and bundles hold the signed entries" },
  order: { id: "order", title: "Entries fit their schema, are numbered and in the order of time" },
  story: { id: "story", title: "Each entry follows from those before it" },
  pointers: { id: "pointers", title: "Environments point at what the log says" },
  versions: { id: "versions", title: "Versions are those that the log registered" },
  evidence: { id: "evidence", title: "Evidence and signatures are those that were registered" },
  files: { id: "files", title: "Every file belongs to the log" },
} as const;

/** What was found, and the leaves that were signed where all of them are known. */
export type ContentFindings = {
  readonly checks: readonly VerificationCheck[];
  readonly leaves: Leaves | undefined;
};

/** Checks everything below a checkpoint that was opened. */
export async function checkContents(
  copy: LogCopy,
  read: ReadFiles,
  key: VerifierKey,
): Promise<ContentFindings> {
  const { size } = copy.checkpoint;
  // Each file of a log holds at most 256 entries: a size beyond that cannot be checked, and would fill the memory.
  if (size > copy.paths.size * tileWidth) {
    const detail = `the checkpoint signs ${size} entries, of which most are missing`;
    return { checks: checksOf(names.entries, [{ detail }], ""), leaves: undefined };
  }
  const leaves = leavesOfEntries(copy);
  const signed = findSignedLeaves(copy, leaves);
  const changed = findChangedEntries(copy, leaves, signed);
  const entryChecks = checksOf(names.entries, changed, counted(size, "entry", "entries"));
  const whole = signed?.unknownBlocks.size === 0 ? signed : undefined;
  const checks = [...entryChecks, ...checkTileFiles(copy, whole, key)];
  const told = changed.length === 0 ? await checkEntries(copy, read) : notJudgedEntries();
  return { checks: [...checks, ...told], leaves: whole?.leaves };
}

function checkTileFiles(
  copy: LogCopy,
  signed: SignedLeaves | undefined,
  key: VerifierKey,
): readonly VerificationCheck[] {
  if (signed === undefined)
    return [notJudged(names.tiles, "the entries that were signed are not known")];
  const { problems, known } = checkTiles(copy, signed.leaves);
  for (let index = 0; index < copy.checkpoint.size; index += 1) known.add(entryPath(index));
  const strange = [...copy.paths]
    .filter((path) => /^(?:entries|tile)\//.test(path) && !known.has(path))
    .map((path) => ({ detail: `${path} is no file of a log of ${copy.checkpoint.size} entries` }));
  return [
    ...checksOf(names.tiles, problems, "all of them, at every level"),
    ...checksOf(names.files, [...strange, ...checkPolicy(copy, key)], `${copy.paths.size} files`),
  ];
}

function checkPolicy({ files }: LogCopy, key: VerifierKey): Problem[] {
  const policy = files.get(policyPath);
  if (policy === undefined || equalBytes(policy, bytesOf(policyText(key)))) return [];
  return [{ detail: `${policyPath} names another key or other witnesses than this log has` }];
}

async function checkEntries(copy: LogCopy, read: ReadFiles): Promise<readonly VerificationCheck[]> {
  const { entries: all, problems } = readAllEntries(copy);
  const entries = all.filter((entry) => entry !== undefined);
  const evidence = await checkEvidence(entries, read, copy.crypto);
  const derived = derivedFiles(entries);
  const pointers = checkDerived(copy, derived, "environments/");
  const versions = checkDerived(copy, derived, "models/");
  return [
    ...checksOf(names.order, problems, spanOf(entries)),
    ...checksOf(names.story, checkStory(entries), counted(entries.length, "entry", "entries")),
    ...checksOf(names.pointers, pointers, countBelow(derived.keys(), "environments/")),
    ...checksOf(names.versions, versions, countBelow(derived.keys(), "models/")),
    ...checksOf(names.evidence, evidence.problems, counted(evidence.count, "file", "files")),
  ];
}

function notJudgedEntries(): readonly VerificationCheck[] {
  const { order, story, pointers, versions, evidence } = names;
  return [order, story, pointers, versions, evidence].map((name) =>
    notJudged(name, "the entries are not the ones that were signed"),
  );
}

function spanOf(entries: readonly LogEntry[]): string {
  const [first] = entries;
  const last = entries.at(-1);
  return first === undefined || last === undefined ? "no entries" : `${first.time} to ${last.time}`;
}

function countBelow(paths: Iterable<string>, folder: string): string {
  const count = [...paths].filter((path) => path.startsWith(folder)).length;
  return counted(count, "file", "files");
}
