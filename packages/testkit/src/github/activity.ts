import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { isolatedGitEnv } from "../git/run-git.ts";
import { type FakeActivity } from "./branch-watch.ts";
import { isAncestor } from "./git-store.ts";
import { takeId, type FakeRepository, type FakeState } from "./state.ts";
import { timestamp } from "./timestamp.ts";

const zeros = "0".repeat(40);
const recordName = "slipway-fake-activity";
// Git calls this at every change of a ref, whoever makes it: a push, the fake itself, or a command in the repository.
const hook = `#!/bin/sh
[ "$1" = committed ] || exit 0
grep ' refs/heads/' >> "$GIT_DIR/${recordName}"
exit 0
`;

/** Makes git keep a record of every change of a branch in a bare repository; returns the tips of this moment. */
export function recordBranches(gitDirectory: string | null): Map<string, string> {
  if (gitDirectory === null || !existsSync(gitDirectory)) return new Map();
  const folder = join(gitDirectory, "hooks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "reference-transaction"), hook);
  chmodSync(join(folder, "reference-transaction"), 0o755);
  // Emptied, so that a repository which is added again does not bring its old record.
  writeFileSync(join(gitDirectory, recordName), "");
  const args = [
    "-C",
    gitDirectory,
    "for-each-ref",
    "--format=%(refname) %(objectname)",
    "refs/heads",
  ];
  const text = execFileSync("git", args, { env: { ...isolatedGitEnv }, encoding: "utf8" });
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [line.split(" ")[0] ?? "", line.split(" ")[1] ?? ""]));
}

/** Takes over what git recorded since the last time, as done by `actor`. */
export async function observeBranches(
  { state, repository, now }: { state: FakeState; repository: FakeRepository; now: Date },
  actor: string,
): Promise<void> {
  const { gitDirectory, watch } = repository;
  const record = gitDirectory === null ? "" : join(gitDirectory, recordName);
  if (gitDirectory === null || !existsSync(record)) return;
  const lines = readFileSync(record, "utf8").split("\n").slice(0, -1);
  const fresh = lines.slice(watch.readLines);
  watch.readLines = lines.length;
  // Nothing is awaited here, so that requests which overlap keep the order of the record.
  const added = fresh.flatMap((line): readonly FakeActivity[] => {
    const [old = zeros, after = zeros, ref = ""] = line.split(" ");
    const before = watch.tips.get(ref) ?? old;
    // Deleting a branch is recorded twice, once for the packed refs.
    if (before === after) return [];
    if (after === zeros) watch.tips.delete(ref);
    else watch.tips.set(ref, after);
    const id = takeId(state);
    return [{ id, kind: "push", ref, before, after, actor, timestamp: timestamp(now) }];
  });
  repository.activities.push(...added);
  for (const one of added) one.kind = await kindOf(gitDirectory, one.before, one.after);
}

async function kindOf(
  directory: string,
  before: string,
  after: string,
): Promise<FakeActivity["kind"]> {
  if (before === zeros) return "branch_creation";
  if (after === zeros) return "branch_deletion";
  return (await isAncestor(directory, before, after)) ? "push" : "force_push";
}
