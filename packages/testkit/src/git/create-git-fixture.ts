import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { runGit } from "./run-git.ts";

/** One commit to make: files by path (`null` deletes), message, author (a login has the address LOGIN@example.com). */
export type CommitRequest = {
  readonly message?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly author?: string;
};

/** The merge that GitHub keeps ready for an open pull request. */
export type PullMerge = {
  readonly number: number;
  readonly head: string;
  readonly base?: string;
};

/** A work tree and its bare remote `origin`, both real, in one temporary folder. */
export type GitFixture = {
  readonly root: string;
  readonly work: string;
  readonly remote: string;
  /** Runs git in the work tree and returns its trimmed output. */
  git(...args: readonly string[]): Promise<string>;
  /** Commits the given files on the branch that is checked out; returns the commit's sha. */
  commit(request?: CommitRequest): Promise<string>;
  /** Makes a branch at `start` (default HEAD) and checks it out. */
  branch(name: string, start?: string): Promise<void>;
  /** Checks out an existing branch or commit. */
  checkout(name: string): Promise<void>;
  /** Pushes a branch (default: the one checked out) to the bare remote. */
  push(name?: string): Promise<void>;
  /** Writes `refs/pull/N/head` and `refs/pull/N/merge` in the remote, as GitHub does; returns the merge's sha. */
  mergeCommit(merge: PullMerge): Promise<string>;
  /** Merges a branch into the one checked out with a merge commit; returns its sha. */
  merge(head: string, message?: string): Promise<string>;
  /** Makes a bare fork of the remote beside it and returns its path. */
  fork(name: string): Promise<string>;
  /** Removes the temporary folder. */
  remove(): Promise<void>;
};

const firstCommitSeconds = 1_767_225_600;

/** Makes an empty repository on `main` with a bare remote; dates and identity are fixed, so shas repeat. */
export async function createGitFixture(
  options: {
    readonly parent?: string;
    /** The folder itself, made where it is missing; default a new one below `parent`. */
    readonly folder?: string;
    readonly startSeconds?: number;
  } = {},
): Promise<GitFixture> {
  const root = options.folder ?? (await mkdtemp(join(options.parent ?? tmpdir(), "slipway-git-")));
  await mkdir(root, { recursive: true });
  const work = join(root, "work");
  const remote = join(root, "remote.git");
  await mkdir(work);
  await runGit({ directory: root, args: ["init", "-q", "--bare", "-b", "main", remote] });
  await runGit({ directory: work, args: ["init", "-q", "-b", "main"] });
  const now = clock(options.startSeconds ?? firstCommitSeconds);
  const git = async (...args: readonly string[]): Promise<string> => {
    return (await runGit({ directory: work, args, env: now.current() })).trim();
  };
  await git("remote", "add", "origin", remote);
  return {
    root,
    work,
    remote,
    git,
    commit: async (request = {}) => {
      now.tick(request.author);
      await writeFiles(work, request.files ?? {});
      await git("add", "-A");
      await git("commit", "-q", "--allow-empty", "-m", request.message ?? "Change");
      return git("rev-parse", "HEAD");
    },
    branch: async (name, start = "HEAD") => {
      await git("checkout", "-q", "-b", name, start);
    },
    checkout: async (name) => {
      await git("checkout", "-q", name);
    },
    push: async (name) => {
      await git("push", "-q", "origin", name ?? (await git("rev-parse", "--abbrev-ref", "HEAD")));
    },
    mergeCommit: (merge) => pullMerge(git, now, merge),
    merge: async (head, message) => {
      now.tick();
      await git("merge", "-q", "--no-ff", "-m", message ?? `Merge ${head}`, head);
      return git("rev-parse", "HEAD");
    },
    fork: async (name) => {
      const path = join(root, `${name}.git`);
      await runGit({ directory: root, args: ["clone", "-q", "--bare", remote, path] });
      return path;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

type Clock = { tick(author?: string): void; current(): Record<string, string> };

function clock(start: number): Clock {
  let seconds = start;
  let name = "Slipway Fixture";
  return {
    tick: (author = "Slipway Fixture") => {
      seconds += 60;
      name = author;
    },
    current: () => {
      const date = `${seconds} +0000`;
      const email = "fixture@example.com";
      return {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: /^[a-z]+$/.test(name) ? `${name}@example.com` : email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: "Slipway Fixture",
        GIT_COMMITTER_EMAIL: email,
        GIT_COMMITTER_DATE: date,
      };
    },
  };
}

async function pullMerge(git: GitFixture["git"], now: Clock, merge: PullMerge): Promise<string> {
  now.tick();
  const base = await git("rev-parse", merge.base ?? "main");
  const head = await git("rev-parse", merge.head);
  const tree = (await git("merge-tree", "--write-tree", base, head)).split("\n")[0] ?? "";
  const message = `Merge ${head} into ${base}`;
  const sha = await git("commit-tree", tree, "-p", base, "-p", head, "-m", message);
  const target = `refs/pull/${merge.number}`;
  await git("push", "-q", "-f", "origin", `${head}:${target}/head`, `${sha}:${target}/merge`);
  return sha;
}

async function writeFiles(
  work: string,
  files: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(work, path);
    if (content === null) {
      await rm(target, { force: true });
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
  }
}
