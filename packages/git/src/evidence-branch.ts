import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { parseEvidence } from "@slipway/contracts";
import type { EvidenceBranch } from "@slipway/ports";
import { openBranchStore, type BranchStore } from "./branch-store.ts";
import { headCommit } from "./head-commit.ts";
import { nearestAncestor } from "./nearest-ancestor.ts";
import { runGit, tryGit, type GitPlace } from "./run-git.ts";
import { storeFiles } from "./store-files.ts";

/** The branch's name, the repository's folder, and a token for a checkout without credentials. */
export type EvidenceBranchOptions = {
  readonly folder: string;
  readonly branch?: string;
  readonly token?: string;
  /** A job that judges HEAD must not find what an earlier attempt at HEAD has stored. */
  readonly skipHead?: boolean;
};

const readme = `# The slipway branch

Written by Slipway: evidence of the default branch, by which later changes are judged. Do not edit by hand.

- evidence/COMMIT/KIND-NAME.json: what was found at that commit
- blobs/sha256/DIGEST: the items behind an evaluation, by the digest of their bytes
`;

/** The branch of `origin` that keeps evidence, through the git binary. */
export function gitEvidenceBranch(options: EvidenceBranchOptions): EvidenceBranch {
  const branch = options.branch ?? "slipway";
  const view = branchView({ ...options, branch });
  return {
    nearest: async (kind, name) => {
      const { place, tip } = await view.current();
      if (tip === undefined) return undefined;
      const file = `${kind}-${name}.json`;
      const known = await commitsWith(place, tip, file);
      if (options.skipHead === true) known.delete((await headCommit(options.folder)) ?? "");
      const found = await nearestAncestor({ folder: options.folder }, known, options.token);
      if (found === undefined) return undefined;
      const path = `evidence/${found.commit}/${file}`;
      const { stdout } = await tryGit(place, ["cat-file", "blob", `${tip}:${path}`]);
      const evidence = parseEvidence(stdout.toString("utf8"), `${branch}:${path}`);
      return { ...found, digest: { sha256: sha256Of(stdout) }, evidence };
    },
    copyBlob: async (digest, target) => {
      const { place, tip } = await view.current();
      const name = `${tip ?? ""}:blobs/sha256/${digest.sha256}`;
      const { code, stdout } = await tryGit(place, ["cat-file", "blob", name]);
      if (code !== 0 || sha256Of(stdout) !== digest.sha256) return false;
      await writeFile(target, stdout);
      return true;
    },
    store: async (files, message) => {
      const all = [{ path: "README.md", content: readme }, ...files];
      return storeFiles(await view.renewed(), { branch, message, files: all });
    },
  };
}

/** Opens the store once, and looks at the remote once until something is stored. */
function branchView(options: EvidenceBranchOptions & { readonly branch: string }) {
  let opened: Promise<BranchStore> | undefined;
  let seen: Promise<string | undefined> | undefined;
  const store = () =>
    (opened ??= openBranchStore({ folder: options.folder }, options.branch, options.token));
  return {
    current: async (): Promise<{ place: GitPlace; tip: string | undefined }> => {
      const { place, refresh } = await store();
      seen ??= refresh();
      return { place, tip: await seen };
    },
    renewed: (): Promise<BranchStore> => {
      seen = undefined;
      return store();
    },
  };
}

async function commitsWith(place: GitPlace, tip: string, file: string): Promise<Set<string>> {
  const listing = await runGit(place, ["ls-tree", "-r", "--name-only", tip, "evidence/"]);
  const commits = listing.split("\n").flatMap((path) => {
    const [, commit, name] = path.split("/");
    return name === file && commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit)
      ? [commit]
      : [];
  });
  return new Set(commits);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
