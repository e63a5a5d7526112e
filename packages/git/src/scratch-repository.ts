import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { UserError } from "@slipway/kernel";
import { remoteOf } from "./credentials.ts";
import { gitFolder, tryGit, withoutSecrets, type GitPlace } from "./run-git.ts";

/**
 * A bare repository of this process alone, inside the user's git folder, that talks to the same `origin`. The user's
 * clone stays as it was (no refs, no shallow marks), no other process meets a lock of ours, and what a killed process
 * left half-written is never read again: the folder goes when the process ends, or an hour later.
 */
export type ScratchRepository = {
  readonly place: GitPlace;
  /** Fetches refspecs or ids; gives git's words where it did not work. */
  readonly fetch: (request: FetchRequest) => Promise<string | undefined>;
  /** The id that a ref of the scratch repository holds. */
  readonly readRef: (ref: string) => Promise<string>;
};

/** What is fetched, without which objects, and further options of `git fetch`. */
export type FetchRequest = {
  readonly wanted: readonly string[];
  readonly filter: "blob:none" | "blob:limit=64k" | "blob:limit=1g" | "tree:0";
  readonly options?: readonly string[];
  /** False for single contents: what else is here says nothing about them. */
  readonly negotiates?: boolean;
};

/** The repository's folder, and a token for a checkout without credentials. */
export type RemoteOptions = { readonly folder: string; readonly token?: string };

const openFolders = new Set<string>();
const staleAfterMs = 3_600_000;

/** Opens a new scratch repository. @throws UserError SW3204 outside a repository */
export async function openScratch({ folder, token }: RemoteOptions): Promise<ScratchRepository> {
  const [local, remote] = await Promise.all([gitFolder({ folder }), remoteOf({ folder }, token)]);
  const path = await makeRepository(
    join(local, "slipway"),
    configOf(addressOf(remote.address, local)),
  ).catch((cause: unknown) => {
    throw unwritable(join(local, "slipway"), cause);
  });
  const place = { folder: path, env: { ...remote.env, GIT_DIR: path } };
  return {
    place,
    fetch: (request) => fetchInto(place, request),
    readRef: async (ref) => (await readFile(join(path, ref), "utf8")).trim(),
  };
}

/** A bare repository as git knows it from its files, without a call of git. */
async function makeRepository(home: string, config: string): Promise<string> {
  await mkdir(home, { recursive: true });
  await sweep(home);
  const path = await mkdtemp(join(home, "scratch-"));
  removeAtExit(path);
  await Promise.all(["objects", "refs"].map((name) => mkdir(join(path, name))));
  await writeFile(join(path, "HEAD"), "ref: refs/heads/none\n");
  await writeFile(join(path, "config"), config);
  return path;
}

async function fetchInto(place: GitPlace, request: FetchRequest): Promise<string | undefined> {
  // The filter stands here and in no file: reading never fetches behind our back, object by object.
  const args = [
    ...["-c", "remote.origin.promisor=true"],
    ...["-c", `remote.origin.partialclonefilter=${request.filter}`],
    ...(request.negotiates === false ? ["-c", "fetch.negotiationAlgorithm=noop"] : []),
    ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance"],
    ...["--recurse-submodules=no", `--filter=${request.filter}`, ...(request.options ?? [])],
    ...["--stdin", "origin"],
  ];
  const { code, stderr } = await tryGit(place, args, `${request.wanted.join("\n")}\n`);
  return code === 0 ? undefined : withoutSecrets(stderr);
}

function configOf(address: string): string {
  const quoted = `"${address.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  return `[core]
\trepositoryformatversion = 0
\tbare = true
\thooksPath = /dev/null
[protocol]
\tversion = 2
[gc]
\tauto = 0
[push]
\tgpgSign = false
\tfollowTags = false
\trecurseSubmodules = no
[fastimport]
\tunpackLimit = 0
[remote "origin"]
\turl = ${quoted}
`;
}

/** A repository without `origin` is its own remote. */
function addressOf(address: string | undefined, local: string): string {
  if (address === undefined) return local;
  const isFolder = !isAbsolute(address) && /^[^:]*$|^\.{1,2}[/\\]/.test(address);
  return isFolder ? resolve(dirname(local), address) : address;
}

async function sweep(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith("scratch-"));
  await Promise.all(
    names.map(async (name) => {
      const path = join(home, name);
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || Date.now() - found.mtimeMs < staleAfterMs) return;
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }),
  );
}

function removeAtExit(path: string): void {
  if (openFolders.size === 0)
    process.once("exit", () => {
      for (const folder of openFolders) rmSync(folder, { recursive: true, force: true });
    });
  openFolders.add(path);
}

/** The refusal of a fetch as a user's error. */
export function unreachable(what: string, words: string): UserError {
  return new UserError({
    code: "SW3201",
    message: `${what} cannot be read: ${words.slice(0, 300)}`,
    remedy:
      "Check the network and that the job has `contents: read` (`contents: write` for register-model, promote-model and store-evidence), let actions/checkout keep its credentials or pass `github-token`, then run again.",
  });
}

function unwritable(path: string, cause: unknown): UserError {
  return new UserError({
    code: "SW1304",
    message: `${path} cannot be written: ${cause instanceof Error ? cause.message : "unknown reason"}`,
    remedy: "Slipway reads and writes branches there. Let the job write to it, with space left.",
    cause,
  });
}
