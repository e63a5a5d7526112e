/** A change of a branch that git made; whether a push was a pull request's merge is told when it is shown. */
export type FakeActivity = {
  readonly id: number;
  kind: "push" | "force_push" | "branch_creation" | "branch_deletion";
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly actor: string;
  readonly timestamp: string;
};

/** What the fake saw of the branches: tips, how much of git's own record was read, who pushes. */
export type BranchWatch = {
  readonly tips: Map<string, string>;
  readLines: number;
  pusher: string;
};
