import { UserError } from "@slipway/kernel";
import type { DefaultBranch } from "@slipway/ports";
import { commitView } from "./commit-view.ts";
import { tryGit, withoutSecrets, type GitPlace } from "./run-git.ts";
import {
  openScratch,
  unreachable,
  type RemoteOptions,
  type ScratchRepository,
} from "./scratch-repository.ts";

const tip = "refs/slipway/default";
const refspec = `+HEAD:${tip}`;
const deepenSteps = ["--deepen=50", "--deepen=1000", "--unshallow"];

/**
 * The default branch as `origin` has it now: never the work tree, never a ref that a pull request controls.
 * @throws UserError SW3204 outside a repository, SW3201 where `origin` cannot be read or has no default branch
 */
export async function gitDefaultBranch(options: RemoteOptions): Promise<DefaultBranch> {
  const scratch = await openScratch(options);
  const [ref, words] = await Promise.all([
    defaultName(scratch.place),
    scratch.fetch({ wanted: [refspec], filter: "blob:none", options: ["--depth=1"] }),
  ]);
  if (words !== undefined) throw unreachable(`the default branch ${ref} of origin`, words);
  const commit = await scratch.readRef(tip);
  const view = commitView(scratch, commit);
  return {
    ref,
    commit,
    readText: async (path) => {
      const plain = path.replace(/^\.\//, "");
      const bytes = (await view.readFiles([plain])).get(plain);
      return bytes === undefined ? undefined : Buffer.from(bytes).toString("utf8");
    },
    contains: (other) => contains(scratch, commit, other),
  };
}

async function defaultName(place: GitPlace): Promise<string> {
  const { code, stdout, stderr } = await tryGit(place, ["ls-remote", "--symref", "origin", "HEAD"]);
  if (code !== 0) throw unreachable("the default branch of origin", withoutSecrets(stderr));
  const name = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(stdout.toString("utf8"))?.[1];
  if (name !== undefined) return name;
  throw new UserError({
    code: "SW3201",
    message: "origin has no default branch: it is empty, or its HEAD names no branch",
    remedy: "Push a first commit, and choose the default branch in the repository's settings.",
  });
}

/** Fetches commits alone, step by step, until the other one is among them or the whole history is there. */
async function contains(
  scratch: ScratchRepository,
  commit: string,
  other: string,
): Promise<boolean> {
  if (other === commit) return true;
  if (!/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(other)) return false;
  for (const step of ["", ...deepenSteps]) {
    if (step !== "") {
      if (!(await isShallow(scratch.place))) return false;
      await deepen(scratch, step);
    }
    if (await isAncestor(scratch.place, other, commit)) return true;
  }
  return false;
}

async function isAncestor(place: GitPlace, older: string, newer: string): Promise<boolean> {
  return (await tryGit(place, ["merge-base", "--is-ancestor", older, newer])).code === 0;
}

async function isShallow(place: GitPlace): Promise<boolean> {
  const { stdout } = await tryGit(place, ["rev-parse", "--is-shallow-repository"]);
  return stdout.toString("utf8").trim() === "true";
}

async function deepen(scratch: ScratchRepository, step: string): Promise<void> {
  // The branch may have moved since: a ref of its own keeps the commit that was judged.
  const wanted = ["+HEAD:refs/slipway/newer"];
  const words = await scratch.fetch({ wanted, filter: "tree:0", options: [step] });
  if (words !== undefined) throw unreachable("the history of the default branch", words);
}
