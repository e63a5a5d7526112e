import { tryGit, withoutSecrets } from "./run-git.ts";
import type { ScratchRepository } from "./scratch-repository.ts";

/** A ref that moves from one id (`undefined`: it must not exist) to another. */
export type RefMove = {
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string;
  /** Whether the remote is told which commits it has: where those are no tips, their trees are not here to be sent. */
  readonly negotiates?: boolean;
};

/** Lines for a workflow whose token may not push. */
export const permissionLines =
  "Add to the job:\n    permissions:\n      contents: write\nand let actions/checkout keep its credentials, or pass `github-token`.";

/** Moves a ref of `origin` only from where it is expected; gives git's words where that did not work. */
export async function tryPush(
  { place }: ScratchRepository,
  { ref, from, to, negotiates = false }: RefMove,
): Promise<string | undefined> {
  const { code, stdout, stderr } = await tryGit(place, [
    ...["-c", `push.negotiate=${negotiates}`],
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
  return /error: 40[13]\b|denied|not permitted|not granted|insufficient permission|could not read username|authentication failed/i.test(
    words,
  );
}

/** Whether a push failed for a reason that may be gone the next time: another writer, its lock, or the network. */
export function isPassing(words: string): boolean {
  return /stale info|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value|hung up|early eof|rpc failed|timed out|connect|resolve host|error: 5\d\d/i.test(
    words,
  );
}
