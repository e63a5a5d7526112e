/** The branch that a pull request would be merged into, as the judge of its policy. */
export interface BaseRevision {
  /** The branch's name, and its commit. */
  readonly ref: string;
  readonly commit: string;
  /** A file of that commit, or `undefined` where it has none. @throws UserError SW3201 where the commit cannot be fetched */
  readText(path: string): Promise<string | undefined>;
}
