import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "@slipway/kernel";
import type { BranchChange, BranchUpdate, BranchView, SlipwayBranch } from "@slipway/ports";
import { commitView } from "./commit-view.ts";
import { isForbidden, isPassing, permissionLines, tryPush } from "./push-ref.ts";
import { isRefName } from "./ref-name.ts";
import {
  openScratch,
  unreachable,
  type RemoteOptions,
  type ScratchRepository,
} from "./scratch-repository.ts";
import { writeCommit } from "./write-commit.ts";

/** How often a writer that lost the race tries again. Each time another writer won, so all of 20 get through. */
const maxAttempts = 30;

const tip = "refs/slipway/tip";

/** The branch's name (`slipway` unless given), the repository's folder, and a token for a checkout without credentials. */
export type SlipwayBranchOptions = RemoteOptions & {
  readonly branch?: string;
  /** Waits after a lost race; by default a random time of at most `longestMs`, so that writers come apart. */
  readonly pause?: (longestMs: number) => Promise<unknown>;
};

const readme = {
  path: "README.md",
  content: `# The slipway branch

Written by Slipway. Do not edit by hand.

- entries/, tile/, checkpoint: the log of registrations and promotions, signed and append-only
- environments/ENVIRONMENT/MODEL.json: what runs there; models/MODEL/VERSION.json: what was registered
- evidence/COMMIT/KIND-NAME.json: what was found at that commit, by which later changes are judged
- blobs/sha256/DIGEST: larger documents, by the digest of their bytes
`,
};

/** The branch of `origin` that holds log, pointers and evidence, through the git binary. */
export function gitSlipwayBranch(options: SlipwayBranchOptions): SlipwayBranch {
  const branch = options.branch ?? "slipway";
  let opened: Promise<ScratchRepository> | undefined;
  const scratch = () => {
    if (!isRefName(branch)) throw noBranchName(branch);
    return (opened ??= openScratch(options));
  };
  return {
    view: async () => takeView(await scratch(), branch),
    update: async (plan) =>
      moveBranch({ pause, ...options, scratch: await scratch(), branch }, plan),
  };
}

async function takeView(
  scratch: ScratchRepository,
  branch: string,
  { isKnown = false } = {},
): Promise<BranchView> {
  const words = await scratch.fetch({
    wanted: [`+refs/heads/${branch}:${tip}`],
    // What others added since the last look is little, and likely what is read next.
    filter: isKnown ? "blob:limit=64k" : "blob:none",
    options: ["--depth=1"],
  });
  if (words === undefined) return commitView(scratch, await scratch.readRef(tip));
  if (/couldn't find remote ref/i.test(words)) return commitView(scratch, undefined);
  throw unreachable(`the branch ${branch} of origin`, words);
}

type Writer = {
  readonly scratch: ScratchRepository;
  readonly branch: string;
  readonly pause: (longestMs: number) => Promise<unknown>;
};

async function moveBranch<T>(
  { scratch, branch, pause }: Writer,
  plan: (view: BranchView) => Promise<BranchChange<T>>,
): Promise<BranchUpdate<T>> {
  let view = await takeView(scratch, branch);
  let words = "";
  for (let attempts = 1; attempts <= maxAttempts; attempts += 1) {
    const start = performance.now();
    const { commit: parent } = view;
    const { result, ...change } = await plan(view);
    const commit = await commitOn(scratch, parent, change);
    if (commit === undefined) return { result, commit: parent, changed: false, attempts };
    const failed = await tryPush(scratch, {
      ref: `refs/heads/${branch}`,
      from: parent,
      to: commit,
    });
    if (failed === undefined) return { result, commit, changed: true, attempts };
    words = failed;
    // The more others there are, the longer to wait, by the time that an attempt takes from here.
    const tookMs = Math.min(performance.now() - start, 2000);
    if (isPassing(words)) await pause(40 + Math.ceil(tookMs) * Math.min(attempts, 10));
    view = await takeView(scratch, branch, { isKnown: parent !== undefined });
    // A connection may break after the remote took the commit.
    if (view.commit === commit) return { result, commit, changed: true, attempts };
    const isLost = view.commit !== parent || isPassing(words);
    if (isForbidden(words) || !isLost) throw refused(branch, words);
  }
  throw new UserError({
    code: "SW3203",
    message: `${maxAttempts} attempts to add to the branch ${branch} were overtaken or broke off, the last one with: ${words.slice(0, 300)}`,
    remedy: "Run the job again; a `concurrency` group for it keeps writers apart.",
  });
}

function pause(longestMs: number): Promise<unknown> {
  return sleep(randomInt(20, longestMs));
}

async function commitOn(
  scratch: ScratchRepository,
  parent: string | undefined,
  { files, removed = [], message }: Omit<BranchChange<unknown>, "result">,
): Promise<string | undefined> {
  if (files.length + removed.length === 0) return undefined;
  const first = parent === undefined ? [readme] : [];
  return writeCommit(scratch, {
    parent,
    files: [...first, ...files],
    removed,
    // Two writers that say the same in the same second must not take each other's commit for their own.
    message: `${message.trimEnd()}\n\nWritten-by: ${randomUUID()}\n`,
    time: Math.floor(Date.now() / 1000),
  });
}

function refused(branch: string, words: string): UserError {
  return new UserError({
    code: "SW3202",
    message: `origin refuses to store anything on the branch ${branch}: ${words.slice(0, 400)}`,
    remedy: isForbidden(words)
      ? permissionLines
      : `Let rules and hooks of the repository allow pushes to ${branch}.`,
  });
}

function noBranchName(branch: string): UserError {
  return new UserError({
    code: "SW1001",
    message: `${JSON.stringify(branch.slice(0, 200))} cannot be the name of a branch`,
    remedy: "Use letters, digits, `-`, `_`, `.` and `/`, or leave `branch` away.",
  });
}
