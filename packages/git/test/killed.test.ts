import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitSlipwayBranch } from "../src/index.ts";
import { adding, aRepository, git } from "./a-remote.ts";

const writer = `
import { gitSlipwayBranch } from ${JSON.stringify(join(import.meta.dirname, "../src/index.ts"))};
await gitSlipwayBranch({ folder: process.argv[1] }).update(async (view) => {
  const content = String((await view.list("entries")).length);
  process.stdout.write("planned");
  return { files: [{ path: "entries/" + content, content }], message: "m", result: 0 };
});
`;

function startWriter(work: string) {
  const args = ["--input-type=module", "--eval", writer, work];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

function scratchFolders(work: string): string[] {
  const home = join(work, ".git", "slipway");
  return existsSync(home) ? readdirSync(home) : [];
}

/** A writer that is killed some time after it has planned, in the middle of whatever git does then. */
async function killedWriter(work: string, afterMs: number): Promise<void> {
  const child = startWriter(work);
  // Listened for from the start: a quick writer may have ended before it is killed.
  const closed = once(child, "close");
  await Promise.race([once(child.stdout, "data"), closed]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await closed;
}

test("whenever a writer is killed, the next one completes: no entry is lost, doubled or half-written", async () => {
  const { remote, work } = aRepository();

  for (const afterMs of [0, 3, 6, 10, 15, 20, 30, 45]) await killedWriter(work, afterMs);
  // Git's own children may outlive the killed one for a moment.
  const stored = await gitSlipwayBranch({ folder: work }).update(async (view) => {
    const next = (await view.list("entries")).length;
    return adding({ [`entries/${next}`]: String(next) });
  });

  const view = await gitSlipwayBranch({ folder: work }).view();
  const entries = await view.list("entries");
  expect(stored.changed).toBe(true);
  expect(entries).toEqual(entries.map((_, index) => `entries/${index}`));
  expect(git(remote, "rev-list", "--count", "slipway")).toBe(String(entries.length));
  expect(git(remote, "fsck", "--full", "--strict")).toBe("");
});

test("a process that ends leaves nothing; what a killed one left goes an hour later", async () => {
  const { work } = aRepository();
  const child = startWriter(work);
  child.stdout.resume();
  await once(child, "close");
  expect(scratchFolders(work)).toEqual([]);

  const home = join(work, ".git", "slipway");
  for (const name of ["scratch-old", "scratch-new"]) {
    mkdirSync(join(home, name, "objects"), { recursive: true });
    writeFileSync(join(home, name, "shallow.lock"), "");
  }
  utimesSync(join(home, "scratch-old"), new Date(0), new Date(0));
  await gitSlipwayBranch({ folder: work }).view();

  const left = scratchFolders(work);
  expect(left).toContain("scratch-new");
  expect(left).not.toContain("scratch-old");
});

test("half a store of another version, and its locks, are in nobody's way", async () => {
  const { work } = aRepository();
  const store = join(work, ".git", "slipway", "branch.git");
  mkdirSync(join(store, "objects", "pack"), { recursive: true });
  for (const name of ["shallow.lock", "index-1234", "config.lock", "HEAD"])
    writeFileSync(join(store, name), "");

  const stored = await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding({ a: "1" })),
  );

  expect(stored).toMatchObject({ changed: true, attempts: 1 });
});

test("a git folder that cannot be written to is told", async () => {
  const { work } = aRepository();
  writeFileSync(join(work, ".git", "slipway"), "a file where the folder should be");

  await expect(gitSlipwayBranch({ folder: work }).view()).rejects.toMatchObject({ code: "SW1304" });
});
