import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { parseEvidence } from "@slipway/contracts";
import type { BranchView, EvidenceBranch } from "@slipway/ports";
import { headCommit } from "./head-commit.ts";
import { nearestAncestor } from "./nearest-ancestor.ts";
import { gitSlipwayBranch, type SlipwayBranchOptions } from "./slipway-branch.ts";

/** Where the branch lies, and whose evidence is no baseline. */
export type EvidenceBranchOptions = SlipwayBranchOptions & {
  /** A job that judges HEAD must not find what an earlier attempt at HEAD has stored. */
  readonly skipHead?: boolean;
};

/** The branch of `origin` that keeps evidence, through the git binary. It is looked at once until something is stored. */
export function gitEvidenceBranch(options: EvidenceBranchOptions): EvidenceBranch {
  const branch = gitSlipwayBranch(options);
  let seen: Promise<BranchView> | undefined;
  const current = () => (seen ??= branch.view());
  return {
    nearest: async (kind, name) => {
      const view = await current();
      if (view.commit === undefined) return undefined;
      const file = `${kind}-${name}.json`;
      const known = commitsWith(await view.list("evidence"), file);
      if (options.skipHead === true) known.delete((await headCommit(options.folder)) ?? "");
      const found = await nearestAncestor({ folder: options.folder }, known, options.token);
      if (found === undefined) return undefined;
      const path = `evidence/${found.commit}/${file}`;
      const bytes = await readOne(view, path);
      if (bytes === undefined) return undefined;
      const evidence = parseEvidence(
        Buffer.from(bytes).toString("utf8"),
        `${options.branch ?? "slipway"}:${path}`,
      );
      return { ...found, digest: { sha256: sha256Of(bytes) }, evidence };
    },
    copyBlob: async (digest, target) => {
      const bytes = await readOne(await current(), `blobs/sha256/${digest.sha256}`);
      if (bytes === undefined || sha256Of(bytes) !== digest.sha256) return false;
      await writeFile(target, bytes);
      return true;
    },
    store: async (files, message) => {
      seen = undefined;
      const change = { files, message, result: undefined };
      const { commit, changed, attempts } = await branch.update(() => Promise.resolve(change));
      return { commit: commit ?? "", changed, attempts };
    },
  };
}

async function readOne(view: BranchView, path: string): Promise<Uint8Array | undefined> {
  return (await view.readFiles([path])).get(path);
}

function commitsWith(paths: readonly string[], file: string): Set<string> {
  const commits = paths.flatMap((path) => {
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
