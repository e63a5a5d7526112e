import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gitSlipwayBranch } from "../src/index.ts";
import {
  adding,
  aClone,
  aRepository,
  aTemporaryFolder,
  codeOf,
  commitFile,
  errorOf,
  git,
} from "./a-remote.ts";

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("utf8");

function aHook(remote: string, name: string, script: string): void {
  writeFileSync(join(remote, "hooks", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

test.each([true, false])(
  "files travel to another clone; remote with filters: %s",
  async (filters) => {
    const { remote, work } = aRepository({ filters });

    const stored = await gitSlipwayBranch({ folder: work }).update(() =>
      Promise.resolve({
        files: [
          { path: "entries/000/000000.json", content: "{}\n" },
          { path: 'odd/"quoted" ünï.txt', content: Uint8Array.of(0, 10, 255) },
          { path: "file", content: { file: join(work, "slipway.yaml") } },
        ],
        message: "first",
        result: 1,
      }),
    );
    const view = await gitSlipwayBranch({ folder: aClone(remote) }).view();

    expect(stored).toEqual({ result: 1, commit: view.commit, changed: true, attempts: 1 });
    expect(await view.list("")).toEqual([
      "README.md",
      "entries/000/000000.json",
      "file",
      'odd/"quoted" ünï.txt',
    ]);
    expect(await view.list("odd")).toEqual(['odd/"quoted" ünï.txt']);
    expect(await view.list("none/")).toEqual([]);
    const paths = ["file", 'odd/"quoted" ünï.txt', "none", "odd", "../file", "/file", ""];
    expect(await view.readFiles(paths)).toEqual(
      new Map([
        ["file", new Uint8Array(Buffer.from("version: 1\n"))],
        ['odd/"quoted" ünï.txt', Uint8Array.of(0, 10, 255)],
      ]),
    );
  },
);

test.each([true, false])("thousands of files come together; filters: %s", async (filters) => {
  const { remote, work } = aRepository({ filters });
  const entries = Array.from({ length: 1500 }, (_, index): [string, string] => [
    `entries/${String(index % 4)}/${index}.json`,
    `entry ${index}`,
  ]);
  await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding({ ...Object.fromEntries(entries), checkpoint: "c" })),
  );
  const view = await gitSlipwayBranch({ folder: aClone(remote) }).view();
  const wanted: [string, string][] = [...entries, ["checkpoint", "c"]];

  const read = await view.readFiles(wanted.map(([path]) => path));

  expect(read).toEqual(
    new Map(wanted.map(([path, content]) => [path, new Uint8Array(Buffer.from(content))])),
  );
});

test("a repository without the branch is an empty view", async () => {
  const { work } = aRepository();

  const view = await gitSlipwayBranch({ folder: work }).view();

  expect(view.commit).toBeUndefined();
  expect(await view.list("")).toEqual([]);
  expect(await view.readFiles(["checkpoint"])).toEqual(new Map());
});

test("a view stays what it was while the branch moves on", async () => {
  const { work } = aRepository();
  const branch = gitSlipwayBranch({ folder: work });
  await branch.update(() => Promise.resolve(adding({ a: "1" })));
  const before = await branch.view();

  await branch.update(() => Promise.resolve(adding({ a: "2", b: "2" })));

  expect(text((await before.readFiles(["a"])).get("a"))).toBe("1");
  expect(await before.list("")).toEqual(["README.md", "a"]);
  expect(text((await (await branch.view()).readFiles(["a"])).get("a"))).toBe("2");
});

test("no files make no commit, and neither do the same files", async () => {
  const { work } = aRepository();
  const branch = gitSlipwayBranch({ folder: work });
  const nothing = { files: [], message: "nothing", result: "seen" };

  const unborn = await branch.update(() => Promise.resolve(nothing));
  const first = await branch.update(() => Promise.resolve(adding({ a: "1" })));
  const none = await branch.update(() => Promise.resolve(nothing));
  const same = await branch.update(() => Promise.resolve(adding({ a: "1" })));

  const kept = { commit: first.commit, changed: false, attempts: 1 };
  expect(unborn).toEqual({ ...kept, result: "seen", commit: undefined });
  expect(none).toEqual({ ...kept, result: "seen" });
  expect(same).toEqual({ ...kept, result: "a" });
});

test("files go in the commit that brings what replaces them", async () => {
  const { work } = aRepository();
  const branch = gitSlipwayBranch({ folder: work });
  await branch.update(() => Promise.resolve(adding({ "tile/0/000.p/1": "1" })));

  await branch.update(() =>
    Promise.resolve({ ...adding({ "tile/0/000.p/2": "2" }), removed: ["tile/0/000.p/1", "none"] }),
  );

  expect(await (await branch.view()).list("tile")).toEqual(["tile/0/000.p/2"]);
});

test("a writer that lost the race plans anew on what the winner wrote", async () => {
  const { remote, work } = aRepository();
  const other = gitSlipwayBranch({ folder: aClone(remote) });
  const seen: string[][] = [];

  const stored = await gitSlipwayBranch({ folder: work }).update(async (view) => {
    const paths = await view.list("entries");
    seen.push([...paths]);
    if (seen.length === 1)
      await other.update(() => Promise.resolve(adding({ "entries/0": "other" })));
    return adding({ [`entries/${paths.length}`]: "mine" });
  });

  expect(seen).toEqual([[], ["entries/0"]]);
  expect(stored).toMatchObject({ result: "entries/1", attempts: 2 });
  const view = await gitSlipwayBranch({ folder: work }).view();
  expect(await view.list("entries")).toEqual(["entries/0", "entries/1"]);
  expect(git(remote, "rev-list", "--count", "slipway")).toBe("2");
  expect(git(remote, "rev-list", "--merges", "slipway")).toBe("");
});

test("writers that say the same in the same second each get their commit", async () => {
  const { remote, work } = aRepository();
  const plan = async (view: { list: (folder: string) => Promise<readonly string[]> }) => {
    const next = (await view.list("entries")).length;
    return adding({ [`entries/${next}`]: "the same" });
  };

  const ends = await Promise.all(
    [work, aClone(remote), aClone(remote)].map((folder) =>
      gitSlipwayBranch({ folder }).update(plan),
    ),
  );

  expect(ends.map(({ result }) => result).sort()).toEqual(["entries/0", "entries/1", "entries/2"]);
  expect(git(remote, "rev-list", "--count", "slipway")).toBe("3");
});

test("a remote that keeps moving is given up after 30 attempts, and says so", async () => {
  const { remote, work } = aRepository();
  const pauses: number[] = [];
  aHook(remote, "pre-receive", "echo 'error: cannot lock ref' >&2; exit 1");

  const error = await errorOf(
    gitSlipwayBranch({
      folder: work,
      pause: (longestMs) => Promise.resolve(pauses.push(longestMs)),
    }).update(() => Promise.resolve(adding({ a: "1" }))),
  );

  expect(pauses).toHaveLength(30);
  expect(error?.code).toBe("SW3203");
  expect(error?.message).toContain("30 attempts");
});

test("a hook that refuses is an error at once, with what it said", async () => {
  const { remote, work } = aRepository();
  aHook(remote, "pre-receive", "echo 'GH013: changes must be made by a bot' >&2; exit 1");

  const error = await errorOf(
    gitSlipwayBranch({ folder: work }).update(() => Promise.resolve(adding({ a: "1" }))),
  );

  expect(error?.code).toBe("SW3202");
  expect(error?.message).toContain("GH013");
});

test("a remote that is gone is told", async () => {
  const { work } = aRepository();
  git(work, "remote", "set-url", "origin", join(work, "nowhere.git"));

  expect(await codeOf(gitSlipwayBranch({ folder: work }).view())).toBe("SW3201");
});

test.each(["a..b", "-x", "a:b", "a b", "refs/*", "", "@"])(
  "%j is no name of a branch",
  async (branch) => {
    const { work } = aRepository();

    const code = await codeOf(gitSlipwayBranch({ folder: work, branch }).view());

    expect(code).toBe("SW1001");
  },
);

test("nothing is left in the user's clone: no ref, no mark, no commit in its object store", async () => {
  const { work } = aRepository();
  const refs = git(work, "for-each-ref");
  const objects = git(work, "count-objects");

  const { commit } = await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding({ a: "1" })),
  );

  expect(git(work, "for-each-ref")).toBe(refs);
  expect(git(work, "count-objects")).toBe(objects);
  expect(existsSync(join(work, ".git", "shallow"))).toBe(false);
  expect(() => git(work, "cat-file", "-e", commit ?? "")).toThrow();
});

