import { tryGit, withoutSecrets } from "./run-git.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** A ref that moves from one id (`undefined`: it must not exist) to another. */
export type RefMove = {
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string;
};

/** Lines for a workflow whose token may not push. */
export const permissionLines =
  "Add to the job:\n    permissions:\n      contents: write\nand let actions/checkout keep its credentials, or pass `github-token`.";

/** Moves a ref of `origin` only from where it is expected; gives git's words where that did not work. */
export async function tryPush(
  { place }: ScratchRepository,
  { ref, from, to }: RefMove,
): Promise<string | undefined> {
  const { code, stdout, stderr } = await tryGit(place, [
    // Tells the remote which commits it has: their trees are not here to be sent again.
    ...["-c", "push.negotiate=true"],
    "push",
    "--porcelain",
    "--no-verify",
    `--force-with-lease=${ref}:${from ?? ""}`,
    "origin",
    `${to}:${ref}`,
  ]);
  return code === 0 ? undefined : withoutSecrets(`${stderr}\n${stdout.toString("utf8")}`);
}

/** Whether a push failed since the token may not write, or there is none. */
export function isForbidden(words: string): boolean {
  return /403|denied|not permitted|permission|could not read username|authentication failed/i.test(
    words,
  );
}
