import type { StoredFile } from "./evidence-branch.ts";

/** The slipway branch at one commit. */
export interface BranchView {
  /** The newest commit when the view was taken, or `undefined` where the remote has no such branch. */
  readonly commit: string | undefined;
  /** The bytes of files, fetched together; a path that is not there is not in the map. */
  readonly readFiles: (paths: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>;
  /** The paths of all files below a folder (of all files for ""), sorted; no contents are fetched. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

/** What a writer wants on top of a view: no files make no commit. */
export type BranchChange<T> = {
  readonly files: readonly StoredFile[];
  /** Paths of files that go in the same commit; one that is not there is no mistake. */
  readonly removed?: readonly string[];
  readonly message: string;
  readonly result: T;
};

/** How a change ended. */
export type BranchUpdate<T> = {
  readonly result: T;
  readonly commit: string | undefined;
  readonly changed: boolean;
  readonly attempts: number;
};

/** The slipway branch of `origin`, read and moved by compare-and-swap. */
export interface SlipwayBranch {
  /** The branch as the remote has it now. @throws UserError SW3201 */
  view(): Promise<BranchView>;
  /**
   * Moves the branch in one commit on top of exactly the view that `plan` saw. A writer that loses the race plans
   * anew on the newest view; what the loser planned never leaves this process.
   * @throws UserError SW3201, SW3202 where the remote refuses, SW3203 where it moved 30 times; whatever `plan` throws
   */
  update<T>(plan: (view: BranchView) => Promise<BranchChange<T>>): Promise<BranchUpdate<T>>;
}