test("hooks of the user's clone and of a global folder do not run", async () => {
  const { remote, work } = aRepository();
  const hooks = join(work, "hooks");
  mkdirSync(hooks);
  for (const name of ["pre-push", "reference-transaction"]) {
    writeFileSync(join(hooks, name), "#!/bin/sh\nexit 1\n");
    chmodSync(join(hooks, name), 0o755);
  }
  git(work, "config", "core.hooksPath", hooks);

  const { changed } = await gitSlipwayBranch({ folder: work }).update(() =>
    Promise.resolve(adding({ a: "1" })),
  );

  expect(changed).toBe(true);
  expect(git(remote, "ls-tree", "--name-only", "slipway")).toContain("a");
});

test("a link on the branch is no file", async () => {
  const { work } = aRepository();
  git(work, "checkout", "--quiet", "--orphan", "slipway");
  git(work, "config", "core.symlinks", "true");
  const link = git(work, "hash-object", "-w", "slipway.yaml");
  git(work, "update-index", "--add", "--cacheinfo", `120000,${link},checkpoint`);
  commitFile(work, "a", "1");
  git(work, "push", "--quiet", "origin", "slipway");

  const view = await gitSlipwayBranch({ folder: work }).view();

  expect(await view.readFiles(["checkpoint", "slipway.yaml"])).toEqual(
    new Map([["slipway.yaml", new Uint8Array(Buffer.from("version: 1\n"))]]),
  );
});

test("a linked work tree shares the repository's folder", async () => {
  const { work } = aRepository();
  const folder = join(aTemporaryFolder("slipway-worktree-"), "other");
  git(work, "worktree", "add", "--quiet", folder, "-b", "topic");

  await gitSlipwayBranch({ folder }).update(() => Promise.resolve(adding({ a: "1" })));

  expect(readdirSync(join(work, ".git", "slipway")).length).toBeGreaterThan(0);
  expect(await (await gitSlipwayBranch({ folder: work }).view()).list("")).toContain("a");
});
