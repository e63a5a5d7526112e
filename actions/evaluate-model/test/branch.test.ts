import { gitEvidenceBranch } from "@slipway/git";
import { createGitFixture, runGit, type GitFixture } from "@slipway/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";
import { flagsOf, itemsOf, table, worsened } from "./results.ts";
import { createWorkspace, ledger, only, type Workspace } from "./workspace.ts";

const good = itemsOf(400, 0.9);
const gates = ["accuracy max-drop 0.1"];

let git: GitFixture;
let workspace: Workspace;

beforeEach(async () => {
  git = await createGitFixture();
  workspace = createWorkspace({}, git.work);
});

afterEach(async () => {
  workspace.remove();
  await git.remove();
});

const branch = () => gitEvidenceBranch({ folder: git.work });

/** Commits results, evaluates them as the default branch does, and stores what came out. */
async function commitAndStore(text: string, hasItems = true): Promise<string> {
  workspace.write({ "new.csv": text });
  const commit = await git.commit();
  await git.push();
  const flags = flagsOf(gates, { "first-run": "allow" });
  const evidence = only(await workspace.evaluate(flags, { branch: branch() }));
  const { digest } = evidence.items;
  if (digest === undefined) throw new Error("items were expected");
  const blob = {
    path: `blobs/sha256/${digest.sha256}`,
    content: { file: workspace.ports.folder.blobPath(digest) },
  };
  const document = {
    path: `evidence/${commit}/evaluation-new.json`,
    content: JSON.stringify(evidence),
  };
  await branch().store(hasItems ? [document, blob] : [document], "store");
  return commit;
}

async function judge(text: string, now?: string) {
  workspace.write({ "new.csv": text });
  await git.commit();
  const world = { branch: branch(), ...(now === undefined ? {} : { now }) };
  return only(await workspace.evaluate(flagsOf(gates), world));
}

test("evidence of the nearest ancestor is the baseline, with its items, distance and age", async () => {
  const first = await commitAndStore(table(good));
  await git.commit();

  const evidence = await judge(table(worsened(good, 40)), "2026-03-05T16:40:00.000Z");

  expect(evidence.baseline).toMatchObject({
    source: "branch",
    commit: first,
    distance: 2,
    ageDays: 3,
    paired: 400,
    pairedBy: "id",
  });
  expect(evidence.checks[0]?.interval?.method).toBe("Tango");
  expect(ledger(evidence)).toEqual({ "new/accuracy/max-drop": "pass" });
});

test("of several ancestors with evidence the nearest counts, and a side branch does not", async () => {
  await commitAndStore(table(good));
  const second = await commitAndStore(table(worsened(good, 20)));
  await git.branch("change");
  await git.checkout("main");
  await commitAndStore(table(worsened(good, 3)));
  await git.checkout("change");

  const evidence = await judge(table(good));

  expect(evidence.baseline).toMatchObject({ commit: second, distance: 1 });
});

test("on the merge commit of a pull request the base's newest evidence counts", async () => {
  await commitAndStore(table(good));
  await git.branch("change");
  await git.commit({ files: { "other.txt": "x" } });
  await git.checkout("main");
  const newest = await commitAndStore(table(worsened(good, 30)));
  const merge = await git.mergeCommit({ number: 1, head: "change" });
  await git.git("checkout", "-q", "--detach", merge);
  workspace.write({ "new.csv": table(good) });

  const evidence = only(await workspace.evaluate(flagsOf(gates), { branch: branch() }));

  expect(evidence.baseline).toMatchObject({ commit: newest });
});

test("without the branch there is no baseline, which is said and is no pass", async () => {
  const evidence = await judge(table(good));

  expect(evidence.baseline).toBeNull();
  expect(ledger(evidence)).toEqual({
    "new/accuracy/max-drop": "inconclusive no-baseline blocks",
  });
  expect(workspace.log.join("\n")).toMatch(/no baseline/);
});

test("a branch that was rewritten is read as it is now", async () => {
  await commitAndStore(table(good));
  await judge(table(good));
  const empty = (
    await git.git("commit-tree", "-m", "empty", "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
  ).trim();
  await git.git("push", "-q", "-f", "origin", `${empty}:refs/heads/slipway`);

  const evidence = await judge(table(worsened(good, 9)));

  expect(evidence.baseline).toBeNull();
});

test("items that are not on the branch leave unpaired bounds, and it is said", async () => {
  await commitAndStore(table(good), false);

  const evidence = await judge(table(worsened(good, 40)));

  expect(evidence.baseline).toMatchObject({ paired: 0, pairedBy: null });
  expect(workspace.log.join("\n")).toMatch(/no longer on the branch; bounds are unpaired/);
});

test("evidence that somebody damaged on the branch is refused, not taken", async () => {
  const commit = await commitAndStore(table(good));
  const path = `evidence/${commit}/evaluation-new.json`;
  await branch().store([{ path, content: '{"schema":"slipway/evidence/v1"' }], "damage");

  await expect(judge(table(good))).rejects.toMatchObject({ code: "SW1401" });
});

test("an evaluation never moves the branch", async () => {
  await commitAndStore(table(good));
  const before = await runGit({ directory: git.remote, args: ["rev-parse", "slipway"] });

  await judge(table(worsened(good, 5)));

  expect(await runGit({ directory: git.remote, args: ["rev-parse", "slipway"] })).toBe(before);
});
